// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The tokens inside the parentheses of a CREATE TABLE that SQLite has accepted, item by item:
// columns first, then constraints of the table.
#include "catalogue/sqlite_text.hpp"

#include <cstddef>
#include <utility>

#include "catalogue/reader.hpp"
#include "catalogue/sql_tokens.hpp"

namespace retort::catalogue::detail {
namespace {

class TextReader {
 public:
  explicit TextReader(std::string_view sql) : tokens_(sql_tokens(sql)) {}

  TableText run() {
    std::size_t i = 0;
    while (i < tokens_.size() && !at(i, "(")) ++i;
    bool item_begins = true;
    for (++i; i < tokens_.size() && !at(i, ")"); ++i) {
      if (item_begins) begin_item(i);
      item_begins = at(i, ",");
      i = phrase(i);
    }
    end_item();
    return std::move(text_);
  }

 private:
  bool at(std::size_t i, std::string_view word) const {
    return i < tokens_.size() && tokens_[i].is(word);
  }

  // The index behind the ')' that closes the '(' at `i`.
  std::size_t behind_parentheses(std::size_t i) const {
    int depth = 0;
    for (; i < tokens_.size(); ++i) {
      if (at(i, "(")) ++depth;
      if (at(i, ")") && --depth == 0) return i + 1;
    }
    return i;
  }

  void begin_item(std::size_t i) {
    end_item();
    const bool constraint = at(i, "constraint") || at(i, "primary") || at(i, "unique") ||
                            at(i, "check") || at(i, "foreign");
    column_ = {};
    if (!constraint) column_.name = tokens_[i].text;
    first_ = i;
  }

  void end_item() {
    if (column_.collation.empty() && column_.generated.empty()) return;
    text_.columns.push_back(std::move(column_));
    column_ = {};
  }

  void add_phrase(std::size_t first, std::size_t last) {
    std::string phrase = joined(tokens_, first, last);
    if (!column_.name.empty()) phrase.append(" of column ").append(column_.name);
    text_.constraints.push_back(unnamed_constraint(std::move(phrase)));
  }

  void add_check(std::size_t i, std::size_t end) {
    Object check = unnamed_constraint("CHECK " + joined(tokens_, i + 1, end));
    if (i >= 2 && at(i - 2, "constraint")) {
      check.name = tokens_[i - 1].text;
      check.unnamed = false;
    }
    text_.constraints.push_back(std::move(check));
  }

  // Consumes the phrase at `i` and returns the index of its last token.
  std::size_t phrase(std::size_t i) {
    if (i == first_ && !column_.name.empty()) return i;  // the column's name, whatever it is
    if (at(i, "check") && at(i + 1, "(")) {
      const std::size_t end = behind_parentheses(i + 1);
      add_check(i, end);
      return end - 1;
    }
    if (at(i, "as") && at(i + 1, "(")) {
      std::size_t end = behind_parentheses(i + 1);
      column_.generated = joined(tokens_, i, end) + (at(end, "stored") ? " stored" : " virtual");
      if (at(end, "stored") || at(end, "virtual")) ++end;
      return end - 1;
    }
    if (at(i, "collate") && i + 1 < tokens_.size() && !column_.name.empty()) {
      column_.collation = tokens_[i + 1].text == "binary" ? "" : tokens_[i + 1].text;
      return i + 1;
    }
    if (at(i, "on") && at(i + 1, "conflict")) {
      add_phrase(i, i + 3);
      return i + 2;
    }
    if (at(i, "deferrable")) {
      const std::size_t first = i > 0 && at(i - 1, "not") ? i - 1 : i;
      const std::size_t end = at(i + 1, "initially") ? i + 3 : i + 1;
      add_phrase(first, end);
      return end - 1;
    }
    if (at(i, "autoincrement")) text_.autoincrement = true;
    return at(i, "(") ? behind_parentheses(i) - 1 : i;
  }

  SqlTokens tokens_;
  TableText text_;
  ColumnText column_;  // of the item; without a name in a constraint of the table
  std::size_t first_ = 0;
};

}  // namespace

TableText read_table_text(std::string_view sql) { return TextReader(sql).run(); }

Object unnamed_constraint(std::string definition) {
  Object object;
  object.kind = Kind::constraint;
  object.unnamed = true;
  set(object, "definition", definition);
  object.name = std::move(definition);
  return object;
}

}  // namespace retort::catalogue::detail
