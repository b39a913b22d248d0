// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Queries and INSERT, UPDATE, DELETE to SQL. In: a tree. Out: its text.
#include <array>

#include "ast/printer.hpp"

namespace retort::compiler::ast {

void Printer::with(const With& with) {
  word(with.recursive ? "WITH RECURSIVE" : "WITH");
  list(with.tables, [&](const Cte& cte) {
    name(cte.name);
    if (!cte.columns.empty()) names(cte.columns);
    word("AS");
    if (cte.materialized == Materialized::yes) word("MATERIALIZED");
    if (cte.materialized == Materialized::no) word("NOT MATERIALIZED");
    word("(");
    std::visit([&](const auto& query) { node(*query); }, cte.query);
    raw(")");
  });
}

void Printer::result_columns(const std::vector<ResultColumn>& columns) {
  list(columns, [&](const ResultColumn& column) {
    expr(column.expr);
    if (!column.alias) return;
    word("AS");
    name(*column.alias);
  });
}

void Printer::table_ref(const TableRef& ref) {
  if (const auto* table = std::get_if<TableRefName>(&ref.node)) {
    if (table->only) word("ONLY");
    name(table->name);
  } else if (const auto* subquery = std::get_if<TableRefSubquery>(&ref.node)) {
    if (subquery->lateral) word("LATERAL");
    query_in_parentheses(subquery->query);
  } else if (const auto* function = std::get_if<TableRefFunction>(&ref.node)) {
    if (function->lateral) word("LATERAL");
    call(function->call);
    if (function->ordinality) word("WITH ORDINALITY");
  } else {
    static constexpr std::array<std::string_view, 5> kinds = {"JOIN", "LEFT JOIN", "RIGHT JOIN",
                                                              "FULL JOIN", "CROSS JOIN"};
    const auto& join = std::get<Join>(ref.node);
    const auto* right = std::get_if<Join>(&join.right->node);
    if (ref.alias) word("(");
    table_ref(*join.left);
    if (join.natural) word("NATURAL");
    word(kinds[static_cast<std::size_t>(join.kind)]);
    const bool nested = right != nullptr && !join.right->alias;
    if (nested) word("(");
    table_ref(*join.right);
    if (nested) raw(")");
    if (join.on) word("ON"), expr(*join.on);
    if (!join.using_.empty()) word("USING"), names(join.using_);
    if (join.using_alias) word("AS"), name(*join.using_alias);
    if (ref.alias) raw(")");
  }
  if (ref.alias) {
    word("AS");
    name(*ref.alias);
    if (!ref.columns.empty()) names(ref.columns);
  }
  if (const auto* table = std::get_if<TableRefName>(&ref.node)) {
    if (table->indexed_by) word("INDEXED BY"), name(*table->indexed_by);
    if (table->not_indexed) word("NOT INDEXED");
  }
}

void Printer::table_refs(const std::vector<TableRef>& refs) {
  list(refs, [&](const TableRef& ref) { table_ref(ref); });
}

void Printer::grouping(const GroupingElement& element) {
  const auto inner = [&](std::string_view words) {
    word(words).raw("(");
    list(element.elements, [&](const GroupingElement& one) { grouping(one); });
    raw(")");
  };
  switch (element.kind) {
    case GroupingKind::expression:
      return expr(*element.expr);
    case GroupingKind::empty:
      word("()");
      return;
    case GroupingKind::rollup:
      return inner("ROLLUP");
    case GroupingKind::cube:
      return inner("CUBE");
    case GroupingKind::sets:
      return inner("GROUPING SETS");
  }
}

void Printer::core(const SelectCore& core) {
  word("SELECT");
  if (core.distinct) word("DISTINCT");
  if (!core.distinct_on.empty()) {
    word("ON (");
    list(core.distinct_on, [&](const Expr& one) { expr(one); });
    raw(")");
  }
  result_columns(core.columns);
  if (!core.from.empty()) word("FROM"), table_refs(core.from);
  if (core.where) word("WHERE"), expr(*core.where);
  if (!core.group_by.empty()) {
    word(core.group_distinct ? "GROUP BY DISTINCT" : "GROUP BY");
    list(core.group_by, [&](const GroupingElement& one) { grouping(one); });
  }
  if (core.having) word("HAVING"), expr(*core.having);
  if (core.windows.empty()) return;
  word("WINDOW");
  list(core.windows, [&](const NamedWindow& one) {
    name(one.name);
    word("AS (");
    window(one.window);
    raw(")");
  });
}

void Printer::node(const Select& select) {
  if (select.with) with(*select.with);
  if (const auto* simple = std::get_if<SelectCore>(&select.body)) {
    core(*simple);
  } else if (const auto* values = std::get_if<Values>(&select.body)) {
    word("VALUES");
    list(values->rows, [&](const std::vector<Expr>& row) {
      word("(");
      list(row, [&](const Expr& one) { expr(one); });
      raw(")");
    });
  } else if (const auto* table = std::get_if<TableQuery>(&select.body)) {
    word("TABLE");
    name(table->table);
  } else {
    static constexpr std::array<std::string_view, 3> words = {"UNION", "INTERSECT", "EXCEPT"};
    const auto& operation = std::get<SetOperation>(select.body);
    // SQLite has no parentheses here, and its tree never needs them.
    const auto side = [&](const Box<Select>& query) {
      const bool nested = std::holds_alternative<SetOperation>(query->body);
      const bool tail =
          query->with || !query->order_by.empty() || query->limit || !query->locking.empty();
      if (sqlite_ || (!tail && !nested)) return node(*query);
      query_in_parentheses(query);
    };
    side(operation.left);
    word(words[static_cast<std::size_t>(operation.op)]);
    if (operation.all) word("ALL");
    side(operation.right);
  }
  order_by(select.order_by);
  if (select.limit) {
    const Limit& limit = *select.limit;
    if (limit.count && !limit.fetch) word("LIMIT"), expr(*limit.count);
    if (limit.all) word("LIMIT ALL");
    if (limit.offset) word("OFFSET"), primary(*limit.offset);
    if (limit.fetch) {
      word("FETCH FIRST");
      if (limit.count) primary(*limit.count);
      word(limit.with_ties ? "ROWS WITH TIES" : "ROWS ONLY");
    }
  }
  static constexpr std::array<std::string_view, 4> strengths = {"UPDATE", "NO KEY UPDATE", "SHARE",
                                                                "KEY SHARE"};
  for (const Locking& locking : select.locking) {
    word("FOR").word(strengths[static_cast<std::size_t>(locking.strength)]);
    if (!locking.tables.empty()) {
      word("OF");
      list(locking.tables, [&](const QualifiedName& one) { name(one); });
    }
    if (locking.nowait) word("NOWAIT");
    if (locking.skip_locked) word("SKIP LOCKED");
  }
}

void Printer::conflict(ConflictAction action) {
  static constexpr std::array<std::string_view, 6> words = {"",     "ROLLBACK", "ABORT",
                                                            "FAIL", "IGNORE",   "REPLACE"};
  word(words[static_cast<std::size_t>(action)]);
}

void Printer::assignments(const std::vector<Assignment>& list_of) {
  list(list_of, [&](const Assignment& one) {
    if (one.row) {
      names(one.columns);
    } else {
      name(one.columns.front());
    }
    word("=");
    expr(one.value);
  });
}

void Printer::on_conflict(const OnConflict& conflict) {
  word("ON CONFLICT");
  if (conflict.constraint) word("ON CONSTRAINT"), name(*conflict.constraint);
  if (!conflict.target.empty()) {
    word("(");
    list(conflict.target, [&](const IndexTerm& one) { index_term(one); });
    raw(")");
  }
  if (conflict.target_where) word("WHERE"), expr(*conflict.target_where);
  if (!conflict.update) {
    word("DO NOTHING");
    return;
  }
  word("DO UPDATE SET");
  assignments(conflict.assignments);
  if (conflict.where) word("WHERE"), expr(*conflict.where);
}

void Printer::node(const Insert& insert) {
  if (insert.with) with(*insert.with);
  word(insert.replace_word ? "REPLACE" : "INSERT");
  if (insert.conflict != ConflictAction::unspecified && !insert.replace_word) {
    word("OR");
    conflict(insert.conflict);
  }
  word("INTO");
  name(insert.table);
  if (insert.alias) word("AS"), name(*insert.alias);
  if (!insert.columns.empty()) names(insert.columns);
  if (insert.overriding == Overriding::system_value) word("OVERRIDING SYSTEM VALUE");
  if (insert.overriding == Overriding::user_value) word("OVERRIDING USER VALUE");
  if (insert.source) {
    node(*insert.source);
  } else {
    word("DEFAULT VALUES");
  }
  for (const OnConflict& one : insert.on_conflict) on_conflict(one);
  if (!insert.returning.empty()) word("RETURNING"), result_columns(insert.returning);
}

void Printer::node(const Update& update) {
  if (update.with) with(*update.with);
  word("UPDATE");
  if (update.conflict != ConflictAction::unspecified) word("OR"), conflict(update.conflict);
  if (update.only) word("ONLY");
  name(update.table);
  if (update.alias) word("AS"), name(*update.alias);
  word("SET");
  assignments(update.assignments);
  if (!update.from.empty()) word("FROM"), table_refs(update.from);
  if (update.where) word("WHERE"), expr(*update.where);
  if (!update.returning.empty()) word("RETURNING"), result_columns(update.returning);
}

void Printer::node(const Delete& statement) {
  if (statement.with) with(*statement.with);
  word("DELETE FROM");
  if (statement.only) word("ONLY");
  name(statement.table);
  if (statement.alias) word("AS"), name(*statement.alias);
  if (!statement.using_.empty()) word("USING"), table_refs(statement.using_);
  if (statement.where) word("WHERE"), expr(*statement.where);
  if (!statement.returning.empty()) word("RETURNING"), result_columns(statement.returning);
}

void Printer::node(const Truncate& truncate) {
  word("TRUNCATE");
  list(truncate.tables, [&](const QualifiedName& one) { name(one); });
  if (truncate.restart_identity) {
    word(*truncate.restart_identity ? "RESTART IDENTITY" : "CONTINUE IDENTITY");
  }
  behavior(truncate.behavior);
}

}  // namespace retort::compiler::ast
