// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: the layouts as a table. A further layout is one file with its functions and
// one line in layouts.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chain/draft.hpp"

namespace retort::compiler::chain {

enum class NameVerdict {
  migration,
  foreign,  // nothing of ours: ignored in silence
  skipped,  // a .sql file that does not fit the pattern: ignored with a warning
  code,     // a migration in another language: the history would have a hole
};

struct LayoutInput {
  const LoadOptions& options;
  const std::vector<std::unique_ptr<ParsedFile>>& files;
  diag::Diagnostics& diagnostics;
};

struct Layout {
  std::string_view name;
  std::string_view pattern;  // shown where a name does not fit
  bool sub_directories;
  bool directives;  // files have a header and sections; else they are nothing but SQL
  NameVerdict (*judge)(std::string_view file_name);
  // One draft per revision with everything but parents' indices, digests and, where the layout has
  // directives, bodies.
  std::vector<Draft> (*drafts)(const LayoutInput& input);
  // The engine that a file's name says it is for; null where no name says it. A file for an engine
  // that the chain does not have is not read.
  std::optional<dialect::Engine> (*engine_of)(std::string_view file_name) = nullptr;
};

extern const Layout layout_retort;
extern const Layout layout_numbered;
extern const Layout layout_alembic_sql;

// Null where no layout has this name.
const Layout* find_layout(std::string_view name);

// What every judge() starts from.
bool has_sql_suffix(std::string_view file_name);

}  // namespace retort::compiler::chain
