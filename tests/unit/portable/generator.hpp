// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Random portable chains: each statement fits the tables as they are, and the rows in them.
#pragma once

#include <random>
#include <string>
#include <vector>

namespace retort::test {

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  // The statements of the next revision.
  std::string revision();

 private:
  struct Column {
    std::string name;
    std::string type;
    bool not_null = false;
    bool indexed = false;  // by an index, a key or a CHECK
  };
  struct Table {
    std::string name;
    std::vector<Column> columns;  // without the key `id`
    int rows = 0;
    bool referenced = false;
    int constraints = 0;
    std::vector<std::string> indexes;
    int views = 0;  // a table under a view keeps its columns and its name
  };
  struct View {
    std::string name;
    std::string table;
  };
  struct Enum {
    std::string name;
    std::vector<std::string> values;
  };

  std::size_t below(std::size_t limit) { return random_() % limit; }
  std::string fresh(const std::string& prefix) { return prefix + std::to_string(++names_); }
  std::string value(const std::string& type);
  Column column();
  std::string definition(const Column& column);
  std::string create_table();
  std::string drop_table(Table& table);
  std::string create_enum();
  std::string create_view(Table& table);
  std::string drop_view();
  std::string comment(Table& table);
  std::string add_column(Table& table);
  std::string drop_column(Table& table);
  std::string rename(Table& table);
  std::string change_null(Table& table);
  std::string change_default(Table& table);
  std::string change_type(Table& table);
  std::string add_constraint(Table& table);
  std::string add_index(Table& table);
  std::string drop_index(Table& table);
  std::string insert(Table& table);
  std::string update(Table& table);
  std::string remove(Table& table);
  std::string statement();

  std::mt19937 random_;
  std::vector<Table> tables_;
  std::vector<View> views_;
  std::vector<Enum> enums_;
  int names_ = 0;
};

}  // namespace retort::test
