// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Tokens to a MigrationFile: header keys, section directives, waivers. No Boost here; the grammar
// (Boost.Spirit X3) is in parse/grammar and nowhere else. docs/file-format.md is the manual.
#pragma once

#include <cstddef>

#include "ast/migration.hpp"
#include "diag/diagnostics.hpp"
#include "lex/token.hpp"

namespace retort::compiler::parse {

// Limits of one file. What lies beyond is diagnosed once (limit-exceeded) and not read, so that no
// file, however hostile, costs more memory or time than its size explains.
inline constexpr std::size_t max_header_lines = 10'000;
inline constexpr std::size_t max_list_elements = 100;  // parents, dependencies, labels
inline constexpr std::size_t max_sections = 1'000;
inline constexpr std::size_t max_directive_words = 16;
inline constexpr std::size_t max_annotations = 1'000;  // "-- retort:" comments
inline constexpr std::size_t max_choices = 1'000;      // columns of one "retort: storage"
// Findings of one sort that may stand in every line: psql commands, header keys in sections.
inline constexpr std::size_t max_findings = 100;

struct ParseOptions {
  // As in LexOptions: whether files have header keys and sections. Without them the first comment
  // lines are still read as message and text, and waivers and psql commands are as everywhere.
  bool directives = true;
};

// Reports unknown keys, directives and options (with "did you mean"), values of the wrong form,
// directives in the wrong place, SQL before the first section, psql commands. Never fails.
// Waivers are returned and also added to `diagnostics`.
ast::MigrationFile parse_migration(const lex::TokenizedFile& file, diag::Diagnostics& diagnostics,
                                   const ParseOptions& options = {});

}  // namespace retort::compiler::parse
