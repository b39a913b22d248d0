// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A portable section, statement by statement. In: trees and the schema before them; out: the
// statements of one engine, and the schema behind them.
//
// On SQLite changes of a table wait in `pending_` until something could notice: one rebuild does
// for all of them. Rows are changed and views are made on the table as it then is.
#include "lower/portable_section.hpp"

#include <algorithm>

#include "lower/column_storage.hpp"
#include "lower/expression.hpp"
#include "lower/sqlite_rebuild.hpp"
#include "lower/warnings.hpp"
#include "lower/writer.hpp"
#include "schema/apply.hpp"
#include "schema/names.hpp"

namespace retort::compiler::lower {

using schema::quoted;

Target PortableSection::target() const {
  Target target;
  target.engine = engine_;
  target.profile = profile_;
  target.schema = &schema_;
  target.report = &report_;
  return target;
}

void PortableSection::add(std::string text) {
  result_.statements.push_back({std::move(text), span_});
}

CompiledSection PortableSection::run(const chain::SectionRef& section,
                                     const std::vector<ast::Statement>& statements) {
  result_.compiled = true;
  section_ = &section;
  for (const ast::Statement& statement : statements) {
    source_ = section.file->tokens.file->slice(statement.span);
    span_ = statement.span;
    report_.start(span_);
    this->statement(statement);
  }
  flush();
  return std::move(result_);
}

void PortableSection::statement(const ast::Statement& statement) {
  const std::size_t errors = report_.diagnostics().errors_reported();
  before_ = schema_;
  schema::ApplyOptions options;
  options.portable = true;
  options.diagnostics = &report_.diagnostics();
  options.revision = report_.revision();
  options.text = std::string(source_);
  options.storage = storage_of(*section_, statement, report_);
  schema::apply(schema_, statement, options);
  if (report_.diagnostics().errors_reported() != errors) return;
  note_losses(statement);
  std::visit(*this, statement.node);
}

void PortableSection::flush(const schema::Schema& to) {
  while (!pending_.empty()) flush(pending_.begin()->first, to);
}

void PortableSection::flush(std::uint32_t table, const schema::Schema& to) {
  const Pending pending = std::move(pending_.at(table));
  pending_.erase(table);
  const schema::Table* before = pending.base.table_by_id(table);
  const schema::Table* after = to.table_by_id(table);
  if (before == nullptr || after == nullptr) return;
  const TableDiff diff = diff_tables(*before, *after, pending.base, to);
  if (diff.empty() && pending.rules.empty() && !pending.forced) return;
  Target target = this->target();
  target.schema = &to;
  target.report = nullptr;  // said when it was altered
  SqliteAlter alter = pending.forced ? rebuild_table(diff, pending.base, to, pending.rules, target)
                                     : sqlite_alter(diff, pending.base, to, pending.rules, target);
  if (!alter.refused.empty()) {
    report_.start(pending.span);  // the way out shows this statement, and not the one that is read
    refuse(pending.span,
           "table '" + after->name + "' cannot be rebuilt on SQLite: " + alter.refused);
    report_.start(span_);
    return;
  }
  for (std::string& text : alter.statements) {
    result_.statements.push_back({std::move(text), pending.span});
  }
  result_.foreign_keys_off = result_.foreign_keys_off || alter.rebuilt;
}

bool PortableSection::is_pending(const std::string& table) const {
  const schema::Table* found = schema_.table(table);
  return found != nullptr && pending_.count(found->id) != 0;
}

void PortableSection::operator()(const ast::Select& node) {
  flush();
  add(Writer(target()).select(node, nullptr));
}
void PortableSection::operator()(const ast::Insert& node) {
  flush();
  Target to = target();
  to.place = Place::rows;
  if (sqlite()) warn_rows(node, schema_.table(node.table.name.text), report_);
  add(Writer(to).insert(node));
}
void PortableSection::operator()(const ast::Update& node) {
  flush();
  Target to = target();
  to.place = Place::rows;
  if (sqlite()) warn_rows(node, schema_.table(node.table.name.text), start_, report_);
  add(Writer(to).update(node));
}
void PortableSection::operator()(const ast::Delete& node) {
  flush();
  Target to = target();
  to.place = Place::rows;
  if (sqlite()) warn_rows(node, start_, report_);
  add(Writer(to).remove(node));
}

void PortableSection::operator()(const ast::Truncate& node) {
  flush();
  if (!sqlite()) return add_source();
  warn_rows(node, start_, report_);
  for (const ast::QualifiedName& name : node.tables) {
    const schema::Table* table = schema_.table(name.name.text);
    if (table == nullptr) {
      report_.unknown_table(name.name.span, name.name.text, schema_.relation_names());
      continue;
    }
    add("DELETE FROM " + quoted(table->name));
    const bool counts =
        std::any_of(table->columns.begin(), table->columns.end(),
                    [](const schema::Column& c) { return c.identity != schema::Identity::none; });
    if (node.restart_identity.value_or(false) && counts) {
      add("DELETE FROM sqlite_sequence WHERE name = " + schema::string_literal(table->name));
    }
  }
}

void PortableSection::operator()(const ast::CreateIndex& node) {
  std::string name;
  for (const auto& [key, index] : schema_.indexes) {
    if (before_.indexes.count(key) == 0) name = index->name;
  }
  if (name.empty()) return;  // IF NOT EXISTS, and it does
  const schema::Index& index = *schema_.index(name);
  if (!index.method.empty()) {
    refuse(node.method->span, "index method '" + index.method + "' has no SQLite form");
    return;
  }
  for (const ast::IndexTerm& term : node.keys) {
    if (term.operator_class) {
      refuse(term.operator_class->span, "operator classes have no SQLite form");
    }
    if (term.collation && term.collation->name.text != "C") {
      refuse(term.collation->span,
             "collation '" + term.collation->name.text + "' has no SQLite form",
             "COLLATE \"C\" is portable");
    }
  }
  if (!index.include.empty() && sqlite()) {
    report_.warn(diag::Kind::left_out, node.span,
                 index.unique
                     ? "SQLite has no INCLUDE: the columns are left out of the unique index"
                     : "SQLite has no INCLUDE: the columns become the last ones of the key");
  }
  for (const ast::IndexTerm& term : node.keys) {
    if (term.nulls == ast::NullsOrder::unspecified || !sqlite()) continue;
    report_.warn(diag::Kind::left_out, term.span,
                 "SQLite keeps NULLs first in an index; NULLS FIRST and LAST are left out");
  }
  if (node.nulls_not_distinct) refuse(node.span, "NULLS NOT DISTINCT has no SQLite form");
  Target to = target();
  to.table = schema_.table(index.table);
  std::string text = create_index(index, to);
  if (sqlite() && is_pending(index.table)) return;  // comes with the rebuild
  if (!sqlite() && node.concurrently) {
    text.insert(text.find("INDEX ") + 6, "CONCURRENTLY ");
  }
  add(std::move(text));
  if (sqlite() || !node.concurrently) return;
  result_.statements.back().index = quoted(index.name);
  result_.statements.back().index_table = quoted(index.table);
}

void PortableSection::operator()(const ast::CreateView& node) {
  flush();
  if (node.materialized || node.temporary || node.recursive) {
    refuse(node.span, "MATERIALIZED, TEMPORARY and RECURSIVE views have no SQLite form");
    return;
  }
  const schema::View* view = schema_.view(node.name.name.text);
  const schema::View* old = before_.view(node.name.name.text);
  if (view == nullptr || view == old) return;  // IF NOT EXISTS, and it does
  std::string text = create_view(*view, target());
  if (old != nullptr && sqlite()) add("DROP VIEW " + quoted(old->name));
  if (old != nullptr && !sqlite()) text.insert(7, "OR REPLACE ");
  add(std::move(text));
}

void PortableSection::operator()(const ast::CreateEnum& node) {
  if (!sqlite()) add(create_enum(*schema_.enumeration(node.name.name.text)));
}

void PortableSection::operator()(const ast::AddEnumValue& node) {
  losses_.irreversible.push_back({span_, "a new value of type '" + node.name.name.text + "'"});
  if (!sqlite()) return add_source();
  for (const auto& [key, table] : schema_.tables) {
    const bool uses =
        std::any_of(table->columns.begin(), table->columns.end(), [&node](const schema::Column& c) {
          return c.type.kind == schema::TypeKind::enumeration && c.type.name == node.name.name.text;
        });
    if (!uses) continue;
    pending_.try_emplace(table->id, Pending{before_, {}, span_, true});
    pending_.at(table->id).forced = true;
  }
}

void PortableSection::operator()(const ast::Comment&) {
  if (!sqlite()) add_source();
}

void PortableSection::operator()(const ast::CreateExtension& node) {
  if (!sqlite()) return add_source();
  report_.warn(diag::Kind::left_out, node.span, "SQLite has no such extension, and does without");
}

void PortableSection::operator()(const ast::Drop& node) {
  using ast::ObjectKind;
  const bool known = node.object == ObjectKind::table || node.object == ObjectKind::index ||
                     node.object == ObjectKind::view || node.object == ObjectKind::type;
  if (!known) {
    refuse(node.span, "this DROP has no SQLite form");
    return;
  }
  if (!sqlite()) return add_source();
  if (node.object == ObjectKind::type) return;
  for (const ast::QualifiedName& name : node.names) {
    const std::string& text = name.name.text;
    if (node.object == ObjectKind::index) {
      const schema::Index* index = before_.index(text);
      if (index != nullptr && !is_pending(index->table)) add("DROP INDEX " + quoted(text));
    } else if (node.object == ObjectKind::table) {
      const schema::Table* table = before_.table(text);
      if (table != nullptr) pending_.erase(table->id);
      flush();
      if (table != nullptr) add("DROP TABLE " + quoted(text));
    } else {
      flush();
      if (before_.view(text) != nullptr) add("DROP VIEW " + quoted(text));
    }
  }
}

}  // namespace retort::compiler::lower
