// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Column types as the model knows them: one kind for all spellings of a type.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace retort::compiler::schema {

enum class TypeKind : std::uint8_t {
  none,  // SQLite: no type is written
  smallint,
  integer,
  bigint,
  boolean,
  real,
  double_precision,
  numeric,
  text,
  varchar,
  character,
  citext,
  bytea,
  date,
  time,
  timestamp,
  timestamptz,
  interval,
  uuid,
  json,
  jsonb,
  inet,
  cidr,
  macaddr,
  enumeration,  // CREATE TYPE … AS ENUM; `name` says which
  other,        // anything else; `name` is the text
};

// How a portable column is kept on SQLite where the author chose: `-- retort: storage(x=scaled)`.
// Behind `standard` in the order of ast::storage_words.
enum class Storage : std::uint8_t { standard, scaled, text, epoch, us, blob };

struct Type {
  TypeKind kind = TypeKind::none;
  int length = -1;   // varchar(n), char(n); the precision of numeric and of times; -1: not written
  int scale = -1;    // of numeric
  std::string name;  // of an enumeration; of another type the text as written

  friend bool operator==(const Type&, const Type&) = default;
};

// `words` is the type's name in lower case with single blanks ("double precision", "int8"),
// `arguments` its numbers. serial types give the integer type; whether it is one is told by
// is_serial().
Type make_type(std::string_view words, const std::vector<int>& arguments);
bool is_serial(std::string_view words);

// As PostgreSQL writes it: "character varying(40)" is "varchar(40)" here, the shorter of its words.
std::string type_text(const Type& type);

constexpr bool is_integer(TypeKind kind) {
  return kind == TypeKind::smallint || kind == TypeKind::integer || kind == TypeKind::bigint;
}
constexpr bool is_number(TypeKind kind) {
  return is_integer(kind) || kind == TypeKind::real || kind == TypeKind::double_precision ||
         kind == TypeKind::numeric;
}
constexpr bool is_text(TypeKind kind) {
  return kind == TypeKind::text || kind == TypeKind::varchar || kind == TypeKind::character ||
         kind == TypeKind::citext;
}
constexpr bool is_time(TypeKind kind) {
  return kind == TypeKind::date || kind == TypeKind::time || kind == TypeKind::timestamp ||
         kind == TypeKind::timestamptz;
}

}  // namespace retort::compiler::schema
