// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Views are compiled by a SELECT, triggers by the statement that fires them; nothing is run. Only
// what a revision may have touched is compiled again: whose text names a changed object, directly
// or by way of another view.
#include "verify/objects.hpp"

#include <sqlite3.h>

#include <algorithm>

#include "dialect/ascii.hpp"
#include "dialect/identifier.hpp"
#include "verify/sql_tokens.hpp"

namespace retort::compiler::verify {
namespace {

bool is_event(const SqlToken& token) {
  return token.is("insert") || token.is("update") || token.is("delete");
}

bool intersects(const std::set<std::string>& words, const std::set<std::string>& names) {
  return std::any_of(names.begin(), names.end(),
                     [&words](const std::string& name) { return words.count(name) != 0; });
}

}  // namespace

void ObjectCheck::update(const Catalogue& catalogue, const std::set<std::string>& changed,
                         std::uint32_t revision) {
  if (changed.empty()) return;
  reload(catalogue, changed);
  for (const std::string& key : affected(changed)) {
    const Object& object = objects_.at(key);
    const std::string message = compile(object);
    if (message.empty()) {
      broken_.erase(key);
    } else if (broken_.count(key) == 0) {
      const std::string kind = object.is_view ? "view" : "trigger";
      broken_[key] = {kind + " '" + object.name + "'", key, message, revision};
    }
  }
}

std::vector<BrokenObject> ObjectCheck::broken() const {
  std::vector<BrokenObject> result;
  for (const auto& entry : broken_) result.push_back(entry.second);
  return result;
}

void ObjectCheck::reload(const Catalogue& catalogue, const std::set<std::string>& changed) {
  for (const std::string& name : changed) {
    objects_.erase(name);
    broken_.erase(name);
  }
  for (const CatalogueRow& row : catalogue.rows()) {
    if (row.type != "view" && row.type != "trigger") continue;
    const std::string key = dialect::lower_case(row.name);
    if (changed.count(key) == 0) continue;
    Object object;
    object.is_view = row.type == "view";
    object.name = row.name;
    object.table = row.table;
    for (const SqlToken& token : sql_tokens(row.sql)) {
      if (object.event.empty() && is_event(token)) object.event = token.text;
      if (token.is_name) object.words.insert(token.text);
    }
    objects_[key] = std::move(object);
  }
}

std::set<std::string> ObjectCheck::affected(const std::set<std::string>& changed) const {
  std::set<std::string> names = changed;
  std::set<std::string> result;
  for (std::size_t before = 0; before != names.size();) {
    before = names.size();
    for (const auto& [key, object] : objects_) {
      if (result.count(key) != 0) continue;
      if (changed.count(key) == 0 && !intersects(object.words, names)) continue;
      result.insert(key);
      if (object.is_view) names.insert(key);
    }
  }
  return result;
}

std::string ObjectCheck::compile(const Object& object) {
  if (object.is_view)
    return connection_.compile("SELECT * FROM main." + dialect::quoted_identifier(object.name));
  const std::string table = "main." + dialect::quoted_identifier(object.table);
  if (object.event == "insert") {
    return connection_.compile("INSERT INTO " + table + " DEFAULT VALUES");
  }
  if (object.event == "delete") return connection_.compile("DELETE FROM " + table);
  return connection_.compile(update_statement(object.table));
}

// Of every column, so that each UPDATE OF fires.
std::string ObjectCheck::update_statement(const std::string& table) {
  std::string assignments;
  connection_.run("PRAGMA main.table_xinfo(" + dialect::quoted_identifier(table) + ")",
                  [&](sqlite3_stmt* row) {
                    if (sqlite3_column_int(row, 6) != 0) return;  // generated or hidden
                    const std::string column = dialect::quoted_identifier(text_column(row, 1));
                    assignments += (assignments.empty() ? "" : ", ") + column + " = " + column;
                  });
  return "UPDATE main." + dialect::quoted_identifier(table) + " SET " + assignments;
}

}  // namespace retort::compiler::verify
