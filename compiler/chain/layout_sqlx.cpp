// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Layout sqlx: N_name.sql, or N_name.up.sql with N_name.down.sql; "-- no-transaction" at the first
// byte of a file. In: tokenized files. Out: one draft per number.
#include "chain/pairs.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;

NameVerdict judge(std::string_view path) {
  const std::string_view name = source::base_name(path);
  if (half_name(name)) return NameVerdict::migration;
  if (!has_sql_suffix(name)) return NameVerdict::foreign;
  // The tool skips a name without '_', and stops at one whose first part is no number.
  return name.find('_') == std::string_view::npos ? NameVerdict::skipped : NameVerdict::migration;
}

// Looks for the mark before the first statement.
bool has_no_transaction_mark(const ParsedFile& file, diag::Diagnostics& diagnostics) {
  const lex::TokenizedFile& tokens = file.tokens;
  const auto& statements = tokens.parts.front().statements;
  const std::size_t end = statements.empty() ? tokens.tokens.size() : statements.front().first;
  for (std::size_t i = 0; i < end; ++i) {
    const lex::Token& token = tokens.tokens[i];
    std::string_view text = tokens.text(token);
    if (text.substr(0, 2) != "--") continue;
    const bool exact = token.begin == 0 && text.substr(0, 17) == "-- no-transaction";
    text.remove_prefix(2);
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    if (text.substr(0, 14) != "no-transaction") continue;
    if (!exact) {
      diagnostics
          .report(Kind::ignored_directive, tokens.span(token),
                  {"sqlx", "this line, which does not begin the file"})
          .help("retort follows it; for sqlx too, make the file begin with:  -- no-transaction");
    }
    return true;
  }
  return false;
}

std::vector<Draft> drafts(const LayoutInput& input) {
  Pairs pairs(input, "sqlx");
  for (const auto& file : input.files) {
    const std::string_view base = source::base_name(file->relative_path);
    const auto name = half_name(base);
    if (!name) {
      input.diagnostics
          .report(Kind::bad_file_name, file_start(*file),
                  {"'" + std::string(base) + "' begins with no number, which stops sqlx"})
          .help("rename it, or leave it out:  EXCLUDE " + std::string(base));
      continue;
    }
    pairs.place(*name, *file, !has_no_transaction_mark(*file, input.diagnostics));
  }
  return pairs.drafts();
}

}  // namespace

const Layout layout_sqlx = {"sqlx", "N_name.sql, N_name.up.sql, N_name.down.sql", 0, false, judge,
                            drafts};

}  // namespace retort::compiler::chain
