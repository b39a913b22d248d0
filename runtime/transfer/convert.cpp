// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What each type of PostgreSQL takes from SQLite. The rule: a value arrives as what it was, or is
// reported; nothing is guessed, cut or dropped. docs/transfer.md has the table.
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <utility>

#include "transfer/column.hpp"
#include "transfer/decimal.hpp"
#include "transfer/text_value.hpp"

namespace retort::transfer_detail {
namespace {

using Type = SourceValue::Type;

std::string misfit(const SourceValue& value, std::string_view what) {
  return shown(value).append(" ").append(what);
}

std::string does_not_fit(const Column& column, const SourceValue& value) {
  return misfit(value, "does not fit ") + column.type;
}

void set(Cell& cell, std::string text) {
  cell.canonical = text;
  cell.text = std::move(text);
}

// An INTEGER, or a REAL that is one.
bool as_integer(const SourceValue& value, std::int64_t& result) {
  if (value.type == Type::integer) {
    result = value.integer;
    return true;
  }
  if (value.type != Type::real || std::trunc(value.real) != value.real) return false;
  if (!(value.real >= -9223372036854775808.0 && value.real < 9223372036854775808.0)) return false;
  result = static_cast<std::int64_t>(value.real);
  return true;
}

std::string to_integer(const Column& column, const SourceValue& value, Cell& cell) {
  std::int64_t number = 0;
  if (!as_integer(value, number)) {
    if (value.type == Type::real) return does_not_fit(column, value);
    return misfit(value, "is no integer");
  }
  if (number < column.smallest || number > column.largest) return does_not_fit(column, value);
  set(cell, std::to_string(number));
  return {};
}

std::string to_boolean(const SourceValue& value, Cell& cell) {
  constexpr std::array<std::string_view, 6> yes = {"1", "t", "true", "y", "yes", "on"};
  constexpr std::array<std::string_view, 6> no = {"0", "f", "false", "n", "no", "off"};
  std::int64_t number = 0;
  if (as_integer(value, number) && (number == 0 || number == 1)) {
    set(cell, number == 1 ? "1" : "0");
    return {};
  }
  if (value.type == Type::text) {
    for (std::size_t i = 0; i < yes.size(); ++i) {
      if (equal_ignoring_case(value.bytes, yes[i])) return set(cell, "1"), std::string();
      if (equal_ignoring_case(value.bytes, no[i])) return set(cell, "0"), std::string();
    }
  }
  return misfit(value, "is neither true nor false");
}

template <class Unsigned>
std::string hex_of_bits(Unsigned bits) {
  std::string result(sizeof bits * 2, '0');
  for (std::size_t i = result.size(); i > 0; --i, bits = static_cast<Unsigned>(bits >> 4U)) {
    result[i - 1] = "0123456789abcdef"[bits & 15U];
  }
  return result;
}

std::string to_floating(const Column& column, const SourceValue& value, Cell& cell) {
  double number = value.real;
  if (value.type == Type::integer) {
    number = static_cast<double>(value.integer);
    // Beyond 2^53 not every integer is a double; at 2^63 the way back is not defined either.
    if (number >= 9223372036854775808.0 || static_cast<std::int64_t>(number) != value.integer) {
      return does_not_fit(column, value);
    }
  } else if (value.type != Type::real) {
    return misfit(value, "is no number");
  }
  if (number == 0) number = 0;  // without the sign, which the comparison ignores
  char buffer[64];
  if (column.kind == Kind::real) {
    const auto narrow = static_cast<float>(number);
    if (std::isinf(narrow) && !std::isinf(number)) return does_not_fit(column, value);
    cell.rounded = static_cast<double>(narrow) != number;
    std::uint32_t bits = 0;
    std::memcpy(&bits, &narrow, sizeof bits);
    cell.canonical = hex_of_bits(bits);
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, narrow);
    cell.text.assign(buffer, end.ptr);
    return {};
  }
  std::uint64_t bits = 0;
  std::memcpy(&bits, &number, sizeof bits);
  cell.canonical = hex_of_bits(bits);
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number);
  cell.text.assign(buffer, end.ptr);
  return {};
}

std::string to_numeric(const Column& column, const SourceValue& value, Cell& cell) {
  std::optional<std::string> number;
  if (value.type == Type::integer) number = scaled_decimal(value.integer, column.source_scale);
  if (value.type == Type::real) number = shortest_decimal(value.real);
  if (value.type == Type::text) number = plain_decimal(value.bytes);
  if (!number) return misfit(value, "is no decimal number");
  if (column.precision > 0) {
    std::string rounded = round_decimal(*number, column.scale);
    cell.rounded = rounded != *number;
    if (integer_digits(rounded) > column.precision - column.scale) {
      return does_not_fit(column, value);
    }
    number = std::move(rounded);
  }
  set(cell, std::move(*number));
  return {};
}

std::string to_time(const Column& column, const SourceValue& value, Cell& cell) {
  std::int64_t microseconds = 0;
  if (value.type == Type::text) {
    const auto time = parse_time(value.bytes);
    if (!time) return misfit(value, "is no date or time in ISO form");
    const bool wants_date = column.kind != Kind::time;
    const bool zone_without_date = time->has_zone && !wants_date;
    if (time->has_date != wants_date || zone_without_date) return does_not_fit(column, value);
    microseconds = time->microseconds;
    cell.shifted = time->has_zone && column.kind != Kind::timestamptz;
  } else {
    const bool number = value.type == Type::integer || value.type == Type::real;
    if (!number || column.unit == TimeUnit::none || column.kind == Kind::time) {
      return misfit(value, "is no date or time in ISO form");
    }
    const double as_real =
        value.type == Type::integer ? static_cast<double>(value.integer) : value.real;
    microseconds = to_microseconds(as_real, column.unit);
  }
  if (column.kind == Kind::time) {
    set(cell, time_of_day_text(microseconds));
  } else if (column.kind == Kind::date) {
    constexpr std::int64_t day = 86'400'000'000;
    if (microseconds % day != 0) return does_not_fit(column, value);
    set(cell, date_text(microseconds));
  } else {
    set(cell, timestamp_text(microseconds));
  }
  return {};
}

std::string to_uuid(const SourceValue& value, Cell& cell) {
  std::string digits;
  if (value.type == Type::blob && value.bytes.size() == 16) {
    digits = hex_of(value.bytes);
  } else if (value.type == Type::text) {
    for (const char c : value.bytes) {
      if (c == '-' || c == '{' || c == '}') continue;
      const bool upper = c >= 'A' && c <= 'F';
      if (!upper && !(c >= 'a' && c <= 'f') && !(c >= '0' && c <= '9'))
        return misfit(value, "is no uuid");
      digits += upper ? static_cast<char>(c + 32) : c;
    }
  }
  if (digits.size() != 32) return misfit(value, "is no uuid");
  for (const std::size_t place : {20U, 16U, 12U, 8U}) digits.insert(place, "-");
  set(cell, std::move(digits));
  return {};
}

std::string to_bytea(const SourceValue& value, Cell& cell) {
  if (value.type != Type::blob) return misfit(value, "is no BLOB");
  cell.canonical = hex_of(value.bytes);
  cell.text = "\\x" + cell.canonical;
  return {};
}

std::string to_text(const Column& column, const SourceValue& value, Cell& cell) {
  if (value.type == Type::blob) return misfit(value, "is no text");
  if (value.type == Type::integer) {
    set(cell, std::to_string(value.integer));
  } else if (value.type == Type::real) {
    char buffer[64];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value.real);
    set(cell, std::string(buffer, end.ptr));
  } else {
    const std::int64_t characters = count_characters(value.bytes);
    if (characters < 0) return misfit(value, "is no UTF-8");
    if (value.bytes.find('\0') != std::string_view::npos) {
      return misfit(value, "holds a NUL character");
    }
    if (column.length > 0 && characters > column.length) return does_not_fit(column, value);
    set(cell, std::string(value.bytes));
  }
  if (column.kind == Kind::padded_text) {
    while (!cell.canonical.empty() && cell.canonical.back() == ' ') cell.canonical.pop_back();
  }
  return {};
}

}  // namespace

std::string convert(const Column& column, const SourceValue& value, Cell& cell) {
  cell.null = value.type == Type::null;
  cell.rounded = false;
  cell.shifted = false;
  if (cell.null) return column.not_null ? "NULL stands in a column that is NOT NULL" : "";
  switch (column.kind) {
    case Kind::integer:
      return to_integer(column, value, cell);
    case Kind::boolean:
      return to_boolean(value, cell);
    case Kind::real:
    case Kind::double_precision:
      return to_floating(column, value, cell);
    case Kind::numeric:
      return to_numeric(column, value, cell);
    case Kind::bytea:
      return to_bytea(value, cell);
    case Kind::timestamp:
    case Kind::timestamptz:
    case Kind::date:
    case Kind::time:
      return to_time(column, value, cell);
    case Kind::uuid:
      return to_uuid(value, cell);
    case Kind::text:
    case Kind::padded_text:
    case Kind::other:
      break;
  }
  if (column.source_microseconds && value.type == Type::integer) {
    set(cell, std::to_string(value.integer) + " microseconds");
    return {};
  }
  return to_text(column, value, cell);
}

bool is_comparable(const Column& column) { return column.kind != Kind::other; }

std::string canonical_sql(const Column& column, const std::string& quoted_name) {
  switch (column.kind) {
    case Kind::boolean:
      return "CASE WHEN " + quoted_name + " THEN '1' WHEN NOT " + quoted_name + " THEN '0' END";
    case Kind::real:
      return "encode(float4send(" + quoted_name + " + 0::real), 'hex')";
    case Kind::double_precision:
      return "encode(float8send(" + quoted_name + " + 0::double precision), 'hex')";
    case Kind::numeric:
      return "CASE WHEN scale(" + quoted_name + ") > 0 THEN rtrim(rtrim(" + quoted_name +
             "::text, '0'), '.') ELSE " + quoted_name + "::text END";
    case Kind::bytea:
      return "encode(" + quoted_name + ", 'hex')";
    case Kind::timestamptz:
      return "to_char(" + quoted_name + " AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')";
    case Kind::timestamp:
      return "to_char(" + quoted_name + ", 'YYYY-MM-DD HH24:MI:SS.US')";
    case Kind::time:
      return "to_char(" + quoted_name + ", 'HH24:MI:SS.US')";
    case Kind::date:
      return "to_char(" + quoted_name + ", 'YYYY-MM-DD')";
    default:
      return quoted_name + "::text";
  }
}

}  // namespace retort::transfer_detail
