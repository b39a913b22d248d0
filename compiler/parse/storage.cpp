// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Storage choices. In: the text between the parentheses, "a=scaled, b=text". Out: a column and a
// choice each. Whether the column and its type fit is known where the statement is compiled.
#include "parse/storage.hpp"

#include <algorithm>
#include <string>

#include "diag/suggest.hpp"
#include "dialect/ascii.hpp"
#include "parse/blocks.hpp"
#include "parse/parse.hpp"

namespace retort::compiler::parse {
namespace {

using diag::Kind;

constexpr std::string_view form = "-- retort: storage(column=choice)";

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// A column as its statement spells it: folded, or as it stands between double quotes.
std::string column_name(std::string_view text) {
  if (text.size() > 1 && text.front() == '"' && text.back() == '"') {
    return std::string(text.substr(1, text.size() - 2));
  }
  return dialect::lower_case(text);
}

}  // namespace

void parse_storage(const lex::TokenizedFile& file, const grammar::Annotation& found,
                   source::Span place, source::Span covers,
                   std::vector<ast::StorageChoice>& choices, diag::Diagnostics& diagnostics) {
  if (!found.argument || !found.closed || found.argument->empty()) {
    diagnostics
        .report(Kind::bad_storage, place, {"storage without column and choice in parentheses"})
        .help(std::string(form));
    return;
  }
  const std::vector<std::string_view> items = grammar::list(*found.argument, max_choices);
  for (const std::string_view item : items) {
    const std::size_t sign = item.find('=');
    const std::string_view column = trimmed(item.substr(0, sign));
    const std::string_view choice =
        sign == std::string_view::npos ? std::string_view{} : trimmed(item.substr(sign + 1));
    if (column.empty() || choice.empty()) {
      diagnostics
          .report(Kind::bad_storage, item.empty() ? place : span_of(file, item),
                  {"'" + shown(item) + "' is no column=choice"})
          .help(std::string(form));
      continue;
    }
    const auto& known = ast::storage_words;
    if (std::find(known.begin(), known.end(), choice) == known.end()) {
      auto report = diagnostics.report(Kind::bad_storage, span_of(file, choice),
                                       {"'" + shown(choice) + "' is no storage"});
      const std::vector<std::string> names(known.begin(), known.end());
      if (const auto near = diag::suggest(choice, names)) {
        report.help("did you mean '" + *near + "'?");
      } else {
        report.help(
            "choices are scaled and text (numeric), epoch (timestamps), us (interval), "
            "blob (uuid)");
      }
      continue;
    }
    choices.push_back({{column_name(column), span_of(file, column)},
                       {std::string(choice), span_of(file, choice)},
                       place,
                       covers});
  }
}

}  // namespace retort::compiler::parse
