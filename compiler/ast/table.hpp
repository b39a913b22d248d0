// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// CREATE TABLE: columns, and the constraints of columns and tables.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ast/dml.hpp"

namespace retort::compiler::ast {

// WITH (fillfactor = 70)
struct StorageOption {
  Span span;
  std::optional<Name> schema;  // toast.autovacuum_enabled
  Name name;
  std::string value;  // as written; empty: none
};

enum class SequenceOptionKind : std::uint8_t {
  as_type,
  start,
  increment,
  min_value,
  no_min_value,
  max_value,
  no_max_value,
  cache,
  cycle,
  no_cycle,
  owned_by,
  owned_by_none,
  restart,  // with or without a number
  sequence_name,
};
struct SequenceOption {
  Span span;
  SequenceOptionKind kind = SequenceOptionKind::start;
  std::string number;  // with its sign; empty: none
  std::optional<TypeName> type;
  std::optional<QualifiedName> table;  // OWNED BY table.column
  std::optional<Name> column;
  std::optional<QualifiedName> name;  // SEQUENCE NAME
};

enum class ReferentialAction : std::uint8_t {
  unspecified,
  no_action,
  restrict_,
  cascade,
  set_null,
  set_default,
};
enum class MatchKind : std::uint8_t { unspecified, simple, full, partial };
struct References {
  Span span;
  QualifiedName table;
  std::vector<Name> columns;  // empty: the primary key
  MatchKind match = MatchKind::unspecified;
  ReferentialAction on_delete = ReferentialAction::unspecified;
  ReferentialAction on_update = ReferentialAction::unspecified;
  std::vector<Name> on_delete_columns;  // SET NULL (a), PostgreSQL 15
};

// [NOT] DEFERRABLE INITIALLY DEFERRED | IMMEDIATE
struct ConstraintTiming {
  std::optional<bool> deferrable;
  std::optional<bool> initially_deferred;
};

struct NotNullConstraint {
  ConflictAction conflict = ConflictAction::unspecified;
};
struct NullConstraint {};
struct DefaultConstraint {
  Expr value;
};
struct CheckConstraint {
  Expr condition;
};
struct CollateConstraint {
  QualifiedName collation;
};
struct GeneratedConstraint {
  Expr value;
  std::optional<bool> stored;  // false: VIRTUAL; nothing: not written (SQLite: VIRTUAL)
  bool short_form = false;     // SQLite: AS (…) without GENERATED ALWAYS
};
struct IdentityConstraint {
  bool always = false;  // else BY DEFAULT
  std::vector<SequenceOption> options;
};
// PRIMARY KEY and UNIQUE, of a column (no columns) and of a table.
struct KeyConstraint {
  bool primary = false;
  std::vector<IndexTerm> columns;
  bool nulls_not_distinct = false;
  std::vector<Name> include;
  std::vector<StorageOption> options;
  std::optional<Name> tablespace;
  std::optional<Name> using_index;           // ADD CONSTRAINT … USING INDEX i
  SortOrder order = SortOrder::unspecified;  // SQLite, of a column
  bool autoincrement = false;                // SQLite, of a column
  ConflictAction conflict = ConflictAction::unspecified;
};
struct ForeignKeyConstraint {
  std::vector<Name> columns;  // empty at a column
  References references;
};
struct ExcludeElement {
  IndexTerm term;
  OperatorName op;
};
struct ExcludeConstraint {
  std::optional<Name> method;
  std::vector<ExcludeElement> elements;
  std::vector<Name> include;
  std::vector<StorageOption> options;
  std::optional<Name> tablespace;
  ExprBox where;  // may be empty
};

// What a column may carry; not all of it is a constraint in the strict sense.
struct ColumnConstraint {
  Span span;
  std::optional<Name> name;  // CONSTRAINT name
  std::variant<NotNullConstraint, NullConstraint, DefaultConstraint, CheckConstraint,
               CollateConstraint, GeneratedConstraint, IdentityConstraint, KeyConstraint,
               ForeignKeyConstraint>
      node;
  ConstraintTiming timing;
  bool no_inherit = false;  // of a CHECK
  bool not_valid = false;
};

struct TableConstraint {
  Span span;
  std::optional<Name> name;  // CONSTRAINT name
  std::variant<KeyConstraint, CheckConstraint, ForeignKeyConstraint, ExcludeConstraint> node;
  ConstraintTiming timing;
  bool no_inherit = false;
  bool not_valid = false;
};

struct ColumnDef {
  Span span;
  Name name;
  std::optional<TypeName> type;  // SQLite allows none
  std::vector<ColumnConstraint> constraints;
};

// LIKE other INCLUDING ALL
struct LikeOption {
  bool including = true;
  std::string what;  // in lower case: "all", "defaults", …
};
struct LikeClause {
  Span span;
  QualifiedName table;
  std::vector<LikeOption> options;
};

using TableElement = std::variant<ColumnDef, TableConstraint, LikeClause>;

struct PartitionBy {
  Span span;
  Name strategy;  // range, list, hash
  std::vector<IndexTerm> keys;
};

enum class Persistence : std::uint8_t { permanent, temporary, unlogged };
enum class OnCommit : std::uint8_t { unspecified, preserve_rows, delete_rows, drop };

struct CreateTable {
  Span span;
  Persistence persistence = Persistence::permanent;
  bool if_not_exists = false;
  QualifiedName name;
  std::vector<TableElement> elements;  // in the order of the text
  bool strict = false;                 // SQLite
  bool without_rowid = false;          // SQLite
  std::vector<QualifiedName> inherits;
  std::optional<PartitionBy> partition_by;
  std::optional<Name> method;  // USING heap
  std::vector<StorageOption> options;
  OnCommit on_commit = OnCommit::unspecified;
  std::optional<Name> tablespace;
  // CREATE TABLE t AS SELECT …
  Box<Select> as_select;
  std::vector<Name> as_columns;
  std::optional<bool> with_data;
};

// SQLite: CREATE VIRTUAL TABLE t USING module(arguments)
struct CreateVirtualTable {
  Span span;
  bool if_not_exists = false;
  QualifiedName name;
  Name module;
  std::vector<Text> arguments;  // as written
};

}  // namespace retort::compiler::ast
