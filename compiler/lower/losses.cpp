// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What a statement takes away for good. In: the schema before the section and around the statement;
// out: what a derived down would not bring back. What the section itself made is no loss.
#include <algorithm>

#include "lower/portable_section.hpp"
#include "lower/schema_change.hpp"

namespace retort::compiler::lower {

using schema::Column;
using schema::Type;
using schema::TypeKind;

namespace {

// Whether a value of `from` may not fit `to`: going back then cannot give the old values.
bool narrows(const Type& from, const Type& to) {
  if (schema::is_integer(from.kind) && schema::is_integer(to.kind)) return to.kind < from.kind;
  if (from.kind == to.kind) {
    const bool shorter = to.length >= 0 && (from.length < 0 || to.length < from.length);
    return shorter || (to.scale >= 0 && to.scale < from.scale);
  }
  if (schema::is_text(to.kind)) return schema::is_text(from.kind) && to.length >= 0;
  if (schema::is_integer(from.kind)) {
    return to.kind != TypeKind::double_precision && to.kind != TypeKind::numeric;
  }
  if (from.kind == TypeKind::real) return to.kind != TypeKind::double_precision;
  if (from.kind == TypeKind::date) return !schema::is_time(to.kind);
  if (from.kind == TypeKind::timestamp) return to.kind != TypeKind::timestamptz;
  if (from.kind == TypeKind::json) return to.kind != TypeKind::jsonb;
  return true;
}

}  // namespace

void PortableSection::note_change(const ast::QualifiedName& name,
                                  const std::vector<std::string>& columns) {
  const schema::Table* table = schema_.table(name.name.text);
  if (table == nullptr) return;
  const schema::Table* old = start_.table_by_id(table->id);
  if (old == nullptr) return;
  const bool all_new = !columns.empty() &&
                       std::all_of(columns.begin(), columns.end(), [&](const std::string& column) {
                         const Column* found = table->find(column);
                         return found != nullptr && old->find_id(found->id) == nullptr;
                       });
  if (!all_new) losses_.lost.push_back({span_, "the rows of '" + table->name + "' as they were"});
}

void PortableSection::note_losses(const ast::Statement& statement) {
  if (const auto* insert = std::get_if<ast::Insert>(&statement.node)) {
    return note_change(insert->table, {});
  }
  if (const auto* remove = std::get_if<ast::Delete>(&statement.node)) {
    return note_change(remove->table, {});
  }
  if (const auto* update = std::get_if<ast::Update>(&statement.node)) {
    std::vector<std::string> columns;
    for (const ast::Assignment& item : update->assignments) {
      for (const ast::Name& column : item.columns) columns.push_back(column.text);
    }
    return note_change(update->table, columns);
  }
  if (const auto* truncate = std::get_if<ast::Truncate>(&statement.node)) {
    for (const ast::QualifiedName& name : truncate->tables) note_change(name, {});
    return;
  }
  const bool alters = std::holds_alternative<ast::AlterTable>(statement.node) ||
                      std::holds_alternative<ast::Drop>(statement.node);
  if (!alters) return;
  const SchemaDiff diff = diff_schemas(before_, schema_);
  for (const schema::Table* table : diff.dropped) {
    if (start_.table_by_id(table->id) == nullptr) continue;
    losses_.lost.push_back({span_, "the rows of table '" + table->name + "'"});
  }
  for (const TableDiff& table : diff.altered) {
    const schema::Table* old = start_.table_by_id(table.from->id);
    for (const Column* column : table.dropped) {
      const bool here = old != nullptr && old->find_id(column->id) != nullptr;
      if (!here || column->generated) continue;
      losses_.lost.push_back(
          {span_, "the values of column '" + table.from->name + "." + column->name + "'"});
    }
    for (const ColumnChange& change : table.changed) {
      const bool here = old != nullptr && old->find_id(change.from->id) != nullptr;
      if (!here || !change.type || !narrows(change.from->type, change.to->type)) continue;
      losses_.lost.push_back(
          {span_, "the values of column '" + table.from->name + "." + change.from->name + "'"});
    }
  }
}

}  // namespace retort::compiler::lower
