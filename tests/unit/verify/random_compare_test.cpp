// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Random tables, written in two ways: the same table in other words is no difference, and any one
// change of what it means is one.
#include <gtest/gtest.h>

#include <random>

#include "verify/compare.hpp"

namespace retort::compiler::verify {
namespace {

struct Column {
  std::string name, type, default_value, check;
  bool not_null = false;
  bool unique = false;
  int references = -1;  // the action of a foreign key: none, or an index of `actions`

  bool operator==(const Column&) const = default;
};

const char* const actions[] = {"NO ACTION", "CASCADE", "SET NULL", "RESTRICT"};
const char* const types[] = {"", "INTEGER", "TEXT", "VARCHAR(10)", "DOUBLE PRECISION"};

class Author {
 public:
  explicit Author(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }
  bool coin() { return below(2) == 0; }

  std::vector<Column> table() {
    std::vector<Column> columns(1 + below(6));
    for (std::size_t i = 0; i < columns.size(); ++i) {
      columns[i].name = "col" + std::to_string(i);
      change(columns[i]);
      change(columns[i]);
    }
    return columns;
  }

  // One property gets another value.
  void change(Column& column) {
    const Column before = column;
    while (column == before) {
      switch (below(6)) {
        case 0:
          column.type = types[below(std::size(types))];
          break;
        case 1:
          column.default_value = coin() ? "" : std::to_string(below(5));
          break;
        case 2:
          column.check = coin() ? "" : column.name + " > " + std::to_string(below(5));
          break;
        case 3:
          column.not_null = !column.not_null;
          break;
        case 4:
          column.unique = !column.unique;
          break;
        default:
          column.references = static_cast<int>(below(std::size(actions) + 1)) - 1;
      }
    }
  }

  // The table in this author's own spelling of the moment.
  std::string written(std::vector<Column> columns) {
    std::shuffle(columns.begin(), columns.end(), random_);
    std::string items, constraints;
    for (const Column& column : columns) {
      items += (items.empty() ? "" : ",") + blank() + name(column.name) + " " + column_text(column);
      if (column.unique && coin()) {
        constraints += ", " + word("UNIQUE") + " (" + name(column.name) + ")";
      } else if (column.unique) {
        items += " " + word("UNIQUE");
      }
    }
    return word("CREATE TABLE") + " " + name("t") + blank() + "(" + items + constraints + blank() +
           ")";
  }

 private:
  std::string column_text(const Column& column) {
    std::string text = word(column.type);
    if (!column.default_value.empty()) text += " " + word("DEFAULT") + " " + column.default_value;
    if (column.not_null) text += " " + word("NOT NULL");
    if (!column.check.empty())
      text += " " + word("CHECK") + blank() + "(" + word(column.check) + ")";
    if (column.references >= 0) {
      text += " " + word("REFERENCES p ON DELETE ") + word(actions[column.references]);
    }
    return text;
  }

  std::string word(std::string text) {
    const bool upper = coin();
    for (char& c : text) c = static_cast<char>(upper ? std::toupper(c) : std::tolower(c));
    return text;
  }
  std::string name(const std::string& text) {
    switch (below(4)) {
      case 0:
        return "\"" + text + "\"";
      case 1:
        return "[" + word(text) + "]";
      case 2:
        return "`" + text + "`";
      default:
        return word(text);
    }
  }
  std::string blank() {
    const char* const blanks[] = {"", " ", "\n  ", " /* note */ ", " -- note\n"};
    return blanks[below(std::size(blanks))];
  }

  std::mt19937 random_;
};

Catalogue catalogue(const std::string& sql) {
  Connection connection;
  EXPECT_EQ(connection.open(), "");
  EXPECT_EQ(connection.run("CREATE TABLE p (id INTEGER PRIMARY KEY)"), "");
  EXPECT_EQ(connection.run(sql), "") << sql;
  CatalogueReader reader(connection);
  const Catalogue* current = nullptr;
  EXPECT_EQ(reader.read(current), "");
  return *current;
}

TEST(RandomTables, SpellingIsNoDifferenceAndMeaningIs) {
  for (unsigned seed = 1; seed <= 400; ++seed) {
    Author author(seed);
    std::vector<Column> columns = author.table();
    const std::string one = author.written(columns);
    const std::string other = author.written(columns);
    EXPECT_TRUE(compare(catalogue(one), catalogue(other), {}).empty()) << one << "\n" << other;
    author.change(columns[author.below(columns.size())]);
    const std::string changed = author.written(columns);
    EXPECT_FALSE(compare(catalogue(one), catalogue(changed), {}).empty()) << one << "\n" << changed;
  }
}

}  // namespace
}  // namespace retort::compiler::verify
