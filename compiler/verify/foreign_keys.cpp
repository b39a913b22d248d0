// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// PRAGMA foreign_key_check of the tables that a revision may have hurt: a check of all tables after
// each revision would grow with the square of the chain.
#include "verify/foreign_keys.hpp"

#include <sqlite3.h>

#include "dialect/ascii.hpp"
#include "dialect/identifier.hpp"

namespace retort::compiler::verify {

std::string ForeignKeyCheck::update(const Catalogue& catalogue,
                                    const std::set<std::string>& changed,
                                    const std::set<std::string>& touched, std::uint32_t revision) {
  reload(catalogue, changed);
  std::set<std::string> tables;
  for (const auto* names : {&changed, &touched}) {
    for (const std::string& name : *names) {
      tables.insert(name);
      if (const auto found = children_.find(name); found != children_.end()) {
        tables.insert(found->second.begin(), found->second.end());
      }
    }
  }
  for (const std::string& table : tables) {
    if (parents_.count(table) == 0) continue;
    if (std::string wrong = check(table, revision); !wrong.empty()) return wrong;
  }
  return {};
}

std::vector<BrokenForeignKey> ForeignKeyCheck::broken() const {
  std::vector<BrokenForeignKey> result;
  for (const auto& entry : broken_) result.push_back(entry.second);
  return result;
}

void ForeignKeyCheck::reload(const Catalogue& catalogue, const std::set<std::string>& changed) {
  if (changed.empty()) return;
  for (const std::string& name : changed) {
    broken_.erase(name);
    const auto found = parents_.find(name);
    if (found == parents_.end()) continue;
    for (const std::string& parent : found->second) children_[parent].erase(name);
    parents_.erase(found);
  }
  for (const CatalogueRow& row : catalogue.rows()) {
    if (row.type != "table") continue;
    const std::string name = dialect::lower_case(row.name);
    if (changed.count(name) == 0) continue;
    connection_.run("PRAGMA main.foreign_key_list(" + dialect::quoted_identifier(name) + ")",
                    [&](sqlite3_stmt* key) {
                      const std::string parent = dialect::lower_case(text_column(key, 2));
                      parents_[name].insert(parent);
                      children_[parent].insert(name);
                    });
  }
}

std::string ForeignKeyCheck::check(const std::string& table, std::uint32_t revision) {
  std::string wrong;
  std::int64_t rows = 0;
  const std::string message = connection_.run(
      "PRAGMA main.foreign_key_check(" + dialect::quoted_identifier(table) + ")",
      [&](sqlite3_stmt* row) {
        if (++rows > 1) return;
        const std::string_view id = text_column(row, 1);  // NULL in a table without rowid
        wrong = (id.empty() ? "a row" : "row " + std::string(id)) + " of table '" +
                std::string(text_column(row, 0)) + "' has no parent in '" +
                std::string(text_column(row, 2)) + "'";
      });
  if (rows > 1) wrong += ", nor have " + std::to_string(rows - 1) + " other rows";
  if (message.empty()) {
    broken_.erase(table);
  } else if (broken_.count(table) == 0) {
    broken_[table] = {table, message, revision};
  }
  return wrong;
}

}  // namespace retort::compiler::verify
