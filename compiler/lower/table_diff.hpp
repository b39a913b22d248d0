// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: what became of one table between two schemas. Columns are the same where
// their id is, so a rename is a rename and not a drop and an add.
#pragma once

#include <string>
#include <vector>

#include "schema/schema.hpp"

namespace retort::compiler::lower {

struct ColumnChange {
  const schema::Column* from;
  const schema::Column* to;
  bool renamed = false;
  bool type = false;      // type, storage or collation
  bool not_null = false;  // differs
  bool default_value = false;
  bool identity = false;
  bool generated = false;  // the expression, or whether there is one

  bool shape() const { return type || not_null || default_value || identity || generated; }
};

struct TableDiff {
  const schema::Table* from = nullptr;
  const schema::Table* to = nullptr;
  bool renamed = false;
  std::vector<const schema::Column*> added, dropped;
  std::vector<ColumnChange> changed;
  std::vector<const schema::Constraint*> added_constraints, dropped_constraints;

  bool empty() const {
    return !renamed && added.empty() && dropped.empty() && changed.empty() &&
           added_constraints.empty() && dropped_constraints.empty();
  }
};

// Names that the rename of columns or of the table itself made are no difference.
TableDiff diff_tables(const schema::Table& from, const schema::Table& to,
                      const schema::Schema& from_schema, const schema::Schema& to_schema);

// Whether two indexes are the same but for renamed columns, which both engines follow.
bool same_index(const schema::Index& from, const schema::Index& to, const schema::Table* from_table,
                const schema::Table* to_table);

}  // namespace retort::compiler::lower
