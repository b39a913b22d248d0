// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// One column of the target, and what a value of the source becomes in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "transfer/times.hpp"

namespace retort::transfer_detail {

enum class Kind : std::uint8_t {
  integer,
  boolean,
  real,  // 24 bits
  double_precision,
  numeric,
  text,
  padded_text,  // character(n)
  bytea,
  timestamp,
  timestamptz,
  date,
  time,
  uuid,
  other,  // sent as text, judged by the server
};

struct Column {
  std::string name;
  std::string type;  // as the server shows it, for messages
  Kind kind = Kind::other;
  std::int64_t smallest = 0;  // of an integer
  std::int64_t largest = 0;
  int precision = 0;  // of a numeric; 0: none is declared
  int scale = 0;
  int length = 0;  // of varchar(n) and character(n), in characters; 0: no limit
  bool not_null = false;
  bool has_default = false;
  bool generated = false;
  std::string sequence;    // the one that an identity or serial column owns, qualified and quoted
  int key_position = 0;    // in the primary key, from 1; 0: not part of it
  int source_column = -1;  // in the row of the source; -1: the source has none
  TimeUnit unit = TimeUnit::none;  // how numbers in a time column are read
  // What the source's CHECK says of the column (`-- retort: storage(…)`).
  int source_scale = 0;              // whole numbers of the last of so many digits
  bool source_microseconds = false;  // an interval
};

// A value as SQLite stores it. The bytes belong to the row.
struct SourceValue {
  enum class Type : std::uint8_t { null, integer, real, text, blob };
  Type type = Type::null;
  std::int64_t integer = 0;
  double real = 0;
  std::string_view bytes;
};

// The value on its way: `text` is what COPY gets (not yet escaped), `canonical` the form in which
// the two sides are compared.
struct Cell {
  bool null = false;
  bool rounded = false;  // digits were lost as PostgreSQL loses them
  bool shifted = false;  // a time with a zone went into a column that has none, as UTC
  std::string text;
  std::string canonical;
};

// Fills `cell`. Empty where the value fits, else why it does not: "'abc' is no integer".
std::string convert(const Column& column, const SourceValue& value, Cell& cell);

// The value for a message: quoted, cut, without control characters.
std::string shown(const SourceValue& value);

// Whether both sides have a form in which this column's values can be compared.
bool is_comparable(const Column& column);
// That form as an expression of PostgreSQL over the quoted column name; text, null for NULL.
std::string canonical_sql(const Column& column, const std::string& quoted_name);

}  // namespace retort::transfer_detail
