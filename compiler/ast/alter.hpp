// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// ALTER TABLE with its actions, and what else is altered in the same words.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ast/table.hpp"

namespace retort::compiler::ast {

enum class ObjectKind : std::uint8_t {
  table,
  column,
  index,
  view,
  materialized_view,
  sequence,
  type,
  domain,
  trigger,
  constraint,  // of a table
  schema,
  extension,
};

struct AddColumn {
  bool if_not_exists = false;
  ColumnDef column;
};
struct DropColumn {
  bool if_exists = false;
  Name column;
  Behavior behavior = Behavior::unspecified;
};
struct SetType {
  Name column;
  TypeName type;
  std::optional<QualifiedName> collation;
  ExprBox using_;  // may be empty
};
struct SetDefault {
  Name column;
  Expr value;
};
struct DropDefault {
  Name column;
};
struct SetNotNull {
  Name column;
};
struct DropNotNull {
  Name column;
};
struct AddIdentity {
  Name column;
  IdentityConstraint identity;
};
// ALTER COLUMN c SET GENERATED ALWAYS SET START WITH 5 RESTART
struct SetIdentity {
  Name column;
  std::optional<bool> always;
  std::vector<SequenceOption> options;
};
struct DropIdentity {
  Name column;
  bool if_exists = false;
};
struct DropExpression {
  Name column;
  bool if_exists = false;
};
struct AddConstraint {
  TableConstraint constraint;
};
struct DropConstraint {
  bool if_exists = false;
  Name constraint;
  Behavior behavior = Behavior::unspecified;
};
struct AlterConstraint {
  Name constraint;
  ConstraintTiming timing;
};
struct ValidateConstraint {
  Name constraint;
};
struct RenameTo {
  Name name;
};
struct RenameColumn {
  Name column;
  Name name;
};
struct RenameConstraint {
  Name constraint;
  Name name;
};
struct SetSchema {
  Name schema;
};
struct OwnerTo {
  Name role;
};
// SET (fillfactor = 70), RESET (fillfactor)
struct SetOptions {
  bool reset = false;
  std::vector<StorageOption> options;
};
struct SetTablespace {
  Name tablespace;
};
struct SetPersistence {
  bool logged = true;
};
// ENABLE TRIGGER t, DISABLE TRIGGER ALL
struct EnableTrigger {
  bool enable = true;
  std::string which;  // "always", "replica", "all", "user"; empty: the trigger named
  std::optional<Name> trigger;
};
// ENABLE, DISABLE, FORCE, NO FORCE ROW LEVEL SECURITY
struct RowSecurity {
  std::string what;  // "enable", "disable", "force", "no force"
};

struct AlterAction {
  Span span;
  std::variant<AddColumn, DropColumn, SetType, SetDefault, DropDefault, SetNotNull, DropNotNull,
               AddIdentity, SetIdentity, DropIdentity, DropExpression, AddConstraint,
               DropConstraint, AlterConstraint, ValidateConstraint, RenameTo, RenameColumn,
               RenameConstraint, SetSchema, OwnerTo, SetOptions, SetTablespace, SetPersistence,
               EnableTrigger, RowSecurity>
      node;
};

// ALTER TABLE, and ALTER INDEX, VIEW, SEQUENCE, TYPE, … with RENAME TO, SET SCHEMA, OWNER TO and
// what else of the actions they have.
struct AlterTable {
  Span span;
  ObjectKind object = ObjectKind::table;
  bool if_exists = false;
  bool only = false;
  QualifiedName name;
  std::vector<AlterAction> actions;  // at least one
};

}  // namespace retort::compiler::ast
