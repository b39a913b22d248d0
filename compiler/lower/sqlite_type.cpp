// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Types of portable columns on SQLite. In: a type and the chosen storage; out: the word of the
// column and the CHECK that keeps out what PostgreSQL would refuse (docs/portable.md).
#include "lower/sqlite_type.hpp"

#include "schema/names.hpp"

namespace retort::compiler::lower {
namespace {

using schema::Storage;
using schema::Type;
using schema::TypeKind;

// What comes back exactly from a double, and where round() is right on every SQLite.
constexpr int max_real_precision = 15;
constexpr int max_scaled_precision = 18;
constexpr int max_rounded_scale = 4;

std::string power_of_ten(int exponent) {
  return "1" + std::string(static_cast<std::size_t>(exponent), '0');
}

std::string replaced(std::string_view form, std::string_view column) {
  std::string text;
  for (const char c : form) {
    if (c == '@') {
      text += column;
    } else {
      text += c;
    }
  }
  return text;
}

constexpr std::string_view date_check = "@ IS date(@, '+0 days')";
constexpr std::string_view timestamp_check =
    "substr(@,1,19) IS strftime('%Y-%m-%d %H:%M:%S', substr(@,1,19), '+0 seconds') "
    "AND (length(@) = 19 OR (length(@) BETWEEN 21 AND 26 AND substr(@,20,1) = '.' "
    "AND substr(@,21) NOT GLOB '*[^0-9]*'))";
constexpr std::string_view time_check =
    "substr(@,1,8) IS strftime('%H:%M:%S', substr(@,1,8), '+0 seconds') "
    "AND (length(@) = 8 OR (length(@) BETWEEN 10 AND 15 AND substr(@,9,1) = '.' "
    "AND substr(@,10) NOT GLOB '*[^0-9]*'))";
constexpr std::string_view uuid_check =
    "length(@) = 36 AND @ = lower(@) AND @ GLOB "
    "'\?\?\?\?\?\?\?\?-\?\?\?\?-\?\?\?\?-\?\?\?\?-\?\?\?\?\?\?\?\?\?\?\?\?' "
    "AND replace(@,'-','') NOT GLOB '*[^0-9a-f]*'";

SqliteType numeric(const Type& type, Storage storage, std::string_view column) {
  if (storage == Storage::text)
    return {"TEXT", replaced("@ NOT GLOB '*[^0-9.-]*'", column), {}, {}};
  const std::string name(column);
  if (storage == Storage::scaled && type.length > 0 && type.length <= max_scaled_precision) {
    // The scale stands in the CHECK: `transfer` reads it there.
    return {"INTEGER",
            "abs(" + name + ") < " + power_of_ten(type.length - type.scale) + " * " +
                power_of_ten(type.scale),
            {},
            {}};
  }
  if (type.length < 0 || type.length > max_real_precision) {
    const bool scaled = type.length > 0 && type.length <= max_scaled_precision;
    return {{},
            {},
            "no exact form in SQLite",
            std::string("numeric(p,s) is portable with p up to 15; or before the statement:  ") +
                "-- retort: storage(" + name + (scaled ? "=scaled)" : "=text)")};
  }
  std::string check = "abs(" + name + ") < " + power_of_ten(type.length - type.scale);
  if (type.scale <= max_rounded_scale) {
    check += " AND round(" + name + "," + std::to_string(type.scale) + ") = " + name;
  }
  return {"REAL", check, {}, {}};
}

std::string one_of(std::string_view column, const std::vector<std::string>& values) {
  std::string list;
  for (const std::string& value : values) {
    list += (list.empty() ? "" : ", ") + schema::string_literal(value);
  }
  return std::string(column) + " IN (" + list + ")";
}

SqliteType limited(std::string_view column, int length) {
  if (length < 0) return {"TEXT", {}, {}, {}};
  return {"TEXT", "length(" + std::string(column) + ") <= " + std::to_string(length), {}, {}};
}

}  // namespace

SqliteType sqlite_type(const Type& type, Storage storage, std::string_view column,
                       const std::vector<std::string>& values) {
  switch (type.kind) {
    case TypeKind::smallint:
      return {"INTEGER", replaced("@ BETWEEN -32768 AND 32767", column), {}, {}};
    case TypeKind::integer:
      return {"INTEGER", replaced("@ BETWEEN -2147483648 AND 2147483647", column), {}, {}};
    case TypeKind::bigint:
      return {"INTEGER", {}, {}, {}};
    case TypeKind::boolean:
      return {"INTEGER", replaced("@ IN (0,1)", column), {}, {}};
    case TypeKind::real:
    case TypeKind::double_precision:
      return {"REAL", {}, {}, {}};
    case TypeKind::numeric:
      return numeric(type, storage, column);
    case TypeKind::text:
      return {"TEXT", {}, {}, {}};
    case TypeKind::varchar:
    case TypeKind::character:
      return limited(column, type.length);
    case TypeKind::citext:
      return {"TEXT COLLATE NOCASE", {}, {}, {}};
    case TypeKind::bytea:
      return {"BLOB", {}, {}, {}};
    case TypeKind::date:
      return {"TEXT", replaced(date_check, column), {}, {}};
    case TypeKind::time:
      return {"TEXT", replaced(time_check, column), {}, {}};
    case TypeKind::timestamp:
    case TypeKind::timestamptz:
      // The years 1 to 9999. `transfer` knows the storage by these numbers, as by those of
      // interval.
      if (storage == Storage::epoch) {
        return {"INTEGER",
                replaced("@ BETWEEN -62135596800000000 AND 253402300799999999", column),
                {},
                {}};
      }
      return {"TEXT", replaced(timestamp_check, column), {}, {}};
    case TypeKind::interval:
      if (storage == Storage::us) {
        return {"INTEGER", replaced("abs(@) <= 9223372036854775807", column), {}, {}};
      }
      return {{},
              {},
              "no SQLite form",
              "as microseconds, before the statement:  -- retort: storage(" + std::string(column) +
                  "=us)"};
    case TypeKind::uuid:
      if (storage == Storage::blob) {
        return {"BLOB", "length(" + std::string(column) + ") = 16", {}, {}};
      }
      return {"TEXT", replaced(uuid_check, column), {}, {}};
    case TypeKind::json:
    case TypeKind::jsonb:
      return {"TEXT", replaced("@ IS NULL OR json_valid(@)", column), {}, {}};
    case TypeKind::inet:
    case TypeKind::cidr:
    case TypeKind::macaddr:
      return {"TEXT", {}, {}, {}};
    case TypeKind::enumeration:
      return {"TEXT", one_of(column, values), {}, {}};
    case TypeKind::none:
    case TypeKind::other:
      break;
  }
  return {{}, {}, "no SQLite form", "use jsonb, a child table, or one section per engine"};
}

}  // namespace retort::compiler::lower
