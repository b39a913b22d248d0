// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The function table of docs/portable.md. In: a function's name and its arguments as SQLite text;
// out: what SQLite is sent instead, or why it has nothing of the kind and what to write.
#include "lower/sqlite_function.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace retort::compiler::lower {

const std::string_view sqlite_now = "strftime('%Y-%m-%d %H:%M:%f','now')";
const std::string_view sqlite_uuid =
    "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)),2) "
    "|| '-' || substr('89ab',1+(random()&3),1) || substr(hex(randomblob(2)),2) || '-' || "
    "hex(randomblob(6)))";

namespace {

using Arguments = std::vector<Argument>;

// The same on both engines.
constexpr std::array<std::string_view, 29> same = {"abs",
                                                   "avg",
                                                   "coalesce",
                                                   "count",
                                                   "cume_dist",
                                                   "dense_rank",
                                                   "first_value",
                                                   "lag",
                                                   "last_value",
                                                   "lead",
                                                   "length",
                                                   "lower",
                                                   "ltrim",
                                                   "max",
                                                   "min",
                                                   "nth_value",
                                                   "ntile",
                                                   "nullif",
                                                   "percent_rank",
                                                   "rank",
                                                   "replace",
                                                   "round",
                                                   "row_number",
                                                   "rtrim",
                                                   "substr",
                                                   "sum",
                                                   "trim",
                                                   "upper",
                                                   "json_array_length"};

struct Rename {
  std::string_view name, sqlite;
};
constexpr std::array renames = {
    Rename{"char_length", "length"},
    Rename{"character_length", "length"},
    Rename{"btrim", "trim"},
    Rename{"substring", "substr"},
    Rename{"strpos", "instr"},
    Rename{"string_agg", "group_concat"},
    Rename{"bool_and", "min"},
    Rename{"every", "min"},
    Rename{"bool_or", "max"},
    Rename{"jsonb_array_length", "json_array_length"},
    Rename{"json_build_object", "json_object"},
    Rename{"jsonb_build_object", "json_object"},
    Rename{"json_build_array", "json_array"},
    Rename{"jsonb_build_array", "json_array"},
};

// Words of SQLite, and what portable SQL calls it.
constexpr std::array foreign = {
    Rename{"ifnull", "coalesce(a, b)"},
    Rename{"iif", "CASE WHEN c THEN a ELSE b END"},
    Rename{"instr", "position(b in a)"},
    Rename{"group_concat", "string_agg(x, ',')"},
    Rename{"strftime", "date_trunc or EXTRACT"},
    Rename{"datetime", "now(), or a timestamp column"},
    Rename{"date", "CAST(x AS date)"},
    Rename{"time", "CAST(x AS time)"},
    Rename{"unixepoch", "EXTRACT(epoch FROM x)"},
    Rename{"total", "coalesce(sum(x), 0)"},
    Rename{"randomblob", "gen_random_uuid()"},
};

std::string call(std::string_view name, const Arguments& arguments) {
  std::string text(name);
  text += "(";
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    text += (i == 0 ? "" : ", ") + arguments[i].text;
  }
  return text + ")";
}

// Scalar max() and min() of SQLite are NULL where any argument is, greatest() and least() only
// where all are. Each further argument doubles the text.
constexpr std::size_t max_extreme_arguments = 5;

std::string extreme(std::string_view function, const Arguments& arguments) {
  std::string text = arguments.front().text;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const std::string pair = text + ", " + arguments[i].text;
    text = "coalesce(" + std::string(function) + "(" + pair + "), " + pair + ")";
  }
  return text;
}

std::string concat(const Arguments& arguments) {
  std::string text;
  for (const Argument& argument : arguments) {
    text += (text.empty() ? "" : " || ") + ("coalesce(" + argument.text + ", '')");
  }
  return "(" + text + ")";
}

std::string concat_with(const Arguments& arguments) {
  const std::string& separator = arguments.front().text;
  std::string text;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    text +=
        (i == 1 ? "" : " || ") + ("coalesce(" + separator + " || " + arguments[i].text + ", '')");
  }
  return "substr(" + text + ", length(" + separator + ") + 1)";
}

std::string truncated(const std::string& unit, const std::string& value) {
  constexpr std::array<std::array<std::string_view, 2>, 6> forms = {
      {{"year", "%Y-01-01 00:00:00"},
       {"month", "%Y-%m-01 00:00:00"},
       {"day", "%Y-%m-%d 00:00:00"},
       {"hour", "%Y-%m-%d %H:00:00"},
       {"minute", "%Y-%m-%d %H:%M:00"},
       {"second", "%Y-%m-%d %H:%M:%S"}}};
  for (const auto& form : forms) {
    if (form[0] == unit) return "strftime('" + std::string(form[1]) + "', " + value + ")";
  }
  return {};
}

FunctionText refuse(std::string_view name, std::string help) {
  return {{}, "function '" + std::string(name) + "' has no SQLite form", std::move(help)};
}

// left(x, n), right(x, n): a count from the other end means something else on SQLite.
FunctionText part(std::string_view name, const Arguments& arguments) {
  const int count = std::atoi(arguments[1].literal.c_str());
  if (count <= 0) {
    return {{},
            "'" + std::string(name) + "' is portable with a literal count above 0 only",
            "write the count as a number"};
  }
  const std::string from = name == "left" ? "1, " : "-";
  return {"substr(" + arguments[0].text + ", " + from + arguments[1].literal + ")", {}, {}};
}

FunctionText special(std::string_view name, const Arguments& arguments) {
  const std::size_t count = arguments.size();
  if (count == 0) {
    if (is_clock(name)) return {std::string(sqlite_now), {}, {}};
    if (name == "gen_random_uuid") return {std::string(sqlite_uuid), {}, {}};
    if (name == "random") return {"((random() & 9007199254740991) / 9007199254740992.0)", {}, {}};
  }
  const bool extremes = name == "greatest" || name == "least";
  if (extremes && count > 0 && count <= max_extreme_arguments) {
    return {extreme(name == "greatest" ? "max" : "min", arguments), {}, {}};
  }
  if (name == "concat" && count > 0) return {concat(arguments), {}, {}};
  if (name == "concat_ws" && count > 1) return {concat_with(arguments), {}, {}};
  if ((name == "left" || name == "right") && count == 2) return part(name, arguments);
  if (name == "octet_length" && count == 1) {
    return {"length(CAST(" + arguments[0].text + " AS BLOB))", {}, {}};
  }
  if (name == "date_trunc" && count >= 2) {
    const std::string text = truncated(arguments[0].literal, arguments[1].text);
    if (!text.empty()) return {text, {}, {}};
    return {{}, "date_trunc is portable with a literal unit from second to year", "write the unit"};
  }
  return {};
}

}  // namespace

bool is_clock(std::string_view name) {
  return name == "now" || name == "clock_timestamp" || name == "statement_timestamp" ||
         name == "transaction_timestamp";
}

FunctionText sqlite_function(std::string_view name, const Arguments& arguments) {
  if (FunctionText text = special(name, arguments); !text.text.empty() || !text.refused.empty()) {
    return text;
  }
  if ((name == "substr" || name == "substring") && arguments.size() > 1 &&
      !arguments[1].literal.empty() && std::atoi(arguments[1].literal.c_str()) < 1) {
    return {{},
            "substr from a place before the first character differs between the engines",
            "right(x, n) takes the last characters"};
  }
  if (std::find(same.begin(), same.end(), name) != same.end())
    return {call(name, arguments), {}, {}};
  for (const Rename& rename : renames) {
    if (rename.name == name) return {call(rename.sqlite, arguments), {}, {}};
  }
  for (const Rename& word : foreign) {
    if (word.name != name) continue;
    return {{},
            "'" + std::string(name) + "' is SQLite's own word",
            "in portable SQL:  " + std::string(word.sqlite)};
  }
  return refuse(name, {});
}

}  // namespace retort::compiler::lower
