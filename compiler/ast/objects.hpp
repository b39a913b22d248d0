// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Indexes, views, triggers, sequences, enum types, domains, comments, and DROP.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ast/alter.hpp"

namespace retort::compiler::ast {

struct CreateIndex {
  Span span;
  bool unique = false;
  bool concurrently = false;
  bool if_not_exists = false;
  std::optional<QualifiedName> name;  // the schema is SQLite's
  bool only = false;
  QualifiedName table;
  std::optional<Name> method;  // USING gin
  std::vector<IndexTerm> keys;
  std::vector<Name> include;
  bool nulls_not_distinct = false;
  std::vector<StorageOption> options;
  std::optional<Name> tablespace;
  ExprBox where;  // may be empty
};

enum class CheckOption : std::uint8_t { none, unspecified, local, cascaded };
struct CreateView {
  Span span;
  bool or_replace = false;
  bool temporary = false;
  bool recursive = false;
  bool materialized = false;
  bool if_not_exists = false;
  QualifiedName name;
  std::vector<Name> columns;
  std::optional<Name> method;  // of a materialized view
  std::vector<StorageOption> options;
  std::optional<Name> tablespace;
  Box<Select> query;
  CheckOption check_option = CheckOption::none;
  std::optional<bool> with_data;
};

struct RefreshView {
  Span span;
  bool concurrently = false;
  QualifiedName name;
  std::optional<bool> with_data;
};

enum class TriggerTime : std::uint8_t { unspecified, before, after, instead_of };
enum class TriggerEventKind : std::uint8_t { insert, update, delete_, truncate };
struct TriggerEvent {
  Span span;
  TriggerEventKind kind = TriggerEventKind::insert;
  std::vector<Name> columns;  // UPDATE OF a, b
};
// EXECUTE FUNCTION f('x')
struct ExecuteFunction {
  QualifiedName function;
  std::vector<Text> arguments;  // strings without quotes; numbers and words as written
  std::vector<bool> argument_is_string;
};
using TriggerStatement = std::variant<Select, Insert, Update, Delete>;
struct TriggerBody {
  std::vector<TriggerStatement> statements;
};
// REFERENCING OLD TABLE AS o
struct TransitionTable {
  bool is_new = false;
  bool table = true;
  Name name;
};
struct CreateTrigger {
  Span span;
  bool or_replace = false;
  bool constraint = false;
  bool temporary = false;
  bool if_not_exists = false;
  QualifiedName name;  // the schema is SQLite's
  TriggerTime time = TriggerTime::unspecified;
  std::vector<TriggerEvent> events;
  QualifiedName table;
  std::optional<QualifiedName> from_table;  // of a constraint trigger
  ConstraintTiming timing;
  std::vector<TransitionTable> referencing;
  std::optional<bool> for_each_row;  // false: FOR EACH STATEMENT; nothing: not written
  ExprBox when;                      // may be empty
  std::variant<ExecuteFunction, TriggerBody> action;
};

struct CreateSequence {
  Span span;
  Persistence persistence = Persistence::permanent;
  bool if_not_exists = false;
  QualifiedName name;
  std::vector<SequenceOption> options;
};
// ALTER SEQUENCE s RESTART …; RENAME TO and the like are AlterTable.
struct AlterSequence {
  Span span;
  bool if_exists = false;
  QualifiedName name;
  std::vector<SequenceOption> options;
};

struct CreateEnum {
  Span span;
  QualifiedName name;
  std::vector<Text> values;
};
struct AddEnumValue {
  Span span;
  QualifiedName name;
  bool if_not_exists = false;
  Text value;
  std::optional<Text> neighbor;
  bool after = false;  // else BEFORE; of the neighbor
};
struct RenameEnumValue {
  Span span;
  QualifiedName name;
  Text value;
  Text new_value;
};

struct CreateDomain {
  Span span;
  QualifiedName name;
  TypeName type;
  std::vector<ColumnConstraint> constraints;
};

struct CreateSchema {
  Span span;
  bool if_not_exists = false;
  Name name;
};
struct CreateExtension {
  Span span;
  bool if_not_exists = false;
  Name name;
  std::optional<Name> schema;
  std::optional<std::string> version;  // as written
  bool cascade = false;
};

struct Comment {
  Span span;
  ObjectKind object = ObjectKind::table;
  QualifiedName name;                  // of the table where it is a column's
  std::optional<Name> column;          // of a column
  std::optional<QualifiedName> table;  // of a constraint, a trigger
  std::optional<Text> text;            // nothing: IS NULL
};

struct Drop {
  Span span;
  ObjectKind object = ObjectKind::table;
  bool concurrently = false;
  bool if_exists = false;
  std::vector<QualifiedName> names;
  std::optional<QualifiedName> table;  // DROP TRIGGER t ON table
  Behavior behavior = Behavior::unspecified;
};

}  // namespace retort::compiler::ast
