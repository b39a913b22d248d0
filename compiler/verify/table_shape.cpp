// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The text of a table to its shape. Only for tables whose texts differ, so that cost hardly
// matters.
#include "verify/table_shape.hpp"

#include <sqlite3.h>

#include <vector>

#include "dialect/ascii.hpp"
#include "dialect/identifier.hpp"
#include "verify/connection.hpp"
#include "verify/sql_tokens.hpp"

namespace retort::compiler::verify {
namespace {

// "varchar(10)", however it was written.
std::string type_text(std::string_view type) {
  std::string text = joined(sql_tokens(type));
  if (const std::size_t blank = text.find(" ("); blank != std::string::npos) text.erase(blank, 1);
  return text;
}

class ShapeReader {
 public:
  ShapeReader(Connection& connection, std::string_view name)
      : connection_(connection), name_(name) {}

  bool read() {
    return read_columns() && read_foreign_keys() && read_indexes() && read_table_options();
  }
  TableShape take() { return std::move(shape_); }

 private:
  using Rows = std::function<void(sqlite3_stmt*)>;

  bool pragma(const std::string& function, std::string_view argument, const Rows& row) {
    return connection_
        .run("PRAGMA " + function + "(" + dialect::quoted_identifier(argument) + ")", row)
        .empty();
  }

  bool read_columns() {
    std::map<int, std::string> key;
    const bool done = pragma("table_xinfo", name_, [&](sqlite3_stmt* row) {
      ColumnShape column;
      column.name = text_column(row, 1);
      column.type = type_text(text_column(row, 2));
      column.not_null = sqlite3_column_int(row, 3) != 0;
      column.default_value = joined(sql_tokens(text_column(row, 4)));
      if (const int position = sqlite3_column_int(row, 5); position > 0)
        key[position] = column.name;
      add_metadata(column);
      shape_.columns[dialect::lower_case(column.name)] = column;
    });
    std::string columns;
    for (const auto& [position, column] : key) columns += (columns.empty() ? "" : ", ") + column;
    if (!columns.empty())
      shape_.traits.insert("PRIMARY KEY (" + dialect::lower_case(columns) + ")");
    return done;
  }

  void add_metadata(ColumnShape& column) {
    const char* collation = nullptr;
    int increments = 0;
    if (sqlite3_table_column_metadata(connection_.handle(), nullptr, std::string(name_).c_str(),
                                      column.name.c_str(), nullptr, &collation, nullptr, nullptr,
                                      &increments) != SQLITE_OK) {
      return;  // a hidden column of a generated kind has none
    }
    column.collation = dialect::lower_case(collation == nullptr ? "" : collation);
    if (increments != 0) shape_.traits.insert("AUTOINCREMENT");
  }

  bool read_foreign_keys() {
    struct Key {
      std::string parent, from, to, actions;
    };
    std::map<int, Key> keys;
    const bool done = pragma("foreign_key_list", name_, [&](sqlite3_stmt* row) {
      Key& key = keys[sqlite3_column_int(row, 0)];
      const std::string comma = key.from.empty() ? "" : ", ";
      key.parent = dialect::lower_case(text_column(row, 2));
      key.from += comma + dialect::lower_case(text_column(row, 3));
      key.to += comma + dialect::lower_case(text_column(row, 4));
      key.actions = " ON UPDATE " + std::string(text_column(row, 5)) + " ON DELETE " +
                    std::string(text_column(row, 6));
    });
    for (const auto& [id, key] : keys) {
      shape_.traits.insert("FOREIGN KEY (" + key.from + ") REFERENCES " + key.parent + " (" +
                           key.to + ")" + key.actions);
    }
    return done;
  }

  // The automatic indexes: those of UNIQUE, and those of a PRIMARY KEY that is not plain, with
  // collations and directions.
  bool read_indexes() {
    std::vector<std::pair<std::string, bool>> indexes;  // name, whether of a PRIMARY KEY
    bool done = pragma("index_list", name_, [&](sqlite3_stmt* row) {
      const std::string_view origin = text_column(row, 3);
      if (origin != "c") indexes.emplace_back(text_column(row, 1), origin == "pk");
    });
    for (const auto& [index, is_primary] : indexes) {
      std::string columns;
      bool plain = true;
      done = done && pragma("index_xinfo", index, [&](sqlite3_stmt* row) {
               if (sqlite3_column_int(row, 5) == 0) return;  // the rowid behind the key
               columns += (columns.empty() ? "" : ", ") + dialect::lower_case(text_column(row, 2));
               const std::string collation = dialect::lower_case(text_column(row, 4));
               if (collation != "binary") columns += " COLLATE " + collation;
               if (sqlite3_column_int(row, 3) != 0) columns += " DESC";
               plain = plain && collation == "binary" && sqlite3_column_int(row, 3) == 0;
             });
      if (!is_primary) shape_.traits.insert("UNIQUE (" + columns + ")");
      if (is_primary && !plain) shape_.traits.insert("PRIMARY KEY by (" + columns + ")");
    }
    return done;
  }

  bool read_table_options() {
    return pragma("table_list", name_, [&](sqlite3_stmt* row) {
      if (text_column(row, 0) != "main") return;
      if (sqlite3_column_int(row, 4) != 0) shape_.traits.insert("WITHOUT ROWID");
      if (sqlite3_column_int(row, 5) != 0) shape_.traits.insert("STRICT");
    });
  }

  Connection& connection_;
  std::string_view name_;
  TableShape shape_;
};

// What the PRAGMAs leave out, from the tokens inside the table's parentheses.
class PhraseReader {
 public:
  PhraseReader(const std::vector<SqlToken>& tokens, TableShape& shape)
      : tokens_(tokens), shape_(shape) {}

  void read() {
    std::size_t i = 0;
    while (i < tokens_.size() && !tokens_[i].is("(")) ++i;
    bool item_begins = true;
    for (++i; i < tokens_.size() && !tokens_[i].is(")"); ++i) {
      if (item_begins) begin_item(i);
      item_begins = tokens_[i].is(",");
      i = phrase(i);
    }
  }

 private:
  bool at(std::size_t i, std::string_view word) const {
    return i < tokens_.size() && tokens_[i].is(word);
  }

  // The index behind the ')' that closes the '(' at `i`.
  std::size_t behind_parentheses(std::size_t i) const {
    int depth = 0;
    for (; i < tokens_.size(); ++i) {
      if (tokens_[i].is("(")) ++depth;
      if (tokens_[i].is(")") && --depth == 0) return i + 1;
    }
    return i;
  }

  void begin_item(std::size_t i) {
    const bool constraint = at(i, "constraint") || at(i, "primary") || at(i, "unique") ||
                            at(i, "check") || at(i, "foreign");
    place_ = constraint ? "" : " of column " + tokens_[i].text;
  }

  void add(std::size_t first, std::size_t last, const std::string& place) {
    shape_.traits.insert(joined(tokens_, first, last) + place);
  }

  // Consumes the phrase at `i` and returns the index of its last token.
  std::size_t phrase(std::size_t i) {
    if (at(i, "check") && at(i + 1, "(")) {
      const bool named = i >= 2 && at(i - 2, "constraint");
      const std::size_t end = behind_parentheses(i + 1);
      add(named ? i - 2 : i, end, "");
      return end - 1;
    }
    if (at(i, "as") && at(i + 1, "(")) {
      std::size_t end = behind_parentheses(i + 1);
      if (at(end, "stored") || at(end, "virtual")) ++end;
      add(i, end, place_);
      return end - 1;
    }
    if (at(i, "on") && at(i + 1, "conflict")) {
      add(i, i + 3, place_);
      return i + 2;
    }
    if (at(i, "deferrable")) {
      const std::size_t first = i > 0 && at(i - 1, "not") ? i - 1 : i;
      const std::size_t end = at(i + 1, "initially") ? i + 3 : i + 1;
      add(first, end, place_);
      return end - 1;
    }
    return at(i, "(") ? behind_parentheses(i) - 1 : i;
  }

  const std::vector<SqlToken>& tokens_;
  TableShape& shape_;
  std::string place_;
};

}  // namespace

std::optional<TableShape> table_shape(std::string_view name, std::string_view sql,
                                      const std::vector<SqliteFunction>& functions) {
  Connection scratch;
  if (!scratch.open().empty()) return std::nullopt;
  for (const SqliteFunction& function : functions) scratch.add_function(function);
  if (!scratch.run(std::string(sql)).empty()) return std::nullopt;
  ShapeReader reader(scratch, name);
  if (!reader.read()) return std::nullopt;
  TableShape shape = reader.take();
  PhraseReader(sql_tokens(sql), shape).read();
  return shape;
}

}  // namespace retort::compiler::verify
