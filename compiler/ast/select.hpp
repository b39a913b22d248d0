// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Queries: WITH, set operations, joins, and what stands around them.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ast/expression.hpp"

namespace retort::compiler::ast {

struct Insert;
struct Update;
struct Delete;

enum class Materialized : std::uint8_t { unspecified, yes, no };
struct Cte {
  Span span;
  Name name;
  std::vector<Name> columns;
  Materialized materialized = Materialized::unspecified;
  std::variant<Box<Select>, Box<Insert>, Box<Update>, Box<Delete>> query;
};
struct With {
  Span span;
  bool recursive = false;
  std::vector<Cte> tables;
};

struct ResultColumn {
  Span span;
  Expr expr;
  std::optional<Name> alias;
};

struct TableRef;

enum class JoinKind : std::uint8_t { inner, left, right, full, cross };
struct Join {
  JoinKind kind = JoinKind::inner;
  bool natural = false;
  Box<TableRef> left;
  Box<TableRef> right;
  ExprBox on;                // may be empty
  std::vector<Name> using_;  // USING (a, b)
  std::optional<Name> using_alias;
};

struct TableRefName {
  QualifiedName name;
  bool only = false;               // ONLY t
  std::optional<Name> indexed_by;  // SQLite
  bool not_indexed = false;        // SQLite
};
struct TableRefSubquery {
  Box<Select> query;
  bool lateral = false;
};
struct TableRefFunction {
  FunctionCall call;
  bool lateral = false;
  bool ordinality = false;
};

struct TableRef {
  Span span;
  std::variant<TableRefName, TableRefSubquery, TableRefFunction, Join> node;
  std::optional<Name> alias;  // of a join: (a JOIN b ON …) AS x
  std::vector<Name> columns;  // AS x (a, b)
};

enum class GroupingKind : std::uint8_t { expression, empty, rollup, cube, sets };
struct GroupingElement {
  Span span;
  GroupingKind kind = GroupingKind::expression;
  ExprBox expr;
  std::vector<GroupingElement> elements;  // of ROLLUP, CUBE, GROUPING SETS
};

struct NamedWindow {
  Name name;
  Window window;
};

struct SelectCore {
  Span span;
  bool distinct = false;
  std::vector<Expr> distinct_on;
  std::vector<ResultColumn> columns;  // PostgreSQL allows none
  std::vector<TableRef> from;
  ExprBox where;  // may be empty
  bool group_distinct = false;
  std::vector<GroupingElement> group_by;
  ExprBox having;  // may be empty
  std::vector<NamedWindow> windows;
};

struct Values {
  Span span;
  std::vector<std::vector<Expr>> rows;
};

// PostgreSQL: TABLE t
struct TableQuery {
  QualifiedName table;
};

enum class SetOperator : std::uint8_t { union_, intersect, except };
struct SetOperation {
  SetOperator op = SetOperator::union_;
  bool all = false;
  Box<Select> left;
  Box<Select> right;
};

struct Limit {
  Span span;
  ExprBox count;           // may be empty: OFFSET alone, LIMIT ALL
  bool all = false;        // LIMIT ALL
  ExprBox offset;          // may be empty
  bool fetch = false;      // FETCH FIRST n ROWS
  bool with_ties = false;  // … WITH TIES
};

enum class LockStrength : std::uint8_t { update, no_key_update, share, key_share };
struct Locking {
  Span span;
  LockStrength strength = LockStrength::update;
  std::vector<QualifiedName> tables;
  bool nowait = false;
  bool skip_locked = false;
};

struct Select {
  Span span;
  std::optional<With> with;
  std::variant<SelectCore, Values, TableQuery, SetOperation> body;
  std::vector<OrderTerm> order_by;
  std::optional<Limit> limit;
  std::vector<Locking> locking;
};

}  // namespace retort::compiler::ast
