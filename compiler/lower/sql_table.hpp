// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: objects of the model as SQL of one engine.
#pragma once

#include <string>
#include <vector>

#include "lower/report.hpp"
#include "lower/sqlite_type.hpp"
#include "schema/schema.hpp"

namespace retort::compiler::lower {

// Where an expression stands: what is harmless in one place is not in another.
enum class Place : std::uint8_t {
  query,       // read once, nothing is kept
  rows,        // what is written into tables
  definition,  // a default, or a view
  condition,   // CHECK, index, generated column: computed again and again
};

// What text depends on besides the object itself.
struct Target {
  dialect::Engine engine = dialect::Engine::postgres;
  SqliteProfile profile = SqliteProfile::full;
  const schema::Schema* schema = nullptr;  // for enumerations and the types of columns
  const schema::Table* table = nullptr;    // whose columns an expression by itself may name
  Report* report = nullptr;                // null: nothing is reported
  Place place = Place::query;
  // Takes the first thing that has no form in this engine, where nothing is reported. May be null.
  std::string* unwritable = nullptr;

  bool sqlite() const { return engine == dialect::Engine::sqlite; }
};

// "a integer NOT NULL DEFAULT 1 …", with the constraints that must stand at the column (SQLite: an
// identity key, the CHECK of the type).
std::string column_text(const schema::Table& table, const schema::Column& column,
                        const Target& target);
// The same without what SQLite writes at the column for keys: for ADD COLUMN.
std::string type_text_of(const schema::Column& column, const Target& target);
// "CONSTRAINT x CHECK (…)".
std::string constraint_text(const schema::Constraint& constraint, const Target& target);
// Whether the primary key stands at its column (SQLite's identity).
bool key_at_column(const schema::Table& table, const schema::Column& column, const Target& target);

// `name` is the table's own or, for a rebuild, another one. Foreign keys whose names are in
// `left_out` are added later.
std::string create_table(const schema::Table& table, std::string_view name, const Target& target,
                         const std::vector<std::string>& left_out = {});
std::string create_index(const schema::Index& index, const Target& target);
std::string create_view(const schema::View& view, const Target& target);
std::string create_enum(const schema::Enumeration& enumeration);
std::string default_text(const schema::Column& column, const Target& target);

}  // namespace retort::compiler::lower
