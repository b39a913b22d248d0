// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Header values. In: a key and the text behind its ':'. Out: words in ast::Header, each with its
// place, or a diagnostic at the element that is wrong.
#include "parse/header_values.hpp"

#include <algorithm>

#include "parse/blocks.hpp"
#include "parse/grammar/grammar.hpp"
#include "parse/parse.hpp"

namespace retort::compiler::parse {
namespace {

using diag::Kind;

constexpr std::string_view id_form =
    "a revision ID has letters, digits, '_' and '.'; a note goes on a line of its own";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

class ValueReader {
 public:
  ValueReader(const lex::TokenizedFile& file, const HeaderEntry& entry, ast::Header& header,
              diag::Diagnostics& diagnostics)
      : file_(file), entry_(entry), header_(header), diagnostics_(diagnostics) {}

  void read() {
    switch (entry_.key) {
      case HeaderKey::revision_id:
        return revision_id();
      case HeaderKey::revises:
        return revises();
      case HeaderKey::depends_on:
        return depends_on();
      case HeaderKey::branch_labels:
        return branch_labels();
      case HeaderKey::create_date:
        return create_date();
    }
  }

 private:
  ast::Word word(std::string_view text) const { return {std::string(text), span_of(file_, text)}; }

  diag::Diagnostics::Builder bad(std::string_view text, std::string_view what) {
    header_.broken = true;
    const source::Span span = entry_.value.empty() ? entry_.key_span : span_of(file_, text);
    return diagnostics_.report(Kind::bad_header_value, span, {shown(text), what});
  }

  std::vector<std::string_view> elements() {
    auto list = grammar::list(entry_.value, max_list_elements + 1);
    if (list.size() <= max_list_elements) return list;
    header_.broken = true;
    diagnostics_.report(Kind::limit_exceeded, span_of(file_, list.back()),
                        {"number of elements", std::to_string(max_list_elements)});
    list.pop_back();
    return list;
  }

  void revision_id() {
    // Kept also when it is misspelt, so that messages about this revision can name it.
    if (!entry_.value.empty()) header_.revision_id = word(entry_.value);
    if (grammar::is_revision_id(entry_.value)) return;
    auto report = bad(entry_.value, "revision ID");
    if (entry_.value.empty()) {
      report.help("write one, or delete the line: then the file's name is the revision ID");
    } else {
      report.help(std::string(id_form));
    }
  }

  // "a b" where "a, b" is meant: the words with commas, or nothing.
  static std::optional<std::string> with_commas(std::string_view element) {
    if (element.find_first_of(" \t") == std::string_view::npos) return std::nullopt;
    std::string result;
    std::size_t at = 0;
    while (at < element.size()) {
      const std::size_t end = std::min(element.find_first_of(" \t", at), element.size());
      const std::string_view id = element.substr(at, end - at);
      if (!grammar::is_revision_id(id)) return std::nullopt;
      if (!result.empty()) result += ", ";
      result += id;
      at = std::min(element.find_first_not_of(" \t", end), element.size());
    }
    return result;
  }

  void bad_element(std::string_view element, std::string_view what, std::string_view form) {
    auto report = bad(element, what);
    if (element.empty()) {
      report.help("there is a comma too many");
      return;
    }
    const auto list = element.size() <= 200 ? with_commas(element) : std::nullopt;
    if (list) {
      report.help("separate them with commas:  " + *list);
    } else {
      report.help(std::string(form));
    }
  }

  void revises() {
    header_.has_revises = true;
    header_.revises_span = entry_.value.empty() ? entry_.key_span : span_of(file_, entry_.value);
    const auto list = elements();
    for (const std::string_view element : list) {
      if (element == "base" && list.size() > 1) {
        bad(element, "parent beside others")
            .help("'base' stands alone: a revision has parents, or it is the first one");
      } else if (!grammar::is_revision_id(element)) {
        bad_element(element, "revision ID", id_form);
      } else if (element != "base") {
        header_.revises.push_back(word(element));
      }
    }
  }

  void depends_on() {
    for (const std::string_view element : elements()) {
      if (const auto found = grammar::chain_revision(element)) {
        header_.depends_on.push_back({word(found->chain), word(found->revision)});
        continue;
      }
      bad_element(element, "dependency",
                  "name the other chain and its revision:  -- Depends on: chain@revision");
    }
  }

  void branch_labels() {
    for (const std::string_view element : elements()) {
      if (grammar::is_revision_id(element)) {
        header_.branch_labels.push_back(word(element));
      } else {
        bad_element(element, "branch label", "a branch label has letters, digits, '_' and '.'");
      }
    }
  }

  void create_date() {
    if (entry_.value.empty()) return;
    header_.create_date = word(entry_.value);
    if (grammar::is_date(entry_.value)) return;
    bad(entry_.value, "date").help("write it as  2024-05-07 09:00  or  2024-05-07");
  }

  const lex::TokenizedFile& file_;
  const HeaderEntry& entry_;
  ast::Header& header_;
  diag::Diagnostics& diagnostics_;
};

}  // namespace

const std::vector<std::string>& header_key_names() {
  static const std::vector<std::string> names = {"Revision ID", "Revises", "Depends on",
                                                 "Branch labels", "Create Date"};
  return names;
}

std::optional<HeaderKey> find_header_key(std::string_view key) {
  constexpr std::size_t longest = 64;  // generous: blanks may be doubled
  if (key.size() > longest) return std::nullopt;
  std::string normal;
  for (const char c : key) {
    const char next = c == '\t' ? ' ' : lower(c);
    if (next != ' ' || normal.empty() || normal.back() != ' ') normal.push_back(next);
  }
  const auto& names = header_key_names();
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool same = std::equal(normal.begin(), normal.end(), names[i].begin(), names[i].end(),
                                 [](char a, char b) { return a == lower(b); });
    if (same) return static_cast<HeaderKey>(i);
  }
  return std::nullopt;
}

void read_header_value(const lex::TokenizedFile& file, const HeaderEntry& entry,
                       ast::Header& header, diag::Diagnostics& diagnostics) {
  ValueReader(file, entry, header, diagnostics).read();
}

}  // namespace retort::compiler::parse
