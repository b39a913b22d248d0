// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Layout numbered: N_name.sql, or N_name.up.sql with N_name.down.sql; a file is nothing but SQL,
// the number is the id and makes the order. In: tokenized files. Out: one draft per number, its
// parent the number before it; duplicates, halves and signs of other layouts are diagnosed.
#include "chain/pairs.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;

// ^([0-9]+)_(.+?)(\.(up|down))?\.sql$
std::optional<HalfName> parse_name(std::string_view name) {
  const auto result = half_name(name);
  return result && !result->title.empty() ? result : std::nullopt;
}

NameVerdict judge(std::string_view path) {
  const std::string_view name = source::base_name(path);
  if (has_sql_suffix(name)) return parse_name(name) ? NameVerdict::migration : NameVerdict::skipped;
  const std::size_t digits = leading_digits(name);
  const bool numbered = digits > 0 && digits < name.size() && name[digits] == '_';
  return numbered && has_code_suffix(name) ? NameVerdict::code : NameVerdict::foreign;
}

// The layout whose directive stands in the file, or an empty text.
std::string_view foreign_sign(const lex::TokenizedFile& file, const lex::Token& token) {
  std::string_view text = file.text(token);
  if (text.substr(0, 2) != "--") return {};
  if (token.begin == 0 && text.substr(0, 17) == "-- no-transaction") return "sqlx";
  if (text.find("+goose") != std::string_view::npos) return "goose";
  if (text.find("+migrate ") != std::string_view::npos) return "sql-migrate";
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

std::vector<Draft> drafts(const LayoutInput& input) {
  Pairs pairs(input, "numbered");
  for (const auto& file : input.files) {
    hint_at_foreign_layout(*file, input.diagnostics);
    const auto name = parse_name(source::base_name(file->relative_path));
    if (name) pairs.place(*name, *file);
  }
  return pairs.drafts();
}

}  // namespace

const Layout layout_numbered = {
    "numbered", "N_name.sql, N_name.up.sql, N_name.down.sql", 0, false, judge, drafts};

}  // namespace retort::compiler::chain
