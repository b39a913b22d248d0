// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The schemas of two engines side by side. In: both models; out: the objects that differ, by name.
// Types are the same where the portable mapping of PostgreSQL's gives the storage class of
// SQLite's.
#include "lower/parity.hpp"

#include <algorithm>

#include "dialect/ascii.hpp"
#include "lower/sqlite_type.hpp"

namespace retort::compiler::lower {
namespace {

using schema::Column;
using schema::Constraint;
using schema::ConstraintKind;
using schema::Schema;
using schema::Table;

constexpr std::size_t max_differences = 10;

// SQLite's rules for the affinity of a declared type (https://sqlite.org/datatype3.html, 3.1).
std::string affinity(const schema::Type& type) {
  const std::string words = dialect::lower_case(schema::type_text(type));
  const auto has = [&words](std::string_view part) { return words.find(part) != words.npos; };
  if (has("int")) return "INTEGER";
  if (has("char") || has("clob") || has("text")) return "TEXT";
  if (words.empty() || has("blob")) return "BLOB";
  if (has("real") || has("floa") || has("doub")) return "REAL";
  return "NUMERIC";
}

// NUMERIC is what old schemas say for times, booleans and decimals: it holds what they put in.
bool same_type(const Column& sqlite, const Column& postgres, bool portable) {
  if (portable) return sqlite.type == postgres.type;
  const SqliteType form = sqlite_type(postgres.type, postgres.storage, "x", {});
  if (!form.refused.empty()) return true;
  const std::string have = affinity(sqlite.type);
  const std::string want = form.word.substr(0, form.word.find(' '));
  if (have == want || have == "NUMERIC") return true;
  return want == "REAL" && have == "INTEGER"
             ? false
             : have == "BLOB" && sqlite.type.kind == schema::TypeKind::none;
}

class Comparison {
 public:
  Comparison(const Schema& sqlite, const Schema& postgres) : sqlite_(sqlite), postgres_(postgres) {}

  std::vector<SchemaDifference> run() {
    for (const auto& [key, table] : sqlite_.tables) {
      const Table* other = find(postgres_, table->name);
      if (other != nullptr) {
        compare(*table, *other);
      } else if (!table->virtual_table && !known(postgres_, table->name)) {
        only("table", table->name, "sqlite", table->span);
      }
    }
    for (const auto& [key, table] : postgres_.tables) {
      if (find(sqlite_, table->name) == nullptr && !known(sqlite_, table->name)) {
        only("table", table->name, "postgres", table->span);
      }
    }
    compare_indexes();
    if (found_.size() > max_differences) found_.resize(max_differences);
    return std::move(found_);
  }

 private:
  static const Table* find(const Schema& schema, const std::string& name) {
    if (const Table* table = schema.table(name)) return table;
    return schema.table(dialect::lower_case(name));
  }
  static bool known(const Schema& schema, const std::string& name) {
    return schema.is_rumour(name) || schema.view(name) != nullptr;
  }

  void only(std::string_view kind, const std::string& name, std::string_view engine,
            source::Span place) {
    found_.push_back({std::string(kind) + " '" + name + "' is on " + std::string(engine) + " only",
                      place,
                      {},
                      "it is made here",
                      {}});
  }

  void compare(const Table& sqlite, const Table& postgres) {
    if (sqlite.uncertain || postgres.uncertain || sqlite.virtual_table) return;
    for (const Column& column : sqlite.columns) {
      const Column* other = postgres.find(column.name);
      const std::string name = sqlite.name + "." + column.name;
      if (other == nullptr) {
        only("column", name, "sqlite", column.span);
        continue;
      }
      const bool portable = sqlite.portable && postgres.portable;
      if (!same_type(column, *other, portable)) {
        found_.push_back({"column '" + name + "' is " + schema::type_text(column.type) +
                              " on sqlite and " + schema::type_text(other->type) + " on postgres",
                          column.span, other->span, "on sqlite", "on postgres"});
      } else if (column.not_null != other->not_null && !in_key(sqlite, column.name)) {
        const std::string where = column.not_null ? "sqlite" : "postgres";
        found_.push_back({"column '" + name + "' is NOT NULL on " + where + " only", column.span,
                          other->span, "on sqlite", "on postgres"});
      }
    }
    for (const Column& column : postgres.columns) {
      if (sqlite.find(column.name) == nullptr) {
        only("column", sqlite.name + "." + column.name, "postgres", column.span);
      }
    }
    compare_keys(sqlite, postgres);
  }

  static bool in_key(const Table& table, const std::string& column) {
    const Constraint* key = table.primary_key();
    return key != nullptr &&
           std::find(key->columns.begin(), key->columns.end(), column) != key->columns.end();
  }

  static std::vector<std::string> keys(const Table& table, ConstraintKind kind) {
    std::vector<std::string> keys;
    for (const Constraint& constraint : table.constraints) {
      if (constraint.kind != kind) continue;
      std::string text =
          constraint.target.empty() ? "" : dialect::lower_case(constraint.target) + " <- ";
      for (const std::string& column : constraint.columns)
        text += dialect::lower_case(column) + ",";
      keys.push_back(text + constraint.on_delete);
    }
    std::sort(keys.begin(), keys.end());
    return keys;
  }

  void compare_keys(const Table& sqlite, const Table& postgres) {
    if (keys(sqlite, ConstraintKind::primary_key) != keys(postgres, ConstraintKind::primary_key)) {
      found_.push_back({"the primary keys of table '" + sqlite.name + "' differ", sqlite.span,
                        postgres.span, "on sqlite", "on postgres"});
    }
    if (keys(sqlite, ConstraintKind::foreign_key) != keys(postgres, ConstraintKind::foreign_key)) {
      found_.push_back({"the foreign keys of table '" + sqlite.name + "' differ", sqlite.span,
                        postgres.span, "on sqlite", "on postgres"});
    }
  }

  // An index of one engine only is nobody's fault: it is how an engine section tunes.
  void compare_indexes() {
    for (const auto& [key, index] : sqlite_.indexes) {
      const schema::Index* other = postgres_.index(index->name);
      if (other == nullptr || other->uncertain || index->uncertain) continue;
      if (other->unique == index->unique) continue;
      found_.push_back({"index '" + index->name + "' is UNIQUE on one engine only", index->span,
                        other->span, "on sqlite", "on postgres"});
    }
  }

  const Schema& sqlite_;
  const Schema& postgres_;
  std::vector<SchemaDifference> found_;
};

}  // namespace

std::vector<SchemaDifference> compare_engines(const Schema& sqlite, const Schema& postgres) {
  return Comparison(sqlite, postgres).run();
}

}  // namespace retort::compiler::lower
