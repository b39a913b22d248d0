// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: the layouts as a table. A further layout is one file with its functions and
// one line in layouts.cpp.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chain/draft.hpp"
#include "lex/lex.hpp"

namespace retort::compiler::chain {

enum class NameVerdict {
  migration,
  companion,  // no SQL, but says something about migrations: read, not lexed
  foreign,    // nothing of ours: ignored in silence
  skipped,    // a .sql file that does not fit the pattern: ignored with a warning
  code,       // a migration in another language: the history would have a hole
};

// A file that says something about migrations.
struct Companion {
  std::string path;  // as shown
  std::string relative_path;
  const source::SourceFile* text = nullptr;
};

struct LayoutInput {
  const LoadOptions& options;
  const std::vector<std::unique_ptr<ParsedFile>>& files;  // sorted by relative path
  const std::vector<Companion>& companions;
  std::vector<std::unique_ptr<lex::Part>>&
      parts;  // Chain::parts: for what is put together from several places
  diag::Diagnostics& diagnostics;
};

inline constexpr std::string_view auto_layout = "auto";  // no layout: one of them is recognised
inline constexpr std::size_t any_depth = 1'000;

struct Layout {
  std::string_view name;
  std::string_view pattern;  // shown where a name does not fit
  std::size_t folder_depth;  // how many levels of folders are looked into
  bool directives;           // files have a header and sections; else they are nothing but SQL
  // `path` is below the chain's folder; of a file that was listed it is as given.
  NameVerdict (*judge)(std::string_view path);
  // One draft per revision with everything but parents' indices, digests and, where the layout has
  // directives, bodies.
  std::vector<Draft> (*drafts)(const LayoutInput& input);
  // The engine that a file's name says it is for; null where no name says it. A file for an engine
  // that the chain does not have is not read.
  std::optional<dialect::Engine> (*engine_of)(std::string_view file_name) = nullptr;
  // Another tool's directives, which cut a file into parts; nothing: a file is one part.
  std::optional<lex::DirectiveStyle> style = std::nullopt;
  // Whether a folder is looked into; null where its depth alone decides.
  bool (*enters)(std::string_view folder) = nullptr;
};

extern const Layout layout_retort;
extern const Layout layout_numbered;
extern const Layout layout_named;
extern const Layout layout_alembic_sql;
extern const Layout layout_goose;
extern const Layout layout_dbmate;
extern const Layout layout_sql_migrate;
extern const Layout layout_golang_migrate;
extern const Layout layout_sqlx;
extern const Layout layout_diesel;
extern const Layout layout_flyway;
extern const Layout layout_sqitch;
extern const Layout layout_prisma;

// Null where no layout has this name.
const Layout* find_layout(std::string_view name);

// What every judge() starts from.
bool has_sql_suffix(std::string_view file_name);

}  // namespace retort::compiler::chain
