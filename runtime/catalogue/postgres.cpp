// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A PostgreSQL database to a catalogue: one query for each kind of object, rows to objects.
#include <algorithm>
#include <string>
#include <string_view>

#include "catalogue/postgres_queries.hpp"
#include "catalogue/reader.hpp"
#include "catalogue/rows.hpp"

namespace retort::catalogue::detail {
namespace {

class PostgresReader {
 public:
  PostgresReader(Database& database, const ReadOptions& options, Catalogue& catalogue)
      : database_(database), options_(options), catalogue_(catalogue) {}

  Status run() {
    if (Status status = find_prepared(); !status.ok()) return status;
    if (Status status = find_schema(); !status.ok()) return status;
    std::uint32_t bit = 0;
    for (const PostgresQuery& query : postgres_queries()) {
      const bool absent = (absent_ >> bit++ & 1u) != 0;
      if (absent || (query.all_schemas_only && !options_.all_schemas)) continue;
      if (Status status = read(query, bit); !status.ok()) return status;
    }
    // Inside a transaction of the caller the setting would last until its end.
    const Value values[] = {Value(std::string_view(old_path_))};
    return each_row(database_, "SELECT pg_catalog.set_config('search_path', $1, true)", values, 1,
                    [](const Row&) {});
  }

 private:
  // They may be gone: DISCARD ALL, DEALLOCATE.
  Status find_prepared() {
    if (!options_.prepared) return {};
    return each_row(database_,
                    "SELECT name FROM pg_catalog.pg_prepared_statements WHERE from_sql AND name ~ "
                    "'^retort_catalogue_'",
                    [this](const Row& row) { prepared_.emplace_back(row.text(0)); });
  }

  // EXECUTE takes no parameters of the protocol, so the values are written as literals; what
  // cannot be, whatever standard_conforming_strings is, goes the ordinary way.
  template <class Function>
  Status run(const std::string& name, const std::string& sql, const std::string& types,
             const std::vector<std::string_view>& texts, Function function) {
    std::string literals;
    bool plain = options_.prepared;
    for (const std::string_view text : texts) {
      literals.append(literals.empty() ? "'" : ", '").append(text).append("'");
      plain = plain && text.find_first_of("'\\") == std::string_view::npos;
    }
    if (!plain) {
      std::vector<Value> values;
      for (const std::string_view text : texts) values.emplace_back(text);
      return each_row(database_, sql, values.data(), static_cast<std::uint32_t>(values.size()),
                      std::move(function));
    }
    const std::string statement = "retort_catalogue_" + name;
    if (std::find(prepared_.begin(), prepared_.end(), statement) == prepared_.end()) {
      const std::string prepare = "PREPARE " + statement + " (" + types + ") AS " + sql;
      if (Status status = database_.query(prepare, nullptr, 0, nullptr); !status.ok())
        return status;
      prepared_.push_back(statement);
    }
    return each_row(database_, "EXECUTE " + statement + "(" + literals + ")", std::move(function));
  }

  Status find_schema() {
    // The server's own schemas hold objects that no condition asks for.
    std::string sql =
        "SELECT w.name, quote_ident(w.name), current_setting('search_path'), n.oid IS NOT NULL,"
        " w.name ~ '^pg_' OR w.name = 'information_schema'";
    for (const PostgresQuery& query : postgres_queries()) {
      sql.append(", ").append(query.if_any.empty() ? "true" : query.if_any);
    }
    sql.append(
        " FROM (SELECT coalesce(nullif($1::text, ''), current_schema())) w(name)"
        " LEFT JOIN pg_catalog.pg_namespace n ON n.nspname = w.name");
    bool exists = false;
    Status status = run("schema", sql, "text", {options_.schema}, [this, &exists](const Row& row) {
      catalogue_.schema = row.text(0);
      path_ = row.text(1);
      old_path_ = row.text(2);
      exists = row.text(3) == "t";
      if (row.text(4) == "t") return;
      const auto count =
          static_cast<std::uint32_t>(postgres_queries().end() - postgres_queries().begin());
      for (std::uint32_t i = 0; i < count; ++i) {
        if (row.text(5 + i) != "t") absent_ |= 1u << i;
      }
    });
    if (!status.ok() || exists || options_.all_schemas) return status;
    if (options_.schema.empty()) {
      return {Code::invalid_argument, "search_path names no schema that exists"};
    }
    return {Code::invalid_argument, "schema '" + options_.schema + "' does not exist"};
  }

  Status read(const PostgresQuery& query, std::uint32_t number) {
    std::string sql(postgres_prologue);
    sql.append(query.sql);
    const std::string_view all = options_.all_schemas ? "t" : "f";
    return run(std::to_string(number), sql, "text, name, text", {path_, catalogue_.schema, all},
               [this, &query](const Row& row) { add(query, row); });
  }

  void add(const PostgresQuery& query, const Row& row) {
    if (left_out(row.text(0)) || left_out(row.text(1))) return;
    Object object;
    object.kind = query.kind;
    object.name = row.text(0);
    object.table = row.text(1);
    std::uint32_t column = 2;
    for (const std::string_view property : query.properties) {
      if (property.empty()) break;
      set(object, property, row.text(column++));
    }
    catalogue_.objects.push_back(std::move(object));
  }

  // With or without the schema in front and a function's arguments behind.
  bool left_out(std::string_view name) const {
    if (name.empty()) return false;
    if (is_ignored(name, options_)) return true;
    const std::string_view bare = name.substr(0, name.find('('));
    return is_ignored(bare, options_) || is_ignored(bare.substr(bare.rfind('.') + 1), options_);
  }

  Database& database_;
  const ReadOptions& options_;
  Catalogue& catalogue_;
  std::vector<std::string> prepared_;
  std::uint32_t absent_ = 0;  // a bit for each query that would find nothing
  std::string path_;          // of the reading
  std::string old_path_;      // of the caller
};

}  // namespace

Status read_postgres(Database& database, const ReadOptions& options, Catalogue& catalogue) {
  return PostgresReader(database, options, catalogue).run();
}

}  // namespace retort::catalogue::detail
