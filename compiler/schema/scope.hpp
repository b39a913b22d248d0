// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What names mean inside a query, and of which type an expression is as far as that is certain.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "schema/schema.hpp"

namespace retort::compiler::schema {

struct Field {
  std::string name;
  Type type;  // TypeKind::none: not known
  Storage storage = Storage::standard;
};

// A table, view, subquery or CTE under the name that it has in FROM.
struct Relation {
  std::string name;
  std::vector<Field> fields;
  bool open = false;                  // it may have columns that are not known
  std::vector<std::string> key = {};  // of a table: the columns of its primary key
};

struct Scope {
  const Schema* schema = nullptr;
  const Scope* outer = nullptr;  // of the query around this one
  std::vector<Relation> relations;
  std::map<std::string, Relation> ctes;

  const Relation* find_cte(const std::string& name) const;
};

enum class Lookup { found, unknown_table, unknown_column, possible };

struct Resolved {
  Lookup lookup = Lookup::possible;
  const Field* field = nullptr;
  const Relation* relation = nullptr;
};

// A column reference, looked up in the scope and in those around it.
Resolved resolve(const ast::ColumnRef& reference, const Scope& scope);

Relation relation_of(const Table& table, std::string name);
// Nothing where no table, view or CTE has this name.
std::optional<Relation> relation_of(const std::string& name, const Scope& scope);

// Adds what FROM makes visible; unknown tables become open relations.
void add_from(const std::vector<ast::TableRef>& from, Scope& scope);
void add_from(const ast::TableRef& from, Scope& scope);
// Makes the tables of WITH known in `scope`.
void add_ctes(const ast::With& with, Scope& scope);

// What a query returns. `open` where a part is not known.
Relation output_of(const ast::Select& select, const Scope& outer, std::string name);

Type type_of(const ast::Expr& expression, const Scope& scope);
// The column whose storage the value has: a column of chosen storage, or the least, greatest or sum
// of one. Null: the value is kept as its type is.
const Field* stored_field(const ast::Expr& expression, const Scope& scope);
Type type_of(const ast::TypeName& name, const Schema* schema);

// Candidates for "did you mean".
std::vector<std::string> column_names(const Scope& scope);

}  // namespace retort::compiler::schema
