// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The rebuild of a table (docs/portable.md). In: the table before and after, and what fills changed
// columns; out: the statements. They run with foreign keys off, in one transaction, and before its
// commit the runtime checks all foreign keys.
//
// The new table takes the old one's name with legacy_alter_table on: so the text of views, of other
// tables' triggers and of foreign keys that name the table stays as it is. They are never dropped.
#include "lower/sqlite_rebuild.hpp"

#include <algorithm>
#include <array>

#include "dialect/ascii.hpp"
#include "lower/column_storage.hpp"
#include "lower/expression.hpp"
#include "lower/sqlite_guard.hpp"
#include "schema/names.hpp"
#include "schema/walk.hpp"

namespace retort::compiler::lower {
namespace {

using schema::Column;
using schema::Constraint;
using schema::is_integer;
using schema::is_number;
using schema::is_text;
using schema::is_time;
using schema::quoted;
using schema::quoted_list;
using schema::Schema;
using schema::Storage;
using schema::string_literal;
using schema::Table;
using schema::TypeKind;

// A column of this kind and no other is the rowid.
bool has_rowid_alias(const Table& table, const Target& target) {
  const Constraint* key = table.primary_key();
  if (key == nullptr || key->columns.size() != 1) return false;
  const Column* column = table.find(key->columns.front());
  return column != nullptr &&
         dialect::equal_ignoring_case(type_text_of(*column, target), "INTEGER");
}

bool counts_up(const Table& table, const Target& target) {
  return std::any_of(table.columns.begin(), table.columns.end(),
                     [&](const Column& c) { return key_at_column(table, c, target); });
}

// The name of the rowid that no column of either table hides; empty where there is none.
std::string rowid_name(const Table& from, const Table& to) {
  for (const std::string_view name : {"rowid", "_rowid_", "oid"}) {
    const auto hidden = [name](const Table& table) {
      return std::any_of(table.columns.begin(), table.columns.end(), [name](const Column& c) {
        return dialect::equal_ignoring_case(c.name, name);
      });
    };
    if (!hidden(from) && !hidden(to)) return std::string(name);
  }
  return {};
}

std::string temporary_name(const Schema& schema, const std::string& table) {
  std::string name = table + "__retort";
  while (schema.table(name) != nullptr || schema.view(name) != nullptr) name += "_";
  return name;
}

bool has_like(const schema::Tree& tree) {
  bool found = false;
  if (!tree) return false;
  schema::visit_tree(*tree, [&found](const ast::Expr& expression) {
    const auto* match = std::get_if<ast::Match>(&expression.node);
    found = found || (match != nullptr && match->op == ast::MatchOperator::like);
  });
  return found;
}

// SQLite's own LIKE ignores case, that of the model does not: written anew it would be another
// condition. Whether a table of a section of SQLite has one.
bool has_native_like(const Table& table, const Schema& schema) {
  if (table.portable) return false;
  for (const Column& column : table.columns) {
    if (has_like(column.generated) || has_like(column.default_value)) return true;
  }
  for (const Constraint& constraint : table.constraints) {
    if (has_like(constraint.check)) return true;
  }
  for (const schema::Index* index : schema.indexes_of(table.name)) {
    if (has_like(index->where)) return true;
    for (const schema::IndexKey& key : index->keys) {
      if (has_like(key.expression)) return true;
    }
  }
  return false;
}

class Rebuild {
 public:
  Rebuild(const TableDiff& diff, const Schema& known, const Schema& to, const CopyRules& rules,
          const Target& target)
      : diff_(diff), known_(known), to_(to), rules_(rules), target_(target) {}

  SqliteAlter run() {
    result_.rebuilt = true;
    name_ = diff_.from->name;
    add(unknown_objects(*diff_.from, known_));
    if (diff_.renamed) {
      add("ALTER TABLE " + quoted(name_) + " RENAME TO " + quoted(diff_.to->name));
      name_ = diff_.to->name;
    }
    temporary_ = temporary_name(to_, name_);
    check_rows();
    add(create_table(*diff_.to, temporary_, target_));
    copy();
    if (!result_.refused.empty()) return std::move(result_);
    if (counts_up(*diff_.from, target_) && counts_up(*diff_.to, target_)) keep_counter();
    add("DROP TABLE " + quoted(name_));
    add("PRAGMA legacy_alter_table=ON");
    add("ALTER TABLE " + quoted(temporary_) + " RENAME TO " + quoted(name_));
    add("PRAGMA legacy_alter_table=OFF");
    for (const schema::Index* index : to_.indexes_of(name_)) add(create_index(*index, target_));
    for (const auto& [key, trigger] : to_.triggers) {
      if (to_.key(trigger->table) == to_.key(name_)) add(trigger->text);
    }
    return std::move(result_);
  }

 private:
  void add(std::string statement) { result_.statements.push_back(std::move(statement)); }

  void copy() {
    std::string into;
    std::string values;
    const auto add_column = [&](const std::string& name, const std::string& value) {
      into += (into.empty() ? "" : ", ") + name;
      values += (values.empty() ? "" : ", ") + value;
    };
    std::string order;
    if (!diff_.from->without_rowid && !diff_.to->without_rowid) {
      const std::string rowid = rowid_name(*diff_.from, *diff_.to);
      order = rowid;
      if (!has_rowid_alias(*diff_.to, target_)) {
        if (rowid.empty()) {
          result_.refused = "its columns hide rowid, _rowid_ and oid, so its rows cannot be copied";
          return;
        }
        add_column(rowid, rowid);
      }
    }
    for (const Column& column : diff_.to->columns) {
      if (column.generated) continue;
      const std::string value = value_of(column);
      if (!value.empty()) add_column(quoted(column.name), value);
    }
    if (order.empty() && diff_.from->primary_key() != nullptr) {
      order = quoted_list(diff_.from->primary_key()->columns);
    }
    if (into.empty()) return;
    add("INSERT INTO " + quoted(temporary_) + " (" + into + ")\nSELECT " + values + "\n  FROM " +
        quoted(name_) + (order.empty() ? "" : "\n ORDER BY " + order));
    add(same_count(name_, temporary_));
  }

  // Rows that the new table would refuse. SQLite's own message tells neither the row nor the name
  // of the table that the author knows.
  void check_rows() {
    const bool has_rowid = !diff_.from->without_rowid && !diff_.to->without_rowid;
    const std::string row = has_rowid ? rowid_name(*diff_.from, *diff_.to) : std::string();
    std::vector<std::string> others;  // whose values or names are not those of the old table
    for (const Column* column : diff_.added) others.push_back(column->name);
    for (const ColumnChange& change : diff_.changed) {
      const bool copied = rules_.count(change.to->id) == 0 && !change.type;
      if (!copied || change.renamed || change.generated) others.push_back(change.to->name);
      if (!copied || !change.not_null || !change.to->not_null || change.to->generated) continue;
      add(no_such_row(name_, quoted(change.from->name) + " IS NULL",
                      "column " + diff_.to->name + "." + change.to->name + " is NULL", row));
    }
    for (const Constraint* constraint : diff_.added_constraints) {
      if (constraint->kind != schema::ConstraintKind::check) continue;
      const auto names = columns_of(constraint->check);
      const auto is_other = [&names](const std::string& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
      };
      if (std::any_of(others.begin(), others.end(), is_other)) continue;
      add(no_such_row(name_, "NOT (" + write_tree(constraint->check, target_) + ")",
                      "constraint " + constraint->name + " of table " + diff_.to->name + " fails",
                      row));
    }
  }

  // Empty: the column is left out and gets its default.
  std::string value_of(const Column& column) {
    const auto rule = rules_.find(column.id);
    if (rule != rules_.end()) return rule->second;
    const Column* old = diff_.from->find_id(column.id);
    if (old == nullptr) return {};
    const std::string value = converted(*old, column, target_);
    if (value.empty()) {
      result_.refused = "the values of column '" + column.name + "' cannot be converted from " +
                        schema::type_text(old->type) + " to " + schema::type_text(column.type);
    }
    return value;
  }

  // The counter of AUTOINCREMENT, also where the highest row or all rows are gone. DROP TABLE takes
  // its row away, and RENAME renames it.
  void keep_counter() {
    const std::string old_name = string_literal(name_);
    const std::string new_name = string_literal(temporary_);
    add("DELETE FROM sqlite_sequence WHERE name = " + new_name);
    add("INSERT INTO sqlite_sequence (name, seq) SELECT " + new_name +
        ", seq FROM sqlite_sequence WHERE name = " + old_name);
  }

  const TableDiff& diff_;
  const Schema& known_;
  const Schema& to_;
  const CopyRules& rules_;
  const Target& target_;
  SqliteAlter result_;
  std::string name_;
  std::string temporary_;
};

}  // namespace

std::string converted(const Column& from, const Column& to, const Target& target) {
  const std::string name = quoted(from.name);
  const TypeKind a = from.type.kind;
  const TypeKind b = to.type.kind;
  const bool chosen = from.storage != schema::Storage::standard || to.storage != from.storage;
  if (chosen) return restored(name, from.type, from.storage, to.type, to.storage);
  // The same storage class: what does not fit is refused by the new CHECK.
  if (a == b || (is_integer(a) && is_integer(b)) || type_text_of(from, target) == "") return name;
  if (is_integer(a) && is_number(b)) return name;
  if (is_number(a) && is_integer(b)) return "CAST(round(" + name + ") AS INTEGER)";
  if (is_number(a) && is_number(b)) return name;
  if (is_integer(a) && is_text(b)) return "CAST(" + name + " AS TEXT)";
  if (a == TypeKind::boolean && is_text(b)) {
    return "CASE " + name + " WHEN 1 THEN 'true' WHEN 0 THEN 'false' END";
  }
  if (a == TypeKind::boolean && is_integer(b)) return name;
  if (is_integer(a) && b == TypeKind::boolean) return name + " <> 0";
  if (a == TypeKind::date && (b == TypeKind::timestamp || b == TypeKind::timestamptz)) {
    return name + " || ' 00:00:00'";
  }
  if ((a == TypeKind::timestamp || a == TypeKind::timestamptz) && b == TypeKind::date) {
    return "substr(" + name + ",1,10)";
  }
  // Both TEXT. To a number only where STRICT refuses what is none.
  const bool strict = target.profile == SqliteProfile::full;
  const auto as_text = [](TypeKind kind) { return !is_number(kind) && kind != TypeKind::boolean; };
  if (is_text(a) && is_number(b)) return strict ? name : std::string();
  if (as_text(a) && as_text(b) && type_text_of(from, target) == type_text_of(to, target))
    return name;
  if (a == TypeKind::citext || b == TypeKind::citext) return name;
  return {};
}

SqliteAlter rebuild_table(const TableDiff& diff, const Schema& known, const Schema& to,
                          const CopyRules& rules, const Target& target) {
  // A condition that has no SQLite form would become NULL, and its CHECK would be lost.
  std::string unwritable;
  if (has_native_like(*diff.from, known)) {
    unwritable = "LIKE in its section for SQLite ignores case, and has no portable form";
  }
  Target own = target;
  own.unwritable = &unwritable;
  SqliteAlter result = Rebuild(diff, known, to, rules, own).run();
  if (result.refused.empty()) result.refused = unwritable;
  return result;
}

}  // namespace retort::compiler::lower
