// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The catalogue that a chain has made at one moment: plain structs. A Schema is a value; tables,
// indexes and views are shared between copies until one of them changes, so that keeping the schema
// before and after each revision costs little.
//
// Names are as the engine resolves them: a name of PostgreSQL is folded by the parser already; a
// name of SQLite keeps its case and is found whatever the case is (Schema::key).
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ast/expression.hpp"
#include "ast/select.hpp"
#include "dialect/dialect.hpp"
#include "schema/type.hpp"
#include "source/span.hpp"

namespace retort::compiler::schema {

using Tree = std::shared_ptr<const ast::Expr>;

enum class Identity : std::uint8_t { none, by_default, always };

struct Column {
  std::uint32_t id = 0;  // within the chain; a rename keeps it
  std::string name;
  Type type;
  Storage storage = Storage::standard;
  bool not_null = false;
  Tree default_value;  // null: none
  Tree generated;      // null: none
  bool stored = true;  // of a generated column
  Identity identity = Identity::none;
  std::string collation;
  std::string type_check;  // SQLite: the name of the CHECK that its type got, kept by renames
  std::string comment;
  source::Span span;
};

enum class ConstraintKind : std::uint8_t { primary_key, unique, foreign_key, check };

struct Constraint {
  ConstraintKind kind = ConstraintKind::check;
  std::string name;
  bool named = false;  // by the author; else `name` is what PostgreSQL would call it
  std::vector<std::string> columns;
  Tree check;
  // foreign key
  std::string target;
  std::vector<std::string> target_columns;  // empty: the primary key of the target
  std::string on_delete, on_update;         // in upper case; empty: NO ACTION
  std::string match;
  bool deferrable = false;
  bool initially_deferred = false;
  bool not_valid = false;
  bool nulls_not_distinct = false;
  bool autoincrement = false;  // SQLite
  std::string on_conflict;     // SQLite
  source::Span span;
};

struct Table {
  std::uint32_t id = 0;  // within the chain; a rename keeps it
  std::string name;
  std::vector<Column> columns;
  std::vector<Constraint> constraints;
  std::string comment;
  bool strict = false;         // SQLite
  bool without_rowid = false;  // SQLite
  bool virtual_table = false;  // SQLite: its columns are its module's business
  bool uncertain = false;      // a statement that was not understood may have changed it
  bool portable = false;       // made by a portable section
  source::Span span;

  const Column* find(std::string_view column) const;
  const Column* find_id(std::uint32_t column) const;
  const Constraint* find_constraint(std::string_view constraint) const;
  const Constraint* primary_key() const;
};

struct IndexKey {
  std::string column;  // or
  Tree expression;
  bool descending = false;
  std::string nulls;  // "FIRST", "LAST" or empty
  std::string collation;
  std::string operator_class;
};

struct Index {
  std::string name;
  std::string table;
  bool unique = false;
  std::vector<IndexKey> keys;
  std::vector<std::string> include;
  std::string method;
  Tree where;
  bool uncertain = false;
  source::Span span;
};

struct View {
  std::uint32_t id = 0;  // in the order of creation
  std::string name;
  std::vector<std::string> columns;  // as listed; empty: those of the query
  std::shared_ptr<const ast::Select> query;
  std::set<std::string> reads;  // keys of tables and views
  bool uncertain = false;
  source::Span span;
};

// Triggers, functions and what else stands beside the tables: known by name, kept as text.
struct Routine {
  std::string name;
  std::string table;            // of a trigger
  std::string text;             // the statement
  std::set<std::string> words;  // every name in it, to know what it may read
  source::Span span;
};

struct Enumeration {
  std::string name;
  std::vector<std::string> values;
  source::Span span;
};

template <class T>
using Objects = std::map<std::string, std::shared_ptr<const T>>;

struct Schema {
  dialect::Engine dialect = dialect::Engine::postgres;
  Objects<Table> tables;
  Objects<Index> indexes;
  Objects<View> views;
  Objects<Routine> triggers;  // PostgreSQL: "name on table"
  Objects<Enumeration> enums;
  std::map<std::string, source::Span> sequences;
  // Names that a statement which was not understood mentions: something of that name may exist.
  std::set<std::string> rumours;
  // Nothing that was not understood could have made a table: code, extensions, other schemas,
  // temporary tables. Only then is a name that is not here an unknown one in an engine section.
  bool certain = true;
  std::uint32_t next_id = 1;

  std::string key(std::string_view name) const;
  const Table* table(std::string_view name) const;
  const View* view(std::string_view name) const;
  const Index* index(std::string_view name) const;
  const Enumeration* enumeration(std::string_view name) const;
  bool is_rumour(std::string_view name) const { return rumours.count(key(name)) != 0; }
  const Table* table_by_id(std::uint32_t id) const;
  // A copy of the table, which must exist, that may be changed in place.
  Table& edit(std::string_view name);
  std::vector<const Index*> indexes_of(std::string_view table) const;
  // Names of tables and views, for "did you mean".
  std::vector<std::string> relation_names() const;
};

}  // namespace retort::compiler::schema
