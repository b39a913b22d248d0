// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Chosen storage. In: the comments before a statement, types and literals; out: what SQLite keeps:
// decimals as whole numbers of their last digit, moments and intervals as microseconds, UUIDs as
// their bytes.
#include "lower/column_storage.hpp"

#include <array>
#include <cstdint>
#include <cstdlib>

#include "dialect/ascii.hpp"
#include "lower/literal.hpp"
#include "lower/sqlite_function.hpp"
#include "schema/names.hpp"

namespace retort::compiler::lower {
namespace {

using schema::Storage;
using schema::Type;
using schema::TypeKind;

static_assert(ast::storage_words.size() == static_cast<std::size_t>(Storage::blob));
constexpr std::int64_t second = 1'000'000;

std::optional<std::int64_t> whole(std::string_view digits) {
  if (digits.empty() || digits.size() > 18) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// A number's parts, as written.
struct Decimal {
  bool negative = false;
  std::string whole, fraction;
};

Decimal split(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative || (!text.empty() && text.front() == '+')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  return {negative, std::string(text.substr(0, point)),
          std::string(point == std::string_view::npos ? "" : text.substr(point + 1))};
}

// "12.5" with two digits is 1250. More digits than the scale, or than fit, are refused.
std::optional<std::string> shifted(std::string_view text, int scale, int digits) {
  auto [negative, all, fraction] = split(text);
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  if (fraction.size() > static_cast<std::size_t>(scale)) return std::nullopt;
  fraction.resize(static_cast<std::size_t>(scale), '0');
  all += fraction;
  while (all.size() > 1 && all.front() == '0') all.erase(all.begin());
  if (all.size() > static_cast<std::size_t>(digits) || !whole(all)) return std::nullopt;
  return (negative && all != "0" ? "-" : "") + all;
}

// As written, without what says nothing: one value, one text.
std::optional<std::string> plain_decimal(const Type& type, std::string_view text) {
  auto [negative, all, fraction] = split(text);
  if (all.empty() && fraction.empty()) return std::nullopt;
  if ((all + fraction).find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
  while (all.size() > 1 && all.front() == '0') all.erase(all.begin());
  if (all.empty()) all = "0";
  if (type.scale >= 0) {
    const auto scale = static_cast<std::size_t>(type.scale);
    while (fraction.size() > scale && fraction.back() == '0') fraction.pop_back();
    if (fraction.size() > scale) return std::nullopt;
    fraction.resize(scale, '0');
  }
  const std::string number = fraction.empty() ? all : all + "." + fraction;
  const bool zero = number.find_first_not_of("0.") == std::string::npos;
  return schema::string_literal((negative && !zero ? "-" : "") + number);
}

// Days since 1970-01-01, by the civil calendar.
std::int64_t days_of(std::int64_t year, std::int64_t month, std::int64_t day) {
  year -= month <= 2 ? 1 : 0;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t in_era = year - era * 400;
  const std::int64_t in_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146'097 + in_era * 365 + in_era / 4 - in_era / 100 + in_year - 719'468;
}

// Digits behind the point as microseconds.
std::optional<std::int64_t> fraction_of(std::string_view text) {
  if (text.empty()) return 0;
  if (text.front() != '.' || text.size() > 7) return std::nullopt;
  std::string digits(text.substr(1));
  digits.resize(6, '0');
  return whole(digits);
}

// "HH:MM[:SS[.f]]".
std::optional<std::int64_t> clock(std::string_view text) {
  if (text.size() < 5 || text[2] != ':') return std::nullopt;
  const auto hours = whole(text.substr(0, 2));
  const auto minutes = whole(text.substr(3, 2));
  if (!hours || !minutes || *minutes > 59) return std::nullopt;
  if (text.size() == 5) return (*hours * 3600 + *minutes * 60) * second;
  if (text.size() < 8 || text[5] != ':') return std::nullopt;
  const auto seconds = whole(text.substr(6, 2));
  const auto fraction = fraction_of(text.substr(8));
  if (!seconds || *seconds > 59 || !fraction) return std::nullopt;
  return (*hours * 3600 + *minutes * 60 + *seconds) * second + *fraction;
}

std::optional<std::string> moment(const Type& type, std::string_view text) {
  const auto kept = sqlite_literal(type, Storage::standard, text);
  if (!kept) return std::nullopt;
  const std::string_view value = std::string_view(*kept).substr(1, kept->size() - 2);
  const auto year = whole(value.substr(0, 4));
  const auto month = whole(value.substr(5, 2));
  const auto day = whole(value.substr(8, 2));
  const auto time = clock(value.substr(11));
  if (!year || !month || !day || !time) return std::nullopt;
  constexpr std::array<std::int64_t, 12> lengths = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (*year % 4 == 0 && *year % 100 != 0) || *year % 400 == 0;
  if (*month < 1 || *month > 12 || *day < 1) return std::nullopt;
  if (*day > lengths[static_cast<std::size_t>(*month - 1)]) return std::nullopt;
  if ((*month == 2 && *day == 29 && !leap) || *time >= 86'400 * second) return std::nullopt;
  return std::to_string(days_of(*year, *month, *day) * 86'400 * second + *time);
}

std::optional<std::string> duration(std::string_view text) {
  if (const auto time = clock(text)) return std::to_string(*time);
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  const bool negative = text.front() == '-';
  const auto count = whole(text.substr(negative ? 1 : 0, blank - (negative ? 1 : 0)));
  std::string unit = dialect::lower_case(text.substr(blank + 1));
  if (!unit.empty() && unit.back() == 's') unit.pop_back();
  struct Unit {
    std::string_view name;
    std::int64_t length;
  };
  constexpr std::array units = {Unit{"microsecond", 1},           Unit{"millisecond", 1'000},
                                Unit{"second", second},           Unit{"minute", 60 * second},
                                Unit{"hour", 3'600 * second},     Unit{"day", 86'400 * second},
                                Unit{"week", 7 * 86'400 * second}};
  for (const Unit& known : units) {
    if (known.name != unit || !count || *count > 1'000'000'000'000'000'000 / known.length) continue;
    return (negative ? "-" : "") + std::to_string(*count * known.length);
  }
  return std::nullopt;
}

bool makes(const ast::Statement& statement, const std::string& column) {
  if (const auto* create = std::get_if<ast::CreateTable>(&statement.node)) {
    for (const ast::TableElement& element : create->elements) {
      const auto* definition = std::get_if<ast::ColumnDef>(&element);
      if (definition != nullptr && definition->name.text == column) return true;
    }
  }
  const auto* alter = std::get_if<ast::AlterTable>(&statement.node);
  if (alter == nullptr) return false;
  for (const ast::AlterAction& action : alter->actions) {
    const auto* add = std::get_if<ast::AddColumn>(&action.node);
    if (add != nullptr && add->column.name.text == column) return true;
    const auto* type = std::get_if<ast::SetType>(&action.node);
    if (type != nullptr && type->column.text == column) return true;
  }
  return false;
}

std::string power_of_ten(int exponent) {
  return "1" + std::string(static_cast<std::size_t>(exponent), '0');
}

}  // namespace

std::string_view storage_word(Storage storage) {
  if (storage == Storage::standard) return "standard";
  return ast::storage_words[static_cast<std::size_t>(storage) - 1];
}

std::map<std::string, Storage> storage_of(const chain::SectionRef& section,
                                          const ast::Statement& statement, Report& report) {
  std::map<std::string, Storage> result;
  for (const ast::StorageChoice& choice : chain::storage_choices(*section.file, statement.span)) {
    if (!makes(statement, choice.column.text)) {
      report.bad_storage(choice.column.span,
                         "column '" + choice.column.text + "' is not made by this statement",
                         "put it before the statement that makes the column or sets its type");
    }
    for (std::size_t i = 0; i < ast::storage_words.size(); ++i) {
      if (ast::storage_words[i] != choice.choice.text) continue;
      result[choice.column.text] = static_cast<Storage>(i + 1);
    }
  }
  return result;
}

std::string misfit(const Type& type, Storage storage) {
  const bool moment = type.kind == TypeKind::timestamp || type.kind == TypeKind::timestamptz;
  const bool number = type.kind == TypeKind::numeric;
  switch (storage) {
    case Storage::standard:
      return {};
    case Storage::scaled:
      if (number && type.length > 0 && type.length <= 18 && type.scale <= type.length) return {};
      return "'scaled' is for numeric(p,s) with p up to 18";
    case Storage::text:
      return number ? "" : "'text' is for numeric";
    case Storage::epoch:
      return moment ? "" : "'epoch' is for timestamp and timestamptz";
    case Storage::us:
      return type.kind == TypeKind::interval ? "" : "'us' is for interval";
    case Storage::blob:
      break;
  }
  return type.kind == TypeKind::uuid ? "" : "'blob' is for uuid";
}

std::optional<std::string> stored_literal(const Type& type, Storage storage,
                                          std::string_view text) {
  switch (storage) {
    case Storage::standard:
      return sqlite_literal(type, storage, text);
    case Storage::scaled:
      return shifted(text, type.scale, type.length);
    case Storage::text:
      return plain_decimal(type, text);
    case Storage::epoch:
      return moment(type, text);
    case Storage::us:
      return duration(text);
    case Storage::blob:
      break;
  }
  std::string digits;
  for (const char c : text) {
    if (c != '-') digits += c;
  }
  const bool hexadecimal = digits.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
  if (digits.size() != 32 || !hexadecimal) return std::nullopt;
  return "x'" + dialect::lower_case(digits) + "'";
}

std::string_view stored_call(std::string_view function, Storage storage) {
  const bool clock =
      is_clock(function) || function == "current_timestamp" || function == "localtimestamp";
  if (clock && storage == Storage::epoch) {
    return "CAST(strftime('%s','now') AS INTEGER) * 1000000 + "
           "CAST(substr(strftime('%f','now'),4) AS INTEGER) * 1000";
  }
  if (function == "gen_random_uuid" && storage == Storage::blob) {
    // Version 4 and the variant stand in the upper bits of two bytes.
    return "CAST(randomblob(6) || substr(x'404142434445464748494a4b4c4d4e4f', "
           "1 + (random() & 15), 1) || randomblob(1) || "
           "substr(x'808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f"
           "a0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebf', "
           "1 + (random() & 63), 1) || randomblob(7) AS BLOB)";
  }
  return {};
}

std::string stored_placeholder(const Type& type, Storage storage) {
  if (storage == Storage::standard) return placeholder(type);
  if (storage == Storage::us) return "0";
  std::string text = placeholder(type);
  if (!text.empty() && text.front() == '\'') text = text.substr(1, text.size() - 2);
  return stored_literal(type, storage, text).value_or("");
}

std::string restored(const std::string& name, const Type& from, Storage was, const Type& to,
                     Storage now) {
  if (was == now && was == Storage::scaled) {
    const int more = to.scale - from.scale;
    if (more == 0) return name;
    if (more > 0) return name + " * " + power_of_ten(more);
    const std::string half = "5" + std::string(static_cast<std::size_t>(-more - 1), '0');
    return "(" + name + " + CASE WHEN " + name + " < 0 THEN -" + half + " ELSE " + half +
           " END) / " + power_of_ten(-more);
  }
  if (was == now && was == Storage::text) return to.scale < 0 || to.scale == from.scale ? name : "";
  if (was == now) return name;
  // Both forms are exact as far as 15 digits go.
  if (was == Storage::standard && now == Storage::scaled &&
      (schema::is_integer(from.kind) || from.kind == TypeKind::numeric)) {
    const std::string product = name + " * " + power_of_ten(to.scale);
    return schema::is_integer(from.kind) ? product : "CAST(round(" + product + ") AS INTEGER)";
  }
  if (was == Storage::scaled && now == Storage::standard && to.kind == TypeKind::numeric) {
    return "round(" + name + " / " + power_of_ten(from.scale) + ".0, " + std::to_string(to.scale) +
           ")";
  }
  const bool moment = from.kind == TypeKind::timestamp || from.kind == TypeKind::timestamptz;
  if (was == Storage::standard && now == Storage::epoch && moment) {
    return "CAST(strftime('%s'," + name + ") AS INTEGER) * 1000000 + CAST(substr(substr(" + name +
           ",21) || '000000',1,6) AS INTEGER)";
  }
  return {};
}

}  // namespace retort::compiler::lower
