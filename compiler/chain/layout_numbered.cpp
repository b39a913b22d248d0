// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Layout numbered: N_name.sql, or N_name.up.sql with N_name.down.sql; a file is nothing but SQL,
// the number is the id and makes the order; in folders per release, behind the release's. In:
// tokenized files. Out: one draft per number, its parent the number before it; duplicates, halves
// and signs of other layouts are diagnosed.
#include <algorithm>

#include "chain/pairs.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;

constexpr std::string_view separators = "_-";

// ^([0-9]+)[_-]+(.+?)(\.(up|down))?\.sql$
std::optional<HalfName> parse_name(std::string_view name) {
  auto result = half_name(name, separators);
  if (!result) return result;
  result->title.erase(0,
                      std::min(result->title.find_first_not_of(separators), result->title.size()));
  return result->title.empty() ? std::nullopt : result;
}

NameVerdict judge(std::string_view path) {
  const std::string_view name = source::base_name(path);
  if (has_sql_suffix(name)) return parse_name(name) ? NameVerdict::migration : NameVerdict::skipped;
  const std::size_t digits = leading_digits(name);
  const bool numbered =
      digits > 0 && digits < name.size() && separators.find(name[digits]) != std::string_view::npos;
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

// "v0.22" and "7" are 0.22.7.
std::string number_in_release(std::string_view release, const std::string& number) {
  std::string result;
  if (release.front() == 'v') release.remove_prefix(1);
  while (!release.empty()) {
    const std::string_view part = release.substr(0, release.find('.'));
    result += without_zeros(part) + ".";
    release.remove_prefix(std::min(part.size() + 1, release.size()));
  }
  return result + number;
}

std::vector<Draft> drafts(const LayoutInput& input) {
  const bool listed = !input.options.files.empty();
  const auto release_of = [&](const ParsedFile& file) {
    return listed ? std::string_view() : source::directory_name(file.relative_path);
  };
  const bool flat = std::any_of(input.files.begin(), input.files.end(),
                                [&](const auto& file) { return release_of(*file).empty(); });
  Pairs pairs(input, "numbered");
  for (const auto& file : input.files) {
    auto name = parse_name(source::base_name(file->relative_path));
    if (!name) continue;
    const std::string_view release = release_of(*file);
    if (flat && !release.empty()) {
      input.diagnostics
          .report(Kind::skipped_file, file_start(*file),
                  {"numbered", "no folders per release beside files with numbers"})
          .help("leave the folder out:  EXCLUDE " + std::string(release) + "/**");
      continue;
    }
    hint_at_foreign_layout(*file, input.diagnostics);
    if (!flat) name->number = number_in_release(release, name->number);
    pairs.place(*name, *file);
  }
  return pairs.drafts();
}

}  // namespace

const Layout layout_numbered = {"numbered",
                                "N_name.sql, N_name.up.sql, N_name.down.sql",
                                1,
                                false,
                                judge,
                                drafts,
                                nullptr,
                                std::nullopt,
                                is_release_folder};

}  // namespace retort::compiler::chain
