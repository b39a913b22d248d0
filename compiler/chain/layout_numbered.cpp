// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Layout numbered: N_name.sql, or N_name.up.sql with N_name.down.sql; a file is nothing but SQL,
// the number is the id and makes the order. In: tokenized files. Out: one draft per number, its
// parent the number before it; duplicates, halves and signs of other layouts are diagnosed.
#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "chain/layouts.hpp"
#include "chain/outer_transaction.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;

enum class Half { plain, up, down };

struct Name {
  std::string number;  // without leading zeros
  std::string title;
  Half half = Half::plain;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool drop_suffix(std::string_view& text, std::string_view suffix) {
  if (text.size() <= suffix.size() || text.substr(text.size() - suffix.size()) != suffix) {
    return false;
  }
  text.remove_suffix(suffix.size());
  return true;
}

// ^([0-9]+)_(.+?)(\.(up|down))?\.sql$
std::optional<Name> parse_name(std::string_view name) {
  if (!drop_suffix(name, ".sql")) return std::nullopt;
  const auto end = std::find_if_not(name.begin(), name.end(), is_digit);
  const auto digits = static_cast<std::size_t>(end - name.begin());
  if (digits == 0 || digits + 1 >= name.size() || name[digits] != '_') return std::nullopt;
  std::string_view title = name.substr(digits + 1);
  Name result;
  if (drop_suffix(title, ".up")) {
    result.half = Half::up;
  } else if (drop_suffix(title, ".down")) {
    result.half = Half::down;
  }
  const std::size_t first = name.find_first_not_of('0');
  result.number = first < digits ? std::string(name.substr(first, digits - first)) : "0";
  result.title = std::string(title);
  std::replace(result.title.begin(), result.title.end(), '_', ' ');
  return result;
}

NameVerdict judge(std::string_view name) {
  if (has_sql_suffix(name)) return parse_name(name) ? NameVerdict::migration : NameVerdict::skipped;
  static constexpr std::array<std::string_view, 6> code = {".go", ".rs", ".java",
                                                           ".py", ".sh", ".ps1"};
  const bool numbered = !name.empty() && is_digit(name.front()) &&
                        name.find_first_not_of("0123456789") == name.find('_');
  const bool is_code = std::any_of(code.begin(), code.end(), [&](std::string_view suffix) {
    std::string_view rest = name;
    return drop_suffix(rest, suffix);
  });
  return numbered && is_code ? NameVerdict::code : NameVerdict::foreign;
}

// Numbers of any length, by value.
struct ByValue {
  bool operator()(const std::string& a, const std::string& b) const {
    return std::tuple(a.size(), std::string_view(a)) < std::tuple(b.size(), std::string_view(b));
  }
};

struct Pair {
  const ParsedFile* up = nullptr;  // or the plain file
  const ParsedFile* down = nullptr;
  std::string title;
  bool plain = false;
};

void report_twice(const std::string& number, const ParsedFile& second, const ParsedFile& first,
                  diag::Diagnostics& diagnostics) {
  diagnostics.report(Kind::duplicate_revision, file_start(second), {number})
      .note(file_start(first), "the other file is here")
      .help("give one of them another number, or make them '" + number + "_name.up.sql' and '" +
            number + "_name.down.sql'");
}

void place_file(const Name& name, const ParsedFile& file, Pair& pair,
                diag::Diagnostics& diagnostics) {
  const ParsedFile*& place = name.half == Half::down ? pair.down : pair.up;
  const ParsedFile* other = place;
  if (other == nullptr && name.half == Half::plain) other = pair.down;
  if (other == nullptr && name.half == Half::down && pair.plain) other = pair.up;
  if (other != nullptr) report_twice(name.number, file, *other, diagnostics);
  if (place != nullptr) return;
  place = &file;
  if (name.half == Half::down) return;
  pair.plain = name.half == Half::plain;
  pair.title = name.title;
}

std::string expected_up(const ParsedFile& down) {
  std::string name(source::base_name(down.relative_path));
  return name.replace(name.rfind(".down.sql"), 9, ".up.sql");
}

// The layout whose directive stands in the file, or an empty text.
std::string_view foreign_sign(const lex::TokenizedFile& file, const lex::Token& token) {
  std::string_view text = file.text(token);
  if (text.substr(0, 2) != "--") return {};
  if (token.begin == 0 && text.substr(0, 17) == "-- no-transaction") return "sqlx";
  if (text.find("+goose") != std::string_view::npos) return "goose";
  text.remove_prefix(2);
  const std::size_t word = text.find_first_not_of(" \t");
  const bool directive = word != std::string_view::npos && text.substr(word, 8) == "migrate:";
  return directive ? "retort" : "";
}

void hint_at_foreign_layout(const ParsedFile& file, diag::Diagnostics& diagnostics) {
  for (const lex::Token& token : file.tokens.tokens) {
    if (token.kind != lex::TokenKind::comment && token.kind != lex::TokenKind::directive) continue;
    const std::string_view layout = foreign_sign(file.tokens, token);
    if (layout.empty()) continue;
    auto builder = diagnostics.report(Kind::foreign_layout, file.tokens.span(token), {layout});
    builder.help("in layout 'numbered' this is a comment without meaning");
    if (find_layout(layout) != nullptr) {
      builder.help("to read the folder as what it is:  LAYOUT " + std::string(layout));
    }
    return;  // one sign per file is enough
  }
}

SectionRef whole_file(const ParsedFile* file) {
  SectionRef section;
  if (file == nullptr) return section;
  section.file = file;
  section.part = &*file->body;
  return section;
}

Draft make_draft(const std::string& number, const Pair& pair, const LoadOptions& options) {
  Draft draft;
  Revision& revision = draft.revision;
  revision.id = number;
  revision.message = pair.title;
  revision.doc = pair.up->migration.header.doc;
  if (revision.doc.empty()) revision.doc = pair.title;
  revision.id_span = revision.revises_span = file_start(*pair.up);
  revision.file = pair.up;
  revision.path = pair.up->path;
  revision.relative_path = pair.up->relative_path;
  if (options.engines.size() == 1) {
    EngineBody body;
    body.engine = options.engines.front();
    body.up = whole_file(pair.up);
    body.down = whole_file(pair.down);
    revision.bodies.push_back(std::move(body));
  }
  return draft;
}

// A file names no engine: with two engines it would have to be portable.
void refuse_several_engines(const Draft& first, diag::Diagnostics& diagnostics) {
  diagnostics.report(Kind::portable_unsupported, first.revision.id_span)
      .note(first.revision.id_span,
            "a file of layout 'numbered' names no engine, so with several "
            "engines it would have to be portable")
      .help("compile the chain for one engine, or use layout 'retort' with one section per engine:")
      .help("    -- migrate:up sqlite")
      .help("    -- migrate:up postgres");
}

std::vector<Draft> drafts(const LayoutInput& input) {
  std::map<std::string, Pair, ByValue> pairs;
  for (const auto& file : input.files) {
    hint_at_foreign_layout(*file, input.diagnostics);
    file->body = without_outer_transaction(file->tokens, file->tokens.parts.front());
    const auto name = parse_name(source::base_name(file->relative_path));
    if (name) place_file(*name, *file, pairs[name->number], input.diagnostics);
  }
  std::vector<Draft> result;
  for (const auto& [number, pair] : pairs) {
    if (pair.up == nullptr) {
      input.diagnostics
          .report(Kind::half_migration, file_start(*pair.down),
                  {source::base_name(pair.down->relative_path)})
          .help("add '" + expected_up(*pair.down) + "', or delete this file");
      continue;
    }
    Draft draft = make_draft(number, pair, input.options);
    if (!result.empty()) {
      draft.parents.push_back({result.back().revision.id, draft.revision.id_span});
    }
    result.push_back(std::move(draft));
  }
  if (input.options.engines.size() > 1 && !result.empty()) {
    refuse_several_engines(result.front(), input.diagnostics);
  }
  return result;
}

}  // namespace

const Layout layout_numbered = {
    "numbered", "N_name.sql, N_name.up.sql, N_name.down.sql", false, false, judge, drafts};

}  // namespace retort::compiler::chain
