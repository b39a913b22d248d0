// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: from one schema to another one, as statements of one engine. From an empty
// schema it is the schema as SQL; from after to before it is the derived down.
#pragma once

#include <string>
#include <vector>

#include "lower/sql_table.hpp"
#include "lower/table_diff.hpp"

namespace retort::compiler::lower {

struct SchemaDiff {
  const schema::Schema* from = nullptr;
  const schema::Schema* to = nullptr;
  std::vector<const schema::Table*> dropped, created;  // created: those that others refer to first
  std::vector<TableDiff> altered;
  std::vector<const schema::Index*> dropped_indexes, created_indexes;
  std::vector<const schema::View*> dropped_views, created_views;
  std::vector<const schema::Enumeration*> dropped_enums, created_enums;

  bool empty() const;
};

SchemaDiff diff_schemas(const schema::Schema& from, const schema::Schema& to);

struct SchemaChange {
  std::vector<std::string> statements;
  bool rebuilt = false;
  std::string refused;
};

SchemaChange change_schema(const SchemaDiff& diff, const Target& target);

// The two engines' halves of change_schema(). In a down, rows whose values are lost get the empty
// value of a NOT NULL column's type; in an up only the author can say which.
SchemaChange change_sqlite(const SchemaDiff& diff, const Target& target);
SchemaChange change_postgres(const SchemaDiff& diff, const Target& target, bool down = true);

// Foreign keys among `tables` that point at one that comes later in the list.
std::vector<const schema::Constraint*> forward_keys(const std::vector<const schema::Table*>& tables,
                                                    std::size_t index,
                                                    const schema::Schema& schema);

}  // namespace retort::compiler::lower
