// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Looks into the engine's catalogue for tables of other tools, and reads them. In: a connection.
// Out: rows as (id, state). Nothing is tried out: a failed query would end the transaction that
// this may run in.
#include "adopt/find.hpp"

#include <utility>

#include "adopt/text_sink.hpp"
#include "src/text.hpp"

namespace retort::detail {
namespace {

// Rows of (schema, table, column in lower case). '%': the condition on the name.
constexpr const char* sqlite_tables =
    "SELECT '', m.name, lower(p.name) FROM main.sqlite_master m"
    " JOIN pragma_table_info(m.name, 'main') p WHERE m.type = 'table' AND %"
    " ORDER BY m.name, p.cid";
// With Sqitch's registry attached (sqitch_registry.hpp).
constexpr const char* sqlite_sqitch =
    "SELECT 'sqitch', m.name, lower(p.name) FROM sqitch.sqlite_master m"
    " JOIN pragma_table_info(m.name, 'sqitch') p WHERE m.type = 'table' AND m.name = 'changes'"
    " ORDER BY p.cid";
constexpr const char* postgres_tables =
    "SELECT n.nspname, c.relname, pg_catalog.lower(a.attname::text) FROM pg_catalog.pg_class c"
    " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
    " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
    " WHERE c.relkind IN ('r', 'p') AND % ORDER BY n.nspname, c.relname, a.attnum";
// What search_path does not find belongs to another program, but for tools with a schema of their
// own.
constexpr const char* postgres_known =
    "pg_catalog.lower(c.relname::text) IN (%, 'ar_internal_metadata') AND"
    " (pg_catalog.pg_table_is_visible(c.oid) OR n.nspname IN ('drizzle', 'sqitch', 'pgroll'))";

// A limit on what one table is believed to hold: no history of migrations is that long.
constexpr std::size_t max_entries = 100'000;

class TableSink final : public RowSink {
 public:
  std::vector<FoundTable> tables;
  void on_row(const Row& row) override {
    if (tables.empty() || tables.back().schema != row.text(0) ||
        tables.back().name != row.text(1)) {
      FoundTable& table = tables.emplace_back();
      table.schema = row.text(0);
      table.name = row.text(1);
    }
    tables.back().columns.emplace_back(row.text(2));
  }
};

class EntrySink final : public RowSink {
 public:
  explicit EntrySink(std::vector<Entry>& entries) : entries_(entries) {}
  bool too_many = false;
  void on_row(const Row& row) override {
    too_many = entries_.size() >= max_entries;
    if (too_many) return;
    Entry& entry = entries_.emplace_back();
    // Flyway: a failed script without a version is known by its name.
    entry.id = row.is_null(0) ? row.text(2) : row.text(0);
    entry.state = static_cast<State>(row.integer(1));
  }

 private:
  std::vector<Entry>& entries_;
};

class NumberSink final : public RowSink {
 public:
  std::int64_t number = 0;
  void on_row(const Row& row) override { number = row.integer(0); }
};

Status find_attached_registry(Database& database, TableSink& tables) {
  NumberSink attached;
  Status status = database.query("SELECT count(*) FROM pragma_database_list WHERE name = 'sqitch'",
                                 nullptr, 0, &attached);
  if (!status.ok() || attached.number == 0) return status;
  return database.query(sqlite_sqitch, nullptr, 0, &tables);
}

Status find_tables(Database& database, std::string_view name, std::vector<FoundTable>& tables) {
  const bool sqlite = database.traits().engine == Engine::sqlite;
  const char* const pattern = sqlite ? sqlite_tables : postgres_tables;
  TableSink sink;
  Status status;
  if (name.empty()) {
    const std::string condition =
        sqlite ? format("lower(m.name) IN (%, 'ar_internal_metadata')", tool_table_list())
               : format(postgres_known, tool_table_list());
    status = database.query(format(pattern, condition), nullptr, 0, &sink);
    if (sqlite && status.ok()) status = find_attached_registry(database, sink);
  } else {
    const Value value = name;
    const char* const condition =
        sqlite ? "m.name = $1 COLLATE NOCASE" : "c.oid = pg_catalog.to_regclass($1)";
    status = database.query(format(pattern, condition), &value, 1, &sink);
  }
  tables = std::move(sink.tables);
  return status;
}

Status read_entries(Database& database, Reading& reading) {
  if (reading.tool->meaning == Meaning::names_only) return {};
  std::string sql(reading.tool->query);
  const std::string table = reading.table.quoted();
  for (const std::string_view place : {"FROM %", "JOIN %"}) {
    for (std::size_t at = sql.find(place); at != std::string::npos; at = sql.find(place, at)) {
      sql.replace(at + place.size() - 1, 1, table);
    }
  }
  EntrySink sink(reading.entries);
  const Value project = std::string_view(reading.project);
  const std::uint32_t values = reading.project.empty() ? 0 : 1;
  Status status = database.query(sql, &project, values, &sink);
  if (status.ok() && sink.too_many) {
    return fail(Code::bad_ledger, "% has more than % rows", reading.table.shown(), max_entries);
  }
  if (status.ok()) return status;
  return fail(status.code(), "cannot read the table %: %", reading.table.shown(), status.message())
      .native(status.native_code(), status.sqlstate());
}

// Sqitch's registry may serve several projects: each is read as a ledger of its own.
Status read_projects(Database& database, const Reading& found, std::vector<Reading>& readings) {
  TextSink projects;
  Status status =
      database.query("SELECT DISTINCT project FROM " + found.table.quoted() + " ORDER BY project",
                     nullptr, 0, &projects);
  for (std::string& project : projects.texts) {
    if (!status.ok()) return status;
    Reading& reading = readings.emplace_back(found);
    reading.project = std::move(project);
    reading.shared = projects.texts.size() > 1;
    status = read_entries(database, reading);
  }
  if (status.ok() && projects.texts.empty()) readings.push_back(found);  // nothing is deployed
  return status;
}

// Only where there are tables: on an empty file a number means nothing.
Status read_user_version(Database& database, std::vector<Reading>& readings) {
  NumberSink version;
  if (Status status = database.query("PRAGMA main.user_version", nullptr, 0, &version);
      !status.ok() || version.number <= 0) {
    return status;
  }
  NumberSink tables;
  Status status = database.query(
      "SELECT count(*) FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%'"
      " ESCAPE '\\' AND name <> 'retort_ledger'",
      nullptr, 0, &tables);
  if (!status.ok() || tables.number == 0) return status;
  Reading& reading = readings.emplace_back();
  reading.tool = &user_version_tool;
  reading.entries.push_back({std::to_string(version.number), State::up_to_here});
  return {};
}

}  // namespace

std::string Reading::shown() const {
  return table.shown() + (shared ? ", project " + project : std::string());
}

Status read_foreign_ledgers(Database& database, std::string_view table,
                            std::vector<Reading>& readings) {
  readings.clear();
  std::vector<FoundTable> tables;
  if (Status status = find_tables(database, table, tables); !status.ok()) return status;
  bool rails = false;
  for (const FoundTable& found : tables) rails = rails || found.name == "ar_internal_metadata";
  for (FoundTable& found : tables) {
    if (found.name == "ar_internal_metadata") continue;
    Reading reading;
    reading.tool = find_tool(found, rails, !table.empty());
    if (reading.tool == nullptr && table.empty() && !is_telling_name(found)) continue;
    reading.table = std::move(found);
    if (reading.tool != nullptr && reading.tool->name == "Sqitch") {
      if (Status status = read_projects(database, reading, readings); !status.ok()) return status;
      continue;
    }
    if (reading.tool != nullptr) {
      if (Status status = read_entries(database, reading); !status.ok()) return status;
    }
    readings.push_back(std::move(reading));
  }
  const bool sqlite = database.traits().engine == Engine::sqlite;
  if (!sqlite || !table.empty() || !readings.empty()) return {};
  return read_user_version(database, readings);
}

}  // namespace retort::detail
