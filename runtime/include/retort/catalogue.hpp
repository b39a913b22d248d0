// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The schema of a live database as plain data, and what differs between two of them: for `verify`,
// `check`, taking a database over, and the proof at build time.
//
// A library of its own, retort::catalogue: the runtime does not need it. Works through
// retort::Database::query(), with either engine; only reads, also on a hot standby and with a role
// that may only read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "retort/database.hpp"

namespace retort::catalogue {

enum class Kind : std::uint8_t {
  schema,      // PostgreSQL, of a reading of all schemas only
  extension,   // PostgreSQL
  type,        // PostgreSQL: enum, domain, composite, range
  sequence,    // PostgreSQL, unless it belongs to an identity column
  function,    // PostgreSQL: functions and procedures, named with their arguments
  aggregate,   // PostgreSQL: as a function, by its signature only
  table,       // also partitioned and foreign tables
  column,      // of a table
  constraint,  // of a table or domain: primary and foreign keys, UNIQUE, CHECK, EXCLUDE
  index,       // of a table, without those that stand for a constraint
  view,        // also materialized views
  trigger,     // of a table or view
  rule,        // PostgreSQL
  policy,      // PostgreSQL
};
// "table", "column", …
std::string_view kind_name(Kind kind) noexcept;

struct Property {
  std::string name;   // "type", "not null", "default", "definition", "comment", …
  std::string value;  // normalised; flags are "yes"

  friend bool operator==(const Property& a, const Property& b) {
    return a.name == b.name && a.value == b.value;
  }
};

struct Object {
  Kind kind = Kind::table;
  // As the engine keeps it. A constraint without a name of its own (SQLite) is named by its
  // definition, and has `unnamed` set. Outside of the schema that was read, "other.name".
  std::string name;
  std::string table;  // the table, view or domain that it belongs to; empty: it stands by itself
  bool unnamed = false;
  std::vector<Property> properties;  // sorted by name; what is not set is not there

  // Empty where it is not set.
  std::string_view property(std::string_view property_name) const noexcept;
};

struct Catalogue {
  Engine engine = Engine::sqlite;
  std::string schema;           // PostgreSQL: the schema whose name is left out everywhere
  std::vector<Object> objects;  // sorted by table, kind and name

  // Null where there is none; SQLite's names are found in any case.
  const Object* find(Kind kind, std::string_view name, std::string_view table = {}) const noexcept;
};

struct ReadOptions {
  // PostgreSQL: empty: current_schema(). Its name does not appear in the catalogue, so that
  // databases that keep their tables in different schemas compare equal.
  std::string schema;
  // PostgreSQL: also every other schema that is not the server's own, and extensions. `schema`
  // need not exist then.
  bool all_schemas = false;
  // PostgreSQL: keep the queries prepared in this connection (as "retort_catalogue_…"), which
  // halves the cost of each reading behind the first. What happens to them in between is noticed.
  bool prepared = false;
  // Tables, views, sequences, types and functions to leave out, with all that belongs to them; in
  // any case. Always left out: retort_ledger, sqlite_* and what an extension brought.
  std::vector<std::string> ignored;
};

// The objects of the database that `database` is connected to. May be called inside or outside of a
// transaction; changes nothing, search_path included.
Status read(Database& database, const ReadOptions& options, Catalogue& catalogue);

struct CompareOptions {
  // Whether constraints and indexes that differ in nothing but their name are a difference.
  bool names = true;
  bool comments = true;
};

struct Difference {
  enum class What : std::uint8_t { missing, extra, changed };
  What what = What::changed;
  Kind kind = Kind::table;
  std::string name;
  std::string table;
  Kind owner = Kind::table;  // what `table` is: a table, view or domain
  bool unnamed = false;
  // Of what changed: the property, or "name"; empty values: not set.
  std::string property;
  std::string expected;
  std::string actual;

  // "table 'users': column 'email' is missing", "table 'users': column 'email' has type text
  // instead of varchar(10)", "view 'v' is not expected".
  std::string to_string() const;
  // As above without the table in front: "column 'email' is missing".
  std::string phrase() const;
  // Of what changed, the last part: "has type text instead of varchar(10)".
  std::string detail() const;
};

// What must be done to `actual` to have `expected`, object by object; what belongs to a table that
// is missing or extra is not named again. Empty where the two mean the same: the order of columns
// and objects does not count, nor does spelling that the engine does not keep. Both must be of the
// same engine.
std::vector<Difference> compare(const Catalogue& expected, const Catalogue& actual,
                                const CompareOptions& options = {});

}  // namespace retort::catalogue
