// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A difference of schemas as PostgreSQL's statements, in an order that each one finds what it needs
// and nothing in its way.
#include <algorithm>

#include "lower/literal.hpp"
#include "lower/schema_change.hpp"
#include "schema/names.hpp"

namespace retort::compiler::lower {
namespace {

using schema::Column;
using schema::Constraint;
using schema::ConstraintKind;
using schema::Identity;
using schema::quoted;

bool is_foreign(const Constraint& constraint) {
  return constraint.kind == ConstraintKind::foreign_key;
}

class PostgresChange {
 public:
  PostgresChange(const SchemaDiff& diff, const Target& target, bool down)
      : diff_(diff), target_(target), down_(down) {}

  SchemaChange run() {
    for (const schema::Enumeration* item : diff_.created_enums) add(create_enum(*item));
    for (const schema::View* view : diff_.dropped_views) add("DROP VIEW " + quoted(view->name));
    drop_constraints(true);
    drop_constraints(false);
    for (const schema::Index* index : diff_.dropped_indexes) {
      add("DROP INDEX " + quoted(index->name));
    }
    for (const TableDiff& table : diff_.altered) rename(table);
    create_tables();
    for (const TableDiff& table : diff_.altered) alter_columns(table);
    for (const schema::Index* index : diff_.created_indexes) add(create_index(*index, target_));
    add_constraints(false);
    add_constraints(true);
    for (const TableDiff& table : diff_.altered) {
      for (const Column* column : table.dropped) {
        add(alter(table) + "DROP COLUMN " + quoted(column->name));
      }
    }
    drop_tables();
    for (const schema::View* view : diff_.created_views) add(create_view(*view, target_));
    for (const schema::Enumeration* item : diff_.dropped_enums) {
      add("DROP TYPE " + quoted(item->name));
    }
    return std::move(change_);
  }

 private:
  void add(std::string statement) { change_.statements.push_back(std::move(statement)); }

  static std::string alter(const TableDiff& table) {
    return "ALTER TABLE " + quoted(table.to->name) + " ";
  }

  void drop_constraints(bool foreign) {
    for (const TableDiff& table : diff_.altered) {
      for (const Constraint* constraint : table.dropped_constraints) {
        if (is_foreign(*constraint) != foreign) continue;
        add("ALTER TABLE " + quoted(table.from->name) + " DROP CONSTRAINT " +
            quoted(constraint->name));
      }
    }
  }

  void add_constraints(bool foreign) {
    for (const TableDiff& table : diff_.altered) {
      for (const Constraint* constraint : table.added_constraints) {
        if (is_foreign(*constraint) != foreign) continue;
        add(alter(table) + "ADD " + constraint_text(*constraint, target_));
      }
    }
  }

  void rename(const TableDiff& table) {
    if (table.renamed) {
      add("ALTER TABLE " + quoted(table.from->name) + " RENAME TO " + quoted(table.to->name));
    }
    for (const ColumnChange& change : table.changed) {
      if (!change.renamed) continue;
      add(alter(table) + "RENAME COLUMN " + quoted(change.from->name) + " TO " +
          quoted(change.to->name));
    }
  }

  void create_tables() {
    std::vector<std::string> later;
    for (std::size_t i = 0; i < diff_.created.size(); ++i) {
      const schema::Table& table = *diff_.created[i];
      std::vector<std::string> left_out;
      for (const Constraint* key : forward_keys(diff_.created, i, *diff_.to)) {
        left_out.push_back(key->name);
        later.push_back("ALTER TABLE " + quoted(table.name) + " ADD " +
                        constraint_text(*key, target_));
      }
      add(create_table(table, table.name, target_, left_out));
    }
    for (std::string& statement : later) add(std::move(statement));
  }

  // A table of a cycle is dropped once the keys that point at it are gone.
  void drop_tables() {
    for (std::size_t i = 0; i < diff_.dropped.size(); ++i) {
      for (std::size_t k = i + 1; k < diff_.dropped.size(); ++k) {
        drop_keys(*diff_.dropped[k], *diff_.dropped[i]);
      }
      add("DROP TABLE " + quoted(diff_.dropped[i]->name));
    }
  }

  void drop_keys(const schema::Table& table, const schema::Table& target) {
    for (const Constraint& constraint : table.constraints) {
      if (!is_foreign(constraint) || diff_.from->table(constraint.target) != &target) continue;
      add("ALTER TABLE " + quoted(table.name) + " DROP CONSTRAINT " + quoted(constraint.name));
    }
  }

  void alter_columns(const TableDiff& table) {
    for (const Column* column : table.added) {
      const std::string text =
          alter(table) + "ADD COLUMN " + column_text(*table.to, *column, target_);
      const bool empty = down_ && column->not_null && !column->default_value &&
                         !column->generated && column->identity == Identity::none;
      const std::string value = empty ? placeholder(column->type) : std::string();
      // Rows that lost their values get a value all the same.
      add(value.empty() ? text : text + " DEFAULT " + value);
      if (!value.empty()) {
        add(alter(table) + "ALTER COLUMN " + quoted(column->name) + " DROP DEFAULT");
      }
    }
    for (const ColumnChange& change : table.changed) alter_column(table, change);
  }

  void alter_column(const TableDiff& table, const ColumnChange& change) {
    const std::string column = alter(table) + "ALTER COLUMN " + quoted(change.to->name) + " ";
    if (change.generated && change.from->generated) {
      add(column + "DROP EXPRESSION");
    } else if (change.generated) {
      change_.refused = "column '" + change.to->name + "' cannot become a generated column again";
    }
    if (change.identity && change.from->identity != Identity::none) add(column + "DROP IDENTITY");
    const bool had_default = change.from->default_value && !change.from->generated;
    const bool replace = change.type && had_default;
    if ((change.default_value || replace) && had_default) add(column + "DROP DEFAULT");
    if (change.type) alter_type(column, change);
    if ((change.default_value || replace) && change.to->default_value) {
      add(column + "SET DEFAULT " + default_text(*change.to, target_));
    }
    if (change.not_null) add(column + (change.to->not_null ? "SET NOT NULL" : "DROP NOT NULL"));
    if (change.identity && change.to->identity != Identity::none) {
      add(column + "ADD GENERATED " +
          (change.to->identity == Identity::always ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY");
    }
  }

  // An assignment cast is enough among numbers, among texts and among times; else the text of the
  // value is read as the new type.
  void alter_type(const std::string& column, const ColumnChange& change) {
    const auto from = change.from->type.kind;
    const auto to = change.to->type.kind;
    const std::string type = type_text_of(*change.to, target_);
    std::string text = column + "TYPE " + type;
    if (!change.to->collation.empty()) text += " COLLATE " + quoted(change.to->collation);
    const bool cast = (schema::is_number(from) && schema::is_number(to)) || schema::is_text(to) ||
                      (schema::is_time(from) && schema::is_time(to));
    if (from == to || cast) return add(std::move(text));
    const std::string name = quoted(change.to->name);
    if (schema::is_integer(from) && to == schema::TypeKind::boolean) {
      return add(text + " USING " + name + " <> 0");
    }
    if (from == schema::TypeKind::boolean && schema::is_integer(to)) {
      return add(text + " USING CAST(" + name + " AS integer)");
    }
    add(text + " USING CAST(CAST(" + name + " AS text) AS " + type + ")");
  }

  const SchemaDiff& diff_;
  const Target& target_;
  const bool down_;
  SchemaChange change_;
};

}  // namespace

SchemaChange change_postgres(const SchemaDiff& diff, const Target& target, bool down) {
  return PostgresChange(diff, target, down).run();
}

}  // namespace retort::compiler::lower
