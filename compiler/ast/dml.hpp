// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// INSERT, UPDATE, DELETE, TRUNCATE.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "ast/select.hpp"

namespace retort::compiler::ast {

// A key of an index or of an ON CONFLICT target: a column or an expression.
struct IndexTerm {
  Span span;
  std::optional<Name> column;
  ExprBox expr;  // where there is no column
  std::optional<QualifiedName> collation;
  std::optional<QualifiedName> operator_class;
  SortOrder order = SortOrder::unspecified;
  NullsOrder nulls = NullsOrder::unspecified;
};

// SQLite: INSERT OR …, ON CONFLICT … behind a constraint.
enum class ConflictAction : std::uint8_t { unspecified, rollback, abort, fail, ignore, replace };

// a = 1; (a, b) = (1, 2)
struct Assignment {
  Span span;
  std::vector<Name> columns;
  bool row = false;  // the columns stand in parentheses
  Expr value;
};

struct OnConflict {
  Span span;
  std::vector<IndexTerm> target;
  ExprBox target_where;            // may be empty
  std::optional<Name> constraint;  // ON CONSTRAINT k
  bool update = false;             // else DO NOTHING
  std::vector<Assignment> assignments;
  ExprBox where;  // may be empty
};

enum class Overriding : std::uint8_t { none, system_value, user_value };

struct Insert {
  Span span;
  std::optional<With> with;
  ConflictAction conflict = ConflictAction::unspecified;  // SQLite
  bool replace_word = false;  // SQLite: REPLACE INTO; conflict is `replace` then
  QualifiedName table;
  std::optional<Name> alias;
  std::vector<Name> columns;
  Overriding overriding = Overriding::none;
  Box<Select> source;                   // empty: DEFAULT VALUES
  std::vector<OnConflict> on_conflict;  // PostgreSQL has at most one
  std::vector<ResultColumn> returning;
};

struct Update {
  Span span;
  std::optional<With> with;
  ConflictAction conflict = ConflictAction::unspecified;  // SQLite
  bool only = false;
  QualifiedName table;
  std::optional<Name> alias;
  std::vector<Assignment> assignments;
  std::vector<TableRef> from;
  ExprBox where;  // may be empty
  std::vector<ResultColumn> returning;
};

struct Delete {
  Span span;
  std::optional<With> with;
  bool only = false;
  QualifiedName table;
  std::optional<Name> alias;
  std::vector<TableRef> using_;
  ExprBox where;  // may be empty
  std::vector<ResultColumn> returning;
};

enum class Behavior : std::uint8_t { unspecified, cascade, restrict_ };

struct Truncate {
  Span span;
  std::vector<QualifiedName> tables;
  std::optional<bool> restart_identity;  // false: CONTINUE IDENTITY
  Behavior behavior = Behavior::unspecified;
};

}  // namespace retort::compiler::ast
