// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// INSERT, UPDATE, DELETE. In: the statement; out: text, with literals in the form that the columns
// keep, and what SQLite has no word for (DEFAULT as a value, USING) written another way.
#include <algorithm>
#include <set>

#include "lower/expression.hpp"
#include "lower/writer.hpp"
#include "schema/names.hpp"

namespace retort::compiler::lower {

using ast::Expr;
using diag::Kind;
using schema::quoted;
using schema::Scope;

namespace {

std::string counted(std::size_t count, std::string_view word) {
  return std::to_string(count) + " " + std::string(word) + (count == 1 ? "" : "s");
}

bool is_default(const Expr& value) { return std::holds_alternative<ast::DefaultValue>(value.node); }

}  // namespace

const schema::Table* Writer::dml_table(const ast::QualifiedName& name, Scope& scope,
                                       const std::optional<ast::Name>& alias) {
  scope.schema = target_.schema;
  const std::string& wanted = name.name.text;
  const schema::Table* table = target_.schema->table(wanted);
  if (table == nullptr) {
    const bool here = !name.schema || name.schema->text == "public";
    if (target_.report != nullptr && here && !target_.schema->is_rumour(wanted)) {
      target_.report->unknown_table(name.name.span, wanted, target_.schema->relation_names());
    }
    scope.relations.push_back({alias ? alias->text : wanted, {}, true});
  } else {
    scope.relations.push_back(schema::relation_of(*table, alias ? alias->text : wanted));
  }
  return table;
}

void Writer::check_columns(const schema::Table* table, const std::vector<ast::Name>& names) {
  if (target_.report == nullptr) return;
  std::set<std::string> seen;
  for (const ast::Name& name : names) {
    if (!seen.insert(name.text).second) {
      target_.report->diagnostics().report(Kind::duplicate_assignment, name.span, {name.text});
    }
    if (table == nullptr || table->uncertain || table->find(name.text) != nullptr) continue;
    std::vector<std::string> candidates;
    for (const schema::Column& column : table->columns) candidates.push_back(column.name);
    target_.report->unknown_column(name.span, name.text, candidates);
  }
}

std::string Writer::assigned(const Expr& value, const schema::Column* column, const Scope& scope) {
  if (is_default(value) && sqlite()) {
    const std::string text = column == nullptr ? "" : default_text(*column, target_);
    return text.empty() ? "NULL" : text;
  }
  if (column == nullptr) return expression(value, scope);
  return value_for(value, column->type, column->storage, scope);
}

std::string Writer::insert_rows(const ast::Insert& insert, const schema::Table* table,
                                std::vector<std::string>& columns, const Scope& scope) {
  const auto& rows = std::get<ast::Values>(insert.source->body).rows;
  std::vector<bool> left_out(columns.size(), false);
  for (std::size_t i = 0; i < columns.size() && sqlite(); ++i) {
    left_out[i] = std::all_of(rows.begin(), rows.end(), [i](const auto& row) {
      return i < row.size() && is_default(row[i]);
    });
  }
  std::string text;
  for (const auto& row : rows) {
    if (row.size() != columns.size() && target_.report != nullptr && !columns.empty() &&
        (!insert.columns.empty() || row.size() > columns.size())) {
      target_.report->diagnostics().report(
          Kind::wrong_value_count, row.empty() ? insert.span : row.front().span,
          {counted(row.size(), "value"), counted(columns.size(), "column")});
    }
    std::string list;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i < left_out.size() && left_out[i]) continue;
      const schema::Column* column =
          table == nullptr || i >= columns.size() ? nullptr : table->find(columns[i]);
      list += (list.empty() ? "" : ", ") + assigned(row[i], column, scope);
    }
    text += (text.empty() ? "VALUES (" : ", (") + list + ")";
  }
  std::vector<std::string> kept;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!left_out[i]) kept.push_back(columns[i]);
  }
  if (kept.empty() && !columns.empty() && rows.size() == 1) text = "DEFAULT VALUES";
  columns = std::move(kept);
  return text;
}

std::string Writer::insert(const ast::Insert& insert) {
  Scope scope;
  std::string prefix;
  scope.schema = target_.schema;
  if (insert.with) prefix = with(*insert.with, scope);
  const schema::Table* table = dml_table(insert.table, scope, insert.alias);
  if (insert.conflict != ast::ConflictAction::unspecified) {
    refuse(insert.span, "INSERT OR … is SQLite's own", "ON CONFLICT (…) DO … is portable");
  }
  check_columns(table, insert.columns);
  std::vector<std::string> columns;
  for (const ast::Name& name : insert.columns) columns.push_back(name.text);
  // Without a list the columns are all of them: written out, so that their order cannot matter.
  const bool listed = !columns.empty();
  const auto* rows = insert.source ? std::get_if<ast::Values>(&insert.source->body) : nullptr;
  if (!listed && table != nullptr && !table->uncertain && insert.source) {
    for (const schema::Column& column : table->columns) {
      if (!column.generated) columns.push_back(column.name);
    }
    std::size_t width = columns.size();
    if (rows != nullptr && !rows->rows.empty()) {
      width = rows->rows.front().size();
    } else {
      const schema::Relation output = schema::output_of(*insert.source, scope, {});
      if (!output.open) width = output.fields.size();
    }
    if (width < columns.size()) columns.resize(width);
  }
  std::string text;
  if (!insert.source) {
    text = "DEFAULT VALUES";
  } else if (rows != nullptr && !insert.source->limit && insert.source->order_by.empty()) {
    text = insert_rows(insert, table, columns, scope);
  } else {
    const schema::Relation output = schema::output_of(*insert.source, scope, {});
    if (!output.open && !columns.empty() && output.fields.size() != columns.size() &&
        target_.report != nullptr) {
      target_.report->diagnostics().report(
          Kind::wrong_value_count, insert.source->span,
          {counted(output.fields.size(), "value"), counted(columns.size(), "column")});
    }
    if (!output.open) check_stored_columns(output, table, columns, insert.source->span);
    Scope around;
    around.schema = target_.schema;
    around.ctes = scope.ctes;
    text = select(*insert.source, &around);
    const auto* core = std::get_if<ast::SelectCore>(&insert.source->body);
    const bool ambiguous = core != nullptr && !core->from.empty() && !core->where &&
                           core->group_by.empty() && insert.source->order_by.empty() &&
                           !insert.source->limit;
    if (sqlite() && ambiguous && !insert.on_conflict.empty()) text += " WHERE true";
  }
  std::string head = prefix + "INSERT INTO " + table_name(insert.table);
  if (insert.alias) head += " AS " + quoted(insert.alias->text);
  if (!columns.empty()) head += " (" + schema::quoted_list(columns) + ")";
  if (!sqlite() && insert.overriding == ast::Overriding::system_value) {
    head += " OVERRIDING SYSTEM VALUE";
  }
  if (!sqlite() && insert.overriding == ast::Overriding::user_value) {
    head += " OVERRIDING USER VALUE";
  }
  text = head + " " + text;
  for (const ast::OnConflict& conflict : insert.on_conflict) {
    text += on_conflict(conflict, table, scope);
  }
  return text + returning(insert.returning, scope);
}

std::string Writer::on_conflict(const ast::OnConflict& conflict, const schema::Table* table,
                                const Scope& scope) {
  std::string text = " ON CONFLICT";
  std::string target;
  for (const ast::IndexTerm& term : conflict.target) {
    target += (target.empty() ? "" : ", ") +
              (term.column ? quoted(term.column->text) : "(" + expression(*term.expr, scope) + ")");
    if (term.column) check_columns(table, {*term.column});
  }
  if (conflict.constraint) {
    const schema::Constraint* key =
        table == nullptr ? nullptr : table->find_constraint(conflict.constraint->text);
    if (key != nullptr) {
      target = schema::quoted_list(key->columns);
    } else if (target_.report != nullptr && table != nullptr && !table->uncertain) {
      target_.report->diagnostics().report(Kind::unknown_object, conflict.constraint->span,
                                           {"constraint", conflict.constraint->text});
    }
  }
  if (!target.empty()) text += " (" + target + ")";
  if (conflict.target_where) text += " WHERE " + expression(*conflict.target_where, scope);
  if (!conflict.update) return text + " DO NOTHING";
  Scope inner = scope;
  if (table != nullptr) inner.relations.push_back(schema::relation_of(*table, "excluded"));
  text += " DO UPDATE SET " + assignments(conflict.assignments, table, inner);
  if (conflict.where) text += " WHERE " + expression(*conflict.where, inner);
  return text;
}

std::string Writer::assignments(const std::vector<ast::Assignment>& list,
                                const schema::Table* table, const Scope& scope) {
  std::vector<ast::Name> names;
  std::string text;
  for (const ast::Assignment& item : list) {
    names.insert(names.end(), item.columns.begin(), item.columns.end());
    text += (text.empty() ? "" : ", ") + assignment(item, table, scope);
  }
  check_columns(table, names);
  return text;
}

std::string Writer::assignment(const ast::Assignment& item, const schema::Table* table,
                               const Scope& scope) {
  const auto column_of = [table](const ast::Name& name) {
    return table == nullptr ? nullptr : table->find(name.text);
  };
  if (!item.row) {
    return quoted(item.columns.front().text) + " = " +
           assigned(item.value, column_of(item.columns.front()), scope);
  }
  std::string names;
  for (const ast::Name& name : item.columns) {
    names += (names.empty() ? "" : ", ") + quoted(name.text);
  }
  const auto* row = std::get_if<ast::Row>(&item.value.node);
  if (const auto* query = std::get_if<ast::ScalarSubquery>(&item.value.node)) {
    std::vector<std::string> columns;
    for (const ast::Name& name : item.columns) columns.push_back(name.text);
    check_stored_columns(schema::output_of(*query->query, scope, {}), table, columns,
                         item.value.span);
  }
  if (row == nullptr) return "(" + names + ") = " + expression(item.value, scope);
  std::string values;
  for (std::size_t i = 0; i < row->fields.size(); ++i) {
    const schema::Column* column = i < item.columns.size() ? column_of(item.columns[i]) : nullptr;
    values += (values.empty() ? "" : ", ") + assigned(row->fields[i], column, scope);
  }
  return "(" + names + ") = (" + values + ")";
}

std::string Writer::update(const ast::Update& update) {
  Scope scope;
  std::string text;
  scope.schema = target_.schema;
  if (update.with) text = with(*update.with, scope);
  const schema::Table* table = dml_table(update.table, scope, update.alias);
  if (update.conflict != ast::ConflictAction::unspecified) {
    refuse(update.span, "UPDATE OR … is SQLite's own");
  }
  std::string tables;
  for (const ast::TableRef& ref : update.from) {
    tables += (tables.empty() ? " FROM " : ", ") + from(ref, scope);
  }
  text += "UPDATE " + table_name(update.table);
  if (update.alias) text += " AS " + quoted(update.alias->text);
  text += " SET " + assignments(update.assignments, table, scope) + tables;
  if (update.where) text += " WHERE " + expression(*update.where, scope);
  return text + returning(update.returning, scope);
}

std::string Writer::remove(const ast::Delete& remove) {
  Scope scope;
  std::string text;
  scope.schema = target_.schema;
  if (remove.with) text = with(*remove.with, scope);
  dml_table(remove.table, scope, remove.alias);
  std::string tables;
  for (const ast::TableRef& ref : remove.using_) {
    tables += (tables.empty() ? "" : ", ") + from(ref, scope);
  }
  text += "DELETE FROM " + table_name(remove.table);
  if (remove.alias) text += " AS " + quoted(remove.alias->text);
  std::string where = remove.where ? expression(*remove.where, scope) : std::string();
  if (!tables.empty() && sqlite()) {
    where = "EXISTS (SELECT 1 FROM " + tables + (where.empty() ? "" : " WHERE " + where) + ")";
  } else if (!tables.empty()) {
    text += " USING " + tables;
  }
  if (!where.empty()) text += " WHERE " + where;
  return text + returning(remove.returning, scope);
}

}  // namespace retort::compiler::lower
