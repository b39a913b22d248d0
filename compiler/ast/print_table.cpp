// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// CREATE TABLE with its columns and constraints to SQL. In: a tree. Out: its text.
#include <array>

#include "ast/printer.hpp"

namespace retort::compiler::ast {
namespace {

constexpr std::array<std::string_view, 6> referential_actions = {
    "", "NO ACTION", "RESTRICT", "CASCADE", "SET NULL", "SET DEFAULT"};

}  // namespace

void Printer::options(const std::vector<StorageOption>& list_of) {
  word("(");
  list(list_of, [&](const StorageOption& option) {
    if (option.schema) {
      name(*option.schema);
      raw(".");
      Printer behind(dialect::Engine::postgres);
      behind.name(option.name);
      raw(behind.take());
    } else {
      name(option.name);
    }
    if (!option.value.empty()) word("=").word(option.value);
  });
  raw(")");
}

void Printer::sequence_options(const std::vector<SequenceOption>& list_of) {
  static constexpr std::array<std::string_view, 14> words = {
      "AS",       "START WITH",    "INCREMENT BY", "MINVALUE",     "NO MINVALUE",
      "MAXVALUE", "NO MAXVALUE",   "CACHE",        "CYCLE",        "NO CYCLE",
      "OWNED BY", "OWNED BY NONE", "RESTART",      "SEQUENCE NAME"};
  for (const SequenceOption& option : list_of) {
    word(words[static_cast<std::size_t>(option.kind)]);
    if (option.kind == SequenceOptionKind::restart && !option.number.empty()) word("WITH");
    if (!option.number.empty()) word(option.number);
    if (option.type) type(*option.type);
    if (option.name) name(*option.name);
    if (!option.table || !option.column) continue;
    name(*option.table);
    raw(".");
    Printer behind(dialect::Engine::postgres);
    behind.name(*option.column);
    raw(behind.take());
  }
}

void Printer::timing(const ConstraintTiming& timing) {
  if (timing.deferrable) word(*timing.deferrable ? "DEFERRABLE" : "NOT DEFERRABLE");
  if (timing.initially_deferred) {
    word(*timing.initially_deferred ? "INITIALLY DEFERRED" : "INITIALLY IMMEDIATE");
  }
}

void Printer::references(const References& references) {
  static constexpr std::array<std::string_view, 4> matches = {"", "MATCH SIMPLE", "MATCH FULL",
                                                              "MATCH PARTIAL"};
  word("REFERENCES");
  name(references.table);
  if (!references.columns.empty()) names(references.columns);
  if (references.match != MatchKind::unspecified) {
    word(matches[static_cast<std::size_t>(references.match)]);
  }
  if (references.on_delete != ReferentialAction::unspecified) {
    word("ON DELETE").word(referential_actions[static_cast<std::size_t>(references.on_delete)]);
    if (!references.on_delete_columns.empty()) names(references.on_delete_columns);
  }
  if (references.on_update != ReferentialAction::unspecified) {
    word("ON UPDATE").word(referential_actions[static_cast<std::size_t>(references.on_update)]);
  }
}

void Printer::key(const KeyConstraint& key, bool of_column) {
  word(key.primary ? "PRIMARY KEY" : "UNIQUE");
  if (key.order == SortOrder::ascending) word("ASC");
  if (key.order == SortOrder::descending) word("DESC");
  if (key.nulls_not_distinct) word("NULLS NOT DISTINCT");
  if (key.using_index) word("USING INDEX"), name(*key.using_index);
  if (!of_column && !key.columns.empty()) {
    word("(");
    list(key.columns, [&](const IndexTerm& term) { index_term(term); });
    raw(")");
  }
  if (!key.include.empty()) word("INCLUDE"), names(key.include);
  if (!key.options.empty()) word("WITH"), options(key.options);
  if (key.tablespace) word("USING INDEX TABLESPACE"), name(*key.tablespace);
  if (key.conflict != ConflictAction::unspecified) word("ON CONFLICT"), conflict(key.conflict);
  if (key.autoincrement) word("AUTOINCREMENT");
}

void Printer::constraint(const ColumnConstraint& constraint) {
  const auto print = [&](const auto& one) {
    using Node = std::decay_t<decltype(one)>;
    if constexpr (std::is_same_v<Node, NotNullConstraint>) {
      word("NOT NULL");
      if (one.conflict != ConflictAction::unspecified) word("ON CONFLICT"), conflict(one.conflict);
    } else if constexpr (std::is_same_v<Node, NullConstraint>) {
      word("NULL");
    } else if constexpr (std::is_same_v<Node, DefaultConstraint>) {
      // A name alone stays one: in SQLite it is a string there, in parentheses it is a column.
      word("DEFAULT");
      const auto* unary = std::get_if<Unary>(&one.value.node);
      const bool signed_literal =
          unary != nullptr && std::holds_alternative<Literal>(unary->operand->node);
      if (std::holds_alternative<Literal>(one.value.node) || signed_literal ||
          std::holds_alternative<ColumnRef>(one.value.node) ||
          std::holds_alternative<CurrentValue>(one.value.node)) {
        expr(one.value);
      } else {
        word("(");
        expr(one.value);
        raw(")");
      }
    } else if constexpr (std::is_same_v<Node, CheckConstraint>) {
      word("CHECK (");
      expr(one.condition);
      raw(")");
    } else if constexpr (std::is_same_v<Node, CollateConstraint>) {
      word("COLLATE");
      name(one.collation);
    } else if constexpr (std::is_same_v<Node, GeneratedConstraint>) {
      word(one.short_form ? "AS (" : "GENERATED ALWAYS AS (");
      expr(one.value);
      raw(")");
      if (one.stored) word(*one.stored ? "STORED" : "VIRTUAL");
    } else if constexpr (std::is_same_v<Node, IdentityConstraint>) {
      word(one.always ? "GENERATED ALWAYS AS IDENTITY" : "GENERATED BY DEFAULT AS IDENTITY");
      if (one.options.empty()) return;
      word("(");
      sequence_options(one.options);
      raw(")");
    } else if constexpr (std::is_same_v<Node, KeyConstraint>) {
      key(one, true);
    } else {
      references(one.references);
    }
  };
  if (constraint.name) word("CONSTRAINT"), name(*constraint.name);
  std::visit(print, constraint.node);
  if (constraint.no_inherit) word("NO INHERIT");
  timing(constraint.timing);
}

void Printer::constraint(const TableConstraint& constraint) {
  if (constraint.name) word("CONSTRAINT"), name(*constraint.name);
  if (const auto* keys = std::get_if<KeyConstraint>(&constraint.node)) {
    key(*keys, false);
  } else if (const auto* check = std::get_if<CheckConstraint>(&constraint.node)) {
    word("CHECK (");
    expr(check->condition);
    raw(")");
  } else if (const auto* foreign = std::get_if<ForeignKeyConstraint>(&constraint.node)) {
    word("FOREIGN KEY");
    names(foreign->columns);
    references(foreign->references);
  } else {
    const auto& exclude = std::get<ExcludeConstraint>(constraint.node);
    word("EXCLUDE");
    if (exclude.method) word("USING"), name(*exclude.method);
    word("(");
    list(exclude.elements, [&](const ExcludeElement& element) {
      index_term(element.term);
      word("WITH");
      operator_name(element.op);
    });
    raw(")");
    if (!exclude.include.empty()) word("INCLUDE"), names(exclude.include);
    if (!exclude.options.empty()) word("WITH"), options(exclude.options);
    if (exclude.tablespace) word("USING INDEX TABLESPACE"), name(*exclude.tablespace);
    if (exclude.where) {
      word("WHERE (");
      expr(*exclude.where);
      raw(")");
    }
  }
  timing(constraint.timing);
  if (constraint.not_valid) word("NOT VALID");
  if (constraint.no_inherit) word("NO INHERIT");
}

void Printer::column(const ColumnDef& column) {
  name(column.name);
  if (column.type) type(*column.type);
  for (const ColumnConstraint& one : column.constraints) constraint(one);
}

void Printer::node(const CreateTable& table) {
  word("CREATE");
  if (table.persistence == Persistence::temporary) word("TEMPORARY");
  if (table.persistence == Persistence::unlogged) word("UNLOGGED");
  word("TABLE");
  if (table.if_not_exists) word("IF NOT EXISTS");
  name(table.name);
  if (!table.as_columns.empty()) names(table.as_columns);
  if (!table.as_select) {
    word("(");
    list(table.elements, [&](const TableElement& element) {
      if (const auto* like = std::get_if<LikeClause>(&element)) {
        word("LIKE");
        name(like->table);
        for (const LikeOption& option : like->options) {
          word(option.including ? "INCLUDING" : "EXCLUDING").word(option.what);
        }
      } else if (const auto* one = std::get_if<ColumnDef>(&element)) {
        column(*one);
      } else {
        constraint(std::get<TableConstraint>(element));
      }
    });
    raw(")");
  }
  if (!table.inherits.empty()) {
    word("INHERITS (");
    list(table.inherits, [&](const QualifiedName& one) { name(one); });
    raw(")");
  }
  if (table.partition_by) {
    word("PARTITION BY");
    name(table.partition_by->strategy);
    word("(");
    list(table.partition_by->keys, [&](const IndexTerm& one) { index_term(one); });
    raw(")");
  }
  if (table.method) word("USING"), name(*table.method);
  if (!table.options.empty()) word("WITH"), options(table.options);
  if (table.on_commit == OnCommit::drop) word("ON COMMIT DROP");
  if (table.on_commit == OnCommit::delete_rows) word("ON COMMIT DELETE ROWS");
  if (table.on_commit == OnCommit::preserve_rows) word("ON COMMIT PRESERVE ROWS");
  if (table.tablespace) word("TABLESPACE"), name(*table.tablespace);
  if (table.without_rowid) word("WITHOUT ROWID");
  if (table.strict) raw(table.without_rowid ? ", STRICT" : " STRICT");
  if (!table.as_select) return;
  word("AS");
  node(*table.as_select);
  if (table.with_data) word(*table.with_data ? "WITH DATA" : "WITH NO DATA");
}

void Printer::node(const CreateVirtualTable& table) {
  word("CREATE VIRTUAL TABLE");
  if (table.if_not_exists) word("IF NOT EXISTS");
  name(table.name);
  word("USING");
  name(table.module);
  raw("(");
  list(table.arguments, [&](const Text& argument) { raw(argument.text); });
  raw(")");
}

}  // namespace retort::compiler::ast
