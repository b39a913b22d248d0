// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Look-ups in the catalogue, by the rules of its dialect for names.
#include "schema/schema.hpp"

#include <algorithm>

#include "dialect/ascii.hpp"

namespace retort::compiler::schema {
namespace {

template <class T>
const T* find_object(const Objects<T>& objects, const std::string& key) {
  const auto found = objects.find(key);
  return found == objects.end() ? nullptr : found->second.get();
}

template <class List>
auto find_named(const List& list, std::string_view name) -> decltype(list.data()) {
  // An exact match first: PostgreSQL tells "User" from "user".
  for (const auto& item : list) {
    if (item.name == name) return &item;
  }
  for (const auto& item : list) {
    if (dialect::equal_ignoring_case(item.name, name)) return &item;
  }
  return nullptr;
}

}  // namespace

const Column* Table::find(std::string_view column) const { return find_named(columns, column); }

const Column* Table::find_id(std::uint32_t column) const {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [column](const Column& c) { return c.id == column; });
  return found == columns.end() ? nullptr : &*found;
}

const Constraint* Table::find_constraint(std::string_view constraint) const {
  return find_named(constraints, constraint);
}

const Constraint* Table::primary_key() const {
  const auto found = std::find_if(constraints.begin(), constraints.end(), [](const Constraint& c) {
    return c.kind == ConstraintKind::primary_key;
  });
  return found == constraints.end() ? nullptr : &*found;
}

std::string Schema::key(std::string_view name) const {
  std::string text(name);
  if (dialect == dialect::Engine::sqlite) {
    std::transform(text.begin(), text.end(), text.begin(), dialect::ascii_lower);
  }
  return text;
}

const Table* Schema::table(std::string_view name) const { return find_object(tables, key(name)); }
const View* Schema::view(std::string_view name) const { return find_object(views, key(name)); }
const Index* Schema::index(std::string_view name) const { return find_object(indexes, key(name)); }

const Enumeration* Schema::enumeration(std::string_view name) const {
  return find_object(enums, key(name));
}

const Table* Schema::table_by_id(std::uint32_t id) const {
  const auto found = std::find_if(tables.begin(), tables.end(),
                                  [id](const auto& entry) { return entry.second->id == id; });
  return found == tables.end() ? nullptr : found->second.get();
}

Table& Schema::edit(std::string_view name) {
  auto copy = std::make_shared<Table>(*table(name));
  Table& table = *copy;
  tables[key(name)] = std::move(copy);
  return table;
}

std::vector<const Index*> Schema::indexes_of(std::string_view table) const {
  std::vector<const Index*> found;
  const std::string wanted = key(table);
  for (const auto& [name, index] : indexes) {
    if (key(index->table) == wanted) found.push_back(index.get());
  }
  return found;
}

std::vector<std::string> Schema::relation_names() const {
  std::vector<std::string> names;
  for (const auto& entry : tables) names.push_back(entry.second->name);
  for (const auto& entry : views) names.push_back(entry.second->name);
  return names;
}

}  // namespace retort::compiler::schema
