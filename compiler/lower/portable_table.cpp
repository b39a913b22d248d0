// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// CREATE TABLE and ALTER TABLE of portable sections. In: the statement and the models of the table
// before and after it; out: statements of the engine, or a refusal at the part that it has not.
#include <algorithm>

#include "lower/column_storage.hpp"
#include "lower/expression.hpp"
#include "lower/literal.hpp"
#include "lower/portable_section.hpp"
#include "lower/schema_change.hpp"
#include "lower/sqlite_rebuild.hpp"
#include "lower/warnings.hpp"
#include "lower/writer.hpp"
#include "schema/apply.hpp"
#include "schema/names.hpp"
#include "schema/queries.hpp"

namespace retort::compiler::lower {

using schema::Column;
using schema::Constraint;
using schema::quoted;
using schema::Table;
using schema::TypeKind;

namespace {

// A literal default that PostgreSQL would refuse when the column is made.
bool holds(const Column& column) {
  const ast::Expr* value = column.default_value.get();
  if (const auto* cast = std::get_if<ast::Cast>(&value->node)) value = &*cast->operand;
  const auto* literal = std::get_if<ast::Literal>(&value->node);
  if (literal == nullptr || literal->kind == ast::LiteralKind::null_value) return true;
  const TypeKind kind = column.type.kind;
  if (literal->kind == ast::LiteralKind::string || column.storage != schema::Storage::standard) {
    return stored_literal(column.type, column.storage, literal->text).has_value();
  }
  if (literal->kind == ast::LiteralKind::number) {
    if (kind == TypeKind::boolean) return literal->text == "0" || literal->text == "1";
    return schema::is_number(kind) || schema::is_text(kind) || kind == TypeKind::other;
  }
  return kind == TypeKind::boolean || schema::is_text(kind);
}

bool is_rename(const ast::AlterTable& node) {
  return std::any_of(node.actions.begin(), node.actions.end(), [](const ast::AlterAction& action) {
    return std::holds_alternative<ast::RenameTo>(action.node) ||
           std::holds_alternative<ast::RenameColumn>(action.node);
  });
}

// USING that only says what the conversion is anyway: the column, or a cast of it.
bool is_plain_cast(const ast::Expr& expression, const std::string& column) {
  if (const auto* reference = std::get_if<ast::ColumnRef>(&expression.node)) {
    return reference->column.text == column;
  }
  const auto* cast = std::get_if<ast::Cast>(&expression.node);
  return cast != nullptr && is_plain_cast(*cast->operand, column);
}

template <class Action>
bool has(const ast::AlterTable& node) {
  return std::any_of(node.actions.begin(), node.actions.end(), [](const ast::AlterAction& action) {
    return std::holds_alternative<Action>(action.node);
  });
}

std::string literal_text(const Column& column, const Target& target) {
  Target quiet = target;
  quiet.report = nullptr;
  quiet.engine = dialect::Engine::postgres;
  return default_text(column, quiet);
}

// One action of a statement, of which it is known already that it can be applied.
void apply_action(schema::Schema& schema, const ast::AlterTable& node,
                  const ast::AlterAction& action) {
  ast::AlterTable only = node;
  only.actions = {action};
  ast::Statement statement;
  statement.span = node.span;
  statement.node = std::move(only);
  schema::ApplyOptions options;
  options.portable = true;
  schema::apply(schema, statement, options);
}

// A new column whose default changes in the same statement: one after the other, or its first
// default would be lost. Empty: not of this kind.
std::vector<std::string> one_by_one(const ast::AlterTable& node, schema::Schema schema,
                                    const Target& target) {
  std::vector<std::string> statements;
  if (!has<ast::AddColumn>(node) || has<ast::SetType>(node)) return {};
  if (!has<ast::SetDefault>(node) && !has<ast::DropDefault>(node)) return {};
  for (const ast::AlterAction& action : node.actions) {
    const schema::Schema before = schema;
    apply_action(schema, node, action);
    SchemaChange change = change_postgres(diff_schemas(before, schema), target, false);
    if (!change.refused.empty()) return {};
    for (std::string& text : change.statements) statements.push_back(std::move(text));
  }
  return statements;
}

}  // namespace

void PortableSection::check_types(const Table& table, const std::vector<const Column*>& columns) {
  for (const Column* column : columns) {
    std::vector<std::string> values;
    if (const auto* type = schema_.enumeration(column->type.name)) values = type->values;
    if (sqlite()) warn_column(*column, report_);
    check_name({column->name, column->span, false}, "column", report_);
    const SqliteType form =
        sqlite_type(column->type, column->storage, quoted(column->name), values);
    if (const std::string why = misfit(column->type, column->storage); !why.empty()) {
      report_.bad_storage(column->span,
                          "column '" + column->name + "' of type '" +
                              schema::type_text(column->type) + "': storage " + why,
                          "without the comment it is kept as its type says");
      continue;
    }
    if (!form.refused.empty()) {
      refuse(column->span,
             "type '" + schema::type_text(column->type) + "' of column '" + column->name +
                 "' has " + form.refused,
             form.help);
    }
    if (!column->collation.empty() && column->collation != "C") {
      refuse(column->span, "collation '" + column->collation + "' has no SQLite form",
             "COLLATE \"C\" is portable");
    }
    if (column->generated && !column->stored) {
      refuse(column->span, "a VIRTUAL generated column needs PostgreSQL 18", "write STORED");
    }
    Target sqlite_target = target();
    sqlite_target.engine = dialect::Engine::sqlite;
    if (column->identity != schema::Identity::none &&
        !key_at_column(table, *column, sqlite_target)) {
      refuse(column->span, "an identity column that is not the primary key has no SQLite form",
             "id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY");
    }
    if (column->default_value && form.refused.empty() && !holds(*column)) {
      report_.diagnostics()
          .report(diag::Kind::bad_default, column->default_value->span,
                  {schema::type_text(column->type), literal_text(*column, target())})
          .revision(report_.revision());
    }
  }
}

void PortableSection::operator()(const ast::CreateTable& node) {
  const Table* table = schema_.table(node.name.name.text);
  if (node.persistence != ast::Persistence::permanent || node.as_select || node.partition_by ||
      !node.inherits.empty() || node.method || node.tablespace || !node.options.empty() ||
      node.strict || node.without_rowid) {
    std::string_view what = "this form of CREATE TABLE";
    if (node.as_select) what = "CREATE TABLE … AS";
    if (node.partition_by) what = "PARTITION BY";
    if (!node.inherits.empty()) what = "INHERITS";
    if (node.persistence != ast::Persistence::permanent) what = "a TEMPORARY or UNLOGGED table";
    refuse(node.span, std::string(what) + " is not portable");
    return;
  }
  if (table == nullptr || table == before_.table(node.name.name.text)) return;  // IF NOT EXISTS
  for (const ast::TableElement& element : node.elements) {
    const auto* constraint = std::get_if<ast::TableConstraint>(&element);
    if (constraint != nullptr && std::holds_alternative<ast::ExcludeConstraint>(constraint->node)) {
      refuse(constraint->span, "EXCLUDE has no SQLite form");
    }
  }
  check_name(node.name.name, "table", report_);
  warn_collision(node.name.name, before_, report_);
  std::vector<const Column*> columns;
  for (const Column& column : table->columns) columns.push_back(&column);
  const std::size_t errors = report_.diagnostics().errors_reported();
  check_types(*table, columns);
  for (const Constraint& constraint : table->constraints) {
    const bool key = constraint.kind == schema::ConstraintKind::unique ||
                     constraint.kind == schema::ConstraintKind::primary_key;
    if (key && constraint.deferrable) {
      report_
          .warn(diag::Kind::ignored_deferrable, constraint.span,
                "SQLite checks a DEFERRABLE key at once")
          .help("order the statements so that no row is in the way, and leave DEFERRABLE out");
    }
    if (constraint.nulls_not_distinct) {
      refuse(constraint.span, "NULLS NOT DISTINCT has no SQLite form");
    }
  }
  if (report_.diagnostics().errors_reported() != errors) return;
  Target to = target();
  to.table = table;
  add(create_table(*table, table->name, to));
}

bool PortableSection::refuse_actions(const ast::AlterTable& node) {
  if (node.object == ast::ObjectKind::index || node.object == ast::ObjectKind::view) {
    if (node.actions.size() == 1 && has<ast::RenameTo>(node)) return false;
  }
  if (node.object != ast::ObjectKind::table) {
    refuse(node.span, "this ALTER has no SQLite form");
    return true;
  }
  bool refused = false;
  for (const ast::AlterAction& action : node.actions) {
    const auto* constraint = std::get_if<ast::AddConstraint>(&action.node);
    const bool exclude = constraint != nullptr && std::holds_alternative<ast::ExcludeConstraint>(
                                                      constraint->constraint.node);
    const bool other =
        action.node.index() > ast::AlterAction{{}, ast::RenameConstraint{}}.node.index();
    if (!exclude && !other) continue;
    refuse(action.span, "this action of ALTER TABLE has no SQLite form");
    refused = true;
  }
  return refused;
}

void PortableSection::operator()(const ast::AlterTable& node) {
  if (refuse_actions(node)) return;
  const std::string& name = node.name.name.text;
  if (node.object == ast::ObjectKind::index || node.object == ast::ObjectKind::view) {
    const auto& to = std::get<ast::RenameTo>(node.actions.front().node).name.text;
    if (!sqlite()) return add_source();
    flush(before_);
    if (node.object == ast::ObjectKind::index && before_.index(name) != nullptr) {
      add("DROP INDEX " + quoted(name));
      Target target = this->target();
      target.report = nullptr;
      add(create_index(*schema_.index(to), target));
    } else if (before_.view(name) != nullptr) {
      add("DROP VIEW " + quoted(name));
      add(create_view(*schema_.view(to), target()));
    }
    return;
  }
  const Table* before = before_.table(name);
  if (before == nullptr) return;  // IF EXISTS, and it does not
  const Table& after = *schema_.table_by_id(before->id);
  const TableDiff diff = diff_tables(*before, after, before_, schema_);
  std::vector<const Column*> changed = diff.added;
  for (const ColumnChange& change : diff.changed) {
    if (change.shape()) changed.push_back(change.to);
    if (!change.renamed) continue;
    for (const auto& [key, view] : schema_.views) {
      if (view->reads.count(schema_.key(after.name)) == 0 || !view->query ||
          schema::columns_in(*view->query).count(change.from->name) == 0) {
        continue;
      }
      report_.diagnostics()
          .report(diag::Kind::still_used, node.span,
                  {"column '" + change.from->name + "'", "view '" + view->name + "'"})
          .note(view->span, "the view was made here")
          .help("drop the view before, and make it again behind:  DROP VIEW " + quoted(view->name))
          .revision(report_.revision());
    }
  }
  for (const Column* column : diff.added) {
    const bool given = !column->not_null || column->default_value || column->generated ||
                       column->identity != schema::Identity::none;
    if (given || start_.table_by_id(before->id) == nullptr) continue;
    report_
        .warn(diag::Kind::not_null_without_default, column->span,
              "column '" + column->name + "' is NOT NULL and has no value for the rows that '" +
                  after.name + "' has")
        .help("give it a DEFAULT, or add it without NOT NULL, fill it, and then:  ALTER TABLE " +
              quoted(after.name) + " ALTER COLUMN " + quoted(column->name) + " SET NOT NULL");
  }
  const std::size_t errors = report_.diagnostics().errors_reported();
  check_types(after, changed);
  if (report_.diagnostics().errors_reported() != errors) return;
  // New expressions are looked at with the columns that they may name.
  Target look = target();
  look.engine = dialect::Engine::sqlite;
  look.table = &after;
  for (const Column* column : diff.added) static_cast<void>(column_text(after, *column, look));
  for (const Constraint* constraint : diff.added_constraints) {
    static_cast<void>(constraint_text(*constraint, look));
  }
  if (sqlite()) {
    alter_sqlite(node, *before);
  } else {
    alter_postgres(node);
  }
}

void PortableSection::copy_rules(const ast::AlterTable& node, const Table& before,
                                 CopyRules& rules) {
  for (const ast::AlterAction& action : node.actions) {
    const auto* set = std::get_if<ast::SetType>(&action.node);
    if (set == nullptr) continue;
    const Column* column = before.find(set->column.text);
    if (column == nullptr) continue;
    const Column* now = schema_.table_by_id(before.id)->find_id(column->id);
    const bool plain = !set->using_ || is_plain_cast(*set->using_, column->name);
    if (now == nullptr || (plain && !converted(*column, *now, target()).empty())) continue;
    if (!set->using_) {
      refuse(action.span,
             "no conversion of column '" + column->name + "' from " +
                 schema::type_text(column->type) + " to " + schema::type_text(now->type) +
                 " does the same on both engines",
             "say how:  ALTER COLUMN " + quoted(column->name) + " TYPE " +
                 schema::type_text(now->type) + " USING …");
      continue;
    }
    Target over = target();
    over.schema = &before_;
    schema::Scope scope;
    scope.schema = &before_;
    scope.relations.push_back(schema::relation_of(before, before.name));
    rules[column->id] = Writer(over).value_for(*set->using_, now->type, now->storage, scope);
  }
}

// Rows that are there when a column is made have the default of that moment, whatever it becomes
// before the table is built anew.
void PortableSection::keep_first_defaults(const ast::AlterTable& node, const Table& before,
                                          Pending& pending) {
  if (!has<ast::SetDefault>(node) && !has<ast::DropDefault>(node)) return;
  schema::Schema added = before_;
  for (const ast::AlterAction& action : node.actions) {
    if (std::holds_alternative<ast::AddColumn>(action.node)) apply_action(added, node, action);
  }
  const Table& first = *added.table_by_id(before.id);
  const Table& base = *pending.base.table_by_id(before.id);
  const Table& after = *schema_.table_by_id(before.id);
  Target quiet = target();
  quiet.report = nullptr;
  for (const ast::AlterAction& action : node.actions) {
    const ast::Name* name = nullptr;
    if (const auto* set = std::get_if<ast::SetDefault>(&action.node)) name = &set->column;
    if (const auto* drop = std::get_if<ast::DropDefault>(&action.node)) name = &drop->column;
    const Column* column = name == nullptr ? nullptr : first.find(name->text);
    const Column* now = column == nullptr ? nullptr : after.find(column->name);
    if (now == nullptr || base.find_id(now->id) != nullptr) continue;
    const std::string value = default_text(*column, quiet);
    pending.rules.emplace(now->id, value.empty() ? "NULL" : value);
  }
}

void PortableSection::alter_sqlite(const ast::AlterTable& node, const Table& before) {
  CopyRules rules;
  copy_rules(node, before, rules);
  // A rename is followed by views, triggers and other tables' keys when SQLite makes it, and USING
  // reads what stands in the table now.
  if (is_rename(node) || (!rules.empty() && pending_.count(before.id) != 0)) flush(before_);
  auto& pending = pending_.try_emplace(before.id, Pending{before_, {}, span_, false}).first->second;
  pending.rules.insert(rules.begin(), rules.end());
  keep_first_defaults(node, before, pending);
  const Table& after = *schema_.table_by_id(before.id);
  const Table* base = pending.base.table_by_id(before.id);
  const TableDiff diff = diff_tables(*base, after, pending.base, schema_);
  Target quiet = target();
  quiet.report = nullptr;
  if (!pending.forced && is_native(diff, pending.base, pending.rules, quiet)) {
    flush(before.id, schema_);
  }
}

void PortableSection::alter_postgres(const ast::AlterTable& node) {
  for (const ast::AlterAction& action : node.actions) {
    const auto* set = std::get_if<ast::SetType>(&action.node);
    if (set == nullptr || set->using_) continue;
    const Table* before = before_.table(node.name.name.text);
    const Column* column = before->find(set->column.text);
    const schema::Type to = schema::type_of(set->type, &schema_);
    if (column != nullptr && column->type.kind == TypeKind::timestamp &&
        to.kind == TypeKind::timestamptz) {
      // No rewrite, and the same moment whatever the session's zone is.
      add("SET LOCAL timezone = 'UTC'");
    }
  }
  // What the author wrote, but for what the model reads otherwise: serial, and 0 and 1 as boolean.
  if (!has<ast::AddColumn>(node) && !has<ast::SetDefault>(node)) return add_source();
  const SchemaDiff diff = diff_schemas(before_, schema_);
  Target to = target();
  to.report = nullptr;
  std::vector<std::string> steps = one_by_one(node, before_, to);
  if (!steps.empty()) {
    for (std::string& text : steps) add(std::move(text));
    return;
  }
  SchemaChange change = change_postgres(diff, to, false);
  const bool mixed = node.actions.size() > 1 && has<ast::SetType>(node);
  if (mixed || !change.refused.empty() || change.statements.empty()) return add_source();
  for (std::string& text : change.statements) add(std::move(text));
}

}  // namespace retort::compiler::lower
