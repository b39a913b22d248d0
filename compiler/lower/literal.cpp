// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Values that stand in migrations. In: the text between the quotes and the type that it becomes;
// out: what SQLite must store so that a CHECK of the type takes it and it sorts as on PostgreSQL.
#include "lower/literal.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>

#include "dialect/ascii.hpp"
#include "schema/names.hpp"

namespace retort::compiler::lower {
namespace {

using schema::string_literal;
using schema::TypeKind;

// "YYYY-MM-DD HH:MM[:SS[.f]]" with 'T' or a blank, 'Z', "+00", "+00:00" or no zone.
std::optional<std::string> timestamp(std::string text) {
  for (const std::string_view zone : {"Z", "z", "+00:00", "+0000", "+00", " UTC"}) {
    if (text.size() > zone.size() &&
        text.compare(text.size() - zone.size(), zone.npos, zone) == 0) {
      text.resize(text.size() - zone.size());
      break;
    }
  }
  if (text.size() == 10) text += " 00:00:00";
  if (text.size() == 16) text += ":00";
  if (text.size() < 19) return std::nullopt;
  if (text[10] == 'T' || text[10] == 't') text[10] = ' ';
  if (text.find_first_not_of("0123456789-: .") != std::string::npos) return std::nullopt;
  if (text.find('-', 11) != std::string::npos || text.size() > 26) return std::nullopt;
  // No form with a fraction of nothing: one value, one text.
  if (text.size() > 20 && text[19] == '.') {
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
  }
  return text;
}

std::optional<std::string> bytes(std::string_view text) {
  if (text.size() < 2 || text[0] != '\\' || text[1] != 'x') return std::nullopt;
  const std::string digits(text.substr(2));
  const bool hexadecimal = std::all_of(digits.begin(), digits.end(), [](char c) {
    return std::isxdigit(static_cast<unsigned char>(c)) != 0;
  });
  if (!hexadecimal || digits.size() % 2 != 0) return std::nullopt;
  return "x'" + digits + "'";
}

std::optional<std::string> number(std::string_view text, bool integer) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return std::nullopt;
  const std::string digits(text.substr(begin, text.find_last_not_of(" \t") - begin + 1));
  char* end = nullptr;
  if (integer) {
    static_cast<void>(std::strtoll(digits.c_str(), &end, 10));
  } else {
    static_cast<void>(std::strtod(digits.c_str(), &end));
    if (digits.find_first_not_of("0123456789.eE+-") != std::string::npos) return std::nullopt;
  }
  if (end == digits.c_str() || *end != '\0') return std::nullopt;
  return digits;
}

}  // namespace

std::string placeholder(const schema::Type& type) {
  if (schema::is_number(type.kind)) return "0";
  switch (type.kind) {
    case TypeKind::text:
    case TypeKind::varchar:
    case TypeKind::character:
    case TypeKind::citext:
      return "''";
    case TypeKind::boolean:
      return "false";
    case TypeKind::date:
      return "'1970-01-01'";
    case TypeKind::time:
      return "'00:00:00'";
    case TypeKind::timestamp:
    case TypeKind::timestamptz:
      return "'1970-01-01 00:00:00'";
    case TypeKind::uuid:
      return "'00000000-0000-0000-0000-000000000000'";
    case TypeKind::json:
    case TypeKind::jsonb:
      return "'null'";
    default:
      return {};
  }
}

std::optional<bool> boolean_word(std::string_view text) {
  const std::string word = dialect::lower_case(text);
  for (const std::string_view yes : {"t", "true", "y", "yes", "on", "1"}) {
    if (word == yes) return true;
  }
  for (const std::string_view no : {"f", "false", "n", "no", "off", "0"}) {
    if (word == no) return false;
  }
  return std::nullopt;
}

std::optional<std::string> sqlite_literal(const schema::Type& type, schema::Storage storage,
                                          std::string_view text) {
  if (storage != schema::Storage::standard && storage != schema::Storage::text) return std::nullopt;
  switch (type.kind) {
    case TypeKind::boolean: {
      const auto value = boolean_word(text);
      if (!value) return std::nullopt;
      return *value ? "1" : "0";
    }
    case TypeKind::smallint:
    case TypeKind::integer:
    case TypeKind::bigint:
      return number(text, true);
    case TypeKind::real:
    case TypeKind::double_precision:
      return number(text, false);
    case TypeKind::numeric: {
      const auto value = number(text, false);
      if (!value || storage != schema::Storage::text) return value;
      return string_literal(*value);
    }
    case TypeKind::timestamp:
    case TypeKind::timestamptz: {
      const auto value = timestamp(std::string(text));
      if (!value) return std::nullopt;
      return string_literal(*value);
    }
    case TypeKind::date:
      if (text.size() != 10) return std::nullopt;
      break;
    case TypeKind::time:
      if (text.size() == 5) return string_literal(std::string(text) + ":00");
      if (text.size() < 8) return std::nullopt;
      break;
    case TypeKind::uuid:
      if (text.size() != 36) return std::nullopt;
      return string_literal(dialect::lower_case(text));
    case TypeKind::bytea:
      return bytes(text);
    default:
      break;
  }
  return string_literal(text);
}

}  // namespace retort::compiler::lower
