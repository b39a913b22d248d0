// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What to write into a down section, from what is missing, left behind or changed. Only statements
// that are sure to be right: where the catalogue does not tell enough, there is none.
#include "verify/postgres_differences.hpp"

#include <string>
#include <string_view>

#include "dialect/ascii.hpp"
#include "dialect/identifier.hpp"
#include "verify/connection.hpp"

namespace retort::compiler::verify {
namespace {

using retort::catalogue::Catalogue;
using retort::catalogue::Kind;
using retort::catalogue::Object;
using LiveDifference = retort::catalogue::Difference;

constexpr std::size_t longest_repair = 300;

bool is_plain(std::string_view name) {
  for (const char c : name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    if (!plain) return false;
  }
  return !name.empty() && !(name.front() >= '0' && name.front() <= '9');
}

// "name", "schema.name", or in quotes where it must be.
std::string identifier(std::string_view name) {
  const std::size_t dot = name.find('.');
  if (dot != std::string_view::npos && is_plain(name.substr(0, dot)) &&
      is_plain(name.substr(dot + 1))) {
    return std::string(name);
  }
  return is_plain(name) ? std::string(name) : dialect::quoted_identifier(name);
}

std::string upper_kind(Kind kind) {
  std::string text(retort::catalogue::kind_name(kind));
  for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
  return text;
}

std::string drop(const LiveDifference& object) {
  const std::string name = identifier(object.name);
  const std::string table = identifier(object.table);
  switch (object.kind) {
    case Kind::column:
      return "ALTER TABLE " + table + " DROP COLUMN " + name + ";";
    case Kind::constraint:
      return (object.owner == Kind::type ? "ALTER DOMAIN " : "ALTER TABLE ") + table +
             " DROP CONSTRAINT " + name + ";";
    case Kind::trigger:
    case Kind::rule:
    case Kind::policy:
      return "DROP " + upper_kind(object.kind) + " " + name + " ON " + table + ";";
    case Kind::function:
    case Kind::aggregate:
      return "DROP " + upper_kind(object.kind) + " " + object.name + ";";
    default:
      return "DROP " + upper_kind(object.kind) + " " + name + ";";
  }
}

std::string add_column(const Object& column) {
  std::string text = "ALTER TABLE " + identifier(column.table) + " ADD COLUMN " +
                     identifier(column.name) + " " + std::string(column.property("type"));
  for (const std::string_view unusual : {"generated", "identity", "collation"}) {
    if (!column.property(unusual).empty()) return {};
  }
  if (const auto value = column.property("default"); !value.empty()) {
    text.append(" DEFAULT ").append(value);
  }
  if (!column.property("not null").empty()) text.append(" NOT NULL");
  return text + ";";
}

std::string create(const Object& object) {
  const std::string name = identifier(object.name);
  const std::string definition(object.property("definition"));
  switch (object.kind) {
    case Kind::column:
      return add_column(object);
    case Kind::constraint:
      return "ALTER TABLE " + identifier(object.table) + " ADD CONSTRAINT " + name + " " +
             definition + ";";
    case Kind::index:
      return (object.property("unique").empty() ? "CREATE INDEX " : "CREATE UNIQUE INDEX ") + name +
             " " + definition + ";";
    case Kind::view:
      if (!object.property("materialized").empty() || !object.property("options").empty()) {
        return {};
      }
      return "CREATE VIEW " + name + " AS " + definition;
    case Kind::trigger:
      return definition + ";";
    default:
      return {};
  }
}

std::string change(const LiveDifference& difference) {
  if (difference.kind == Kind::constraint && difference.property == "name") {
    return "ALTER TABLE " + identifier(difference.table) + " RENAME CONSTRAINT " +
           identifier(difference.actual) + " TO " + identifier(difference.expected) + ";";
  }
  if (difference.kind == Kind::index && difference.property == "name") {
    return "ALTER INDEX " + identifier(difference.actual) + " RENAME TO " +
           identifier(difference.expected) + ";";
  }
  if (difference.kind != Kind::column) return {};
  const std::string column = "ALTER TABLE " + identifier(difference.table) + " ALTER COLUMN " +
                             identifier(difference.name) + " ";
  if (difference.property == "type") return column + "TYPE " + difference.expected + ";";
  if (difference.property == "not null") {
    return column + (difference.expected.empty() ? "DROP NOT NULL;" : "SET NOT NULL;");
  }
  if (difference.property == "default") {
    return column + (difference.expected.empty() ? "DROP DEFAULT;"
                                                 : "SET DEFAULT " + difference.expected + ";");
  }
  return {};
}

// On one line, for a help line; a definition with a line comment in it has none.
std::string one_line(const std::string& sql) {
  if (sql.find('\n') != std::string::npos && sql.find("--") != std::string::npos) return {};
  std::string text;
  for (const char c : sql) {
    const bool blank = c == '\n' || c == '\t' || c == ' ';
    if (blank && (text.empty() || text.back() == ' ')) continue;
    text.push_back(blank ? ' ' : c);
  }
  return text.size() > longest_repair ? "" : text;
}

// "column 't.c'", "constraint 'c' of table 't'"
std::string object_text(const LiveDifference& difference) {
  std::string text(retort::catalogue::kind_name(difference.kind));
  if (difference.kind == Kind::column) {
    return text + " '" + difference.table + "." + difference.name + "'";
  }
  text.append(" '").append(difference.name).append("'");
  const bool by_itself = difference.table.empty() || difference.kind == Kind::index ||
                         difference.kind == Kind::sequence;
  if (by_itself) return text;
  return text.append(" of ")
      .append(retort::catalogue::kind_name(difference.owner))
      .append(" '")
      .append(difference.table)
      .append("'");
}

Difference converted(const LiveDifference& live, const Catalogue& expected) {
  Difference difference;
  difference.object = object_text(live);
  difference.name = dialect::lower_case(live.name.substr(0, live.name.find('(')));
  difference.table = dialect::lower_case(live.table);
  std::string repair;
  switch (live.what) {
    case LiveDifference::What::missing:
      difference.what = Difference::What::missing;
      if (const Object* object = expected.find(live.kind, live.name, live.table)) {
        repair = create(*object);
      }
      break;
    case LiveDifference::What::extra:
      difference.what = Difference::What::extra;
      repair = drop(live);
      break;
    case LiveDifference::What::changed:
      difference.what = Difference::What::changed;
      difference.detail = live.detail();
      repair = change(live);
      break;
  }
  difference.repair = one_line(repair);
  return difference;
}

}  // namespace

std::vector<Difference> postgres_differences(const Catalogue& expected, const Catalogue& actual) {
  std::vector<Difference> differences;
  for (const LiveDifference& live : retort::catalogue::compare(expected, actual)) {
    differences.push_back(converted(live, expected));
  }
  return differences;
}

}  // namespace retort::compiler::verify
