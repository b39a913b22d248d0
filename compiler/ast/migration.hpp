// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A migration file as parsed: its header and its sections. Plain structs; SQL statements are still
// opaque here (the token range of each); the SQL grammar adds trees beside them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dialect/dialect.hpp"
#include "lex/token.hpp"
#include "source/span.hpp"

namespace retort::compiler::ast {

struct Word {
  std::string text;
  source::Span span;
};

struct DependsOn {
  Word chain;
  Word revision;
};

// The comment lines before the first section.
struct Header {
  source::Span span;  // from the first header comment to the last; a point if none
  Word message;       // first plain comment line; empty text if none
  std::string doc;    // the header's lines without "-- ", joined by '\n', as shown
                      // by history --verbose
  std::optional<Word> revision_id;
  bool has_revises = false;   // the key is there (it may be empty: the root)
  source::Span revises_span;  // of the value, or of the key where the value is empty
  std::vector<Word> revises;  // empty for the root, "base" is dropped
  std::vector<DependsOn> depends_on;
  std::vector<Word> branch_labels;
  std::optional<Word> create_date;
  // A key or value was not understood and was diagnosed: what seems to be missing may not be.
  bool broken = false;
};

enum class SectionKind : std::uint8_t { up, down, verify };

struct Waiver {
  Word name;
  std::string reason;
  source::Span span;
  source::Span covers;  // the statement behind it, or the whole section
};

// The choices of "-- retort: storage(column=choice)"; schema::Storage counts in this order.
inline constexpr std::array<std::string_view, 5> storage_words = {"scaled", "text", "epoch", "us",
                                                                  "blob"};

// "-- retort: storage(column=choice)": how SQLite keeps a column of the statement behind it.
struct StorageChoice {
  Word column;
  Word choice;
  source::Span span;    // of the comment
  source::Span covers;  // the statement
};

struct Section {
  SectionKind kind = SectionKind::up;
  source::Span directive;      // "-- migrate:up …"
  dialect::EngineSet engines;  // as written; empty: none written
  std::vector<Word> engine_words;
  bool portable = false;  // the word "portable" was written
  bool transaction = true;
  bool foreign_keys_off = false;
  std::int64_t lock_timeout_ms = 0;
  std::int64_t statement_timeout_ms = 0;
  std::optional<source::Span> irreversible;
  std::vector<std::uint32_t> parts;  // indices into TokenizedFile::parts: one per dialect read
};

struct MigrationFile {
  Header header;
  std::vector<Section> sections;
  std::vector<Waiver> waivers;
  std::vector<StorageChoice> storage;
  // A section directive was not understood, or there is none, and that was diagnosed: a section
  // that seems to be missing is no news.
  bool sections_broken = false;
};

}  // namespace retort::compiler::ast
