// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The ledgers of other tools: their tables, the columns that tell one from the other, and how to
// read them. The SQL is such that both engines take it.
#include "adopt/tools.hpp"

#include <algorithm>

#include "src/identifier.hpp"

namespace retort::detail {
namespace {

constexpr std::string_view versions = "SELECT CAST(version AS text), 1 FROM % ORDER BY version";

// A row without a version is a repeatable script.
constexpr std::string_view flyway =
    "SELECT version, CASE WHEN CAST(success AS integer) = 0 THEN 2"
    " WHEN version IS NULL OR type = 'SCHEMA' THEN 4"
    " WHEN type IN ('BASELINE', 'SQL_BASELINE') THEN 3"
    " WHEN type LIKE 'UNDO%' OR type = 'DELETE' THEN 0 ELSE 1 END, script"
    " FROM % ORDER BY installed_rank";

// The first that fits is taken: of several with one table name the most particular comes first.
constexpr Tool tools[] = {
    {"Alembic", "alembic_version", "version_num", true, Meaning::heads, Compare::exact,
     "SELECT version_num, 1 FROM %"},
    // Row 0 is made with the table.
    {"goose", "goose_db_version", "id version_id is_applied tstamp", false, Meaning::set,
     Compare::number,
     "SELECT CAST(version_id AS text), CAST(is_applied AS integer) FROM %"
     " WHERE version_id <> 0 ORDER BY id"},
    // One row. Dirty, it names the version that was being applied, or returned to.
    {"golang-migrate", "schema_migrations", "version dirty", true, Meaning::set, Compare::number,
     "SELECT CAST(version AS text), CASE WHEN CAST(dirty AS integer) = 0 THEN 3 ELSE 2 END FROM %"},
    {"Ecto", "schema_migrations", "version inserted_at", true, Meaning::set, Compare::number,
     versions},
    {"Lightweight", "schema_migrations",
     "version checksum applied_at author description execution_duration_ms", true, Meaning::set,
     Compare::number, versions},
    {"Rails", "schema_migrations", "version", true, Meaning::set, Compare::number, versions},
    {"dbmate", "schema_migrations", "version", true, Meaning::set, Compare::exact, versions},
    // The whole file name.
    {"sql-migrate", "gorp_migrations", "id applied_at", true, Meaning::set, Compare::name,
     "SELECT CASE WHEN substr(id, length(id) - 3) = '.sql' THEN substr(id, 1, length(id) - 4)"
     " ELSE id END, 1 FROM % ORDER BY id"},
    {"sqlx", "_sqlx_migrations", "version description installed_on success checksum execution_time",
     false, Meaning::set, Compare::number,
     "SELECT CAST(version AS text), CASE WHEN CAST(success AS integer) = 0 THEN 2 ELSE 1 END"
     " FROM % ORDER BY version"},
    {"diesel", "__diesel_schema_migrations", "version run_on", true, Meaning::set, Compare::exact,
     versions},
    {"Flyway", "flyway_schema_history", "installed_rank version description type script success",
     false, Meaning::set, Compare::version, flyway},
    // Before 5 it was called so; the columns are the same.
    {"Flyway", "schema_version", "installed_rank version description type script success", false,
     Meaning::set, Compare::version, flyway},
    {"refinery", "refinery_schema_history", "version name applied_on checksum", true, Meaning::set,
     Compare::number, versions},
    // Types are flags: 1 is a baseline, which stands for everything before it.
    {"Atlas", "atlas_schema_revisions", "version description type applied total hash", false,
     Meaning::set, Compare::number,
     "SELECT version, CASE WHEN applied < total OR coalesce(error, '') <> '' THEN 2"
     " WHEN type = 1 THEN 3 ELSE 1 END FROM % WHERE version NOT LIKE '.%' ORDER BY version"},
    {"Prisma", "_prisma_migrations",
     "id checksum finished_at migration_name rolled_back_at started_at applied_steps_count", false,
     Meaning::set, Compare::name,
     "SELECT migration_name, CASE WHEN rolled_back_at IS NOT NULL THEN 4"
     " WHEN finished_at IS NULL THEN 2 ELSE 1 END FROM % ORDER BY started_at"},
    // A change that was reworked later has its tag behind its name, as its script has.
    {"Sqitch", "changes", "change_id change project committed_at", false, Meaning::set,
     Compare::name,
     "SELECT c.change || CASE WHEN EXISTS (SELECT 1 FROM % n WHERE n.project = c.project"
     " AND n.change = c.change AND n.committed_at > c.committed_at) THEN coalesce((SELECT t.tag"
     " FROM sqitch.tags t JOIN % o ON o.change_id = t.change_id WHERE t.project = c.project"
     " AND o.committed_at >= c.committed_at ORDER BY o.committed_at LIMIT 1), '') ELSE '' END, 1"
     " FROM % c WHERE c.project = $1 ORDER BY c.committed_at"},
    {"EF Core", "__efmigrationshistory", "migrationid productversion", true, Meaning::set,
     Compare::name, "SELECT \"MigrationId\", 1 FROM % ORDER BY 1"},
    {"GRDB", "grdb_migrations", "identifier", true, Meaning::set, Compare::name,
     "SELECT identifier, 1 FROM %"},
    {"Liquibase",
     "databasechangelog",
     "id author filename exectype md5sum",
     false,
     Meaning::names_only,
     Compare::exact,
     {}},
    {"Django",
     "django_migrations",
     "id app name applied",
     true,
     Meaning::names_only,
     Compare::exact,
     {}},
    {"Drizzle",
     "__drizzle_migrations",
     "id hash created_at",
     true,
     Meaning::names_only,
     Compare::exact,
     {}},
    {"pgroll",
     "migrations",
     "schema name migration parent done",
     false,
     Meaning::names_only,
     Compare::exact,
     {}},
    {"Room",
     "room_master_table",
     "id identity_hash",
     true,
     Meaning::names_only,
     Compare::exact,
     {}},
};

bool has_column(const FoundTable& table, std::string_view column) {
  return std::find(table.columns.begin(), table.columns.end(), column) != table.columns.end();
}

bool fits(const Tool& tool, const FoundTable& table) {
  std::size_t count = 0;
  for (std::string_view rest = tool.columns; !rest.empty(); ++count) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (!has_column(table, rest.substr(0, end))) return false;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return !tool.only_columns || count == table.columns.size();
}

// "changes" may be anybody's.
bool has_telling_name(const Tool& tool) {
  return tool.table != "changes" && tool.table != "migrations" && tool.table != "schema_version";
}

bool is_named(const FoundTable& table, std::string_view name) {
  if (table.name.size() != name.size()) return false;
  return std::equal(name.begin(), name.end(), table.name.begin(), [](char a, char b) {
    return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + 32) : b);
  });
}

}  // namespace

const Tool user_version_tool = {
    "a program that counts in user_version", {}, {}, false, Meaning::set, Compare::number, {}};

std::string FoundTable::shown() const { return schema.empty() ? name : schema + "." + name; }

std::string FoundTable::quoted() const {
  return (schema.empty() ? std::string("main") : quoted_identifier(schema)) + "." +
         quoted_identifier(name);
}

const Tool* find_tool(const FoundTable& table, bool rails, bool any_name) {
  for (const Tool& tool : tools) {
    if (!any_name && !is_named(table, tool.table)) continue;
    if (tool.name == "Rails" && !rails) continue;
    if (tool.name == "Sqitch" && table.schema != "sqitch") continue;  // its tags are there
    if (fits(tool, table)) return &tool;
  }
  return nullptr;
}

std::string tool_table_list() {
  std::string list;
  for (const Tool& tool : tools) {
    if (!list.empty()) list += ", ";
    list.append("'").append(tool.table).append("'");
  }
  return list;
}

void append_tool_tables(std::vector<std::string>& names) {
  for (const Tool& tool : tools) {
    if (has_telling_name(tool)) names.emplace_back(tool.table);
  }
  for (const char* name : {"ar_internal_metadata", "databasechangeloglock"}) {
    names.emplace_back(name);
  }
}

bool is_telling_name(const FoundTable& table) {
  for (const Tool& tool : tools) {
    if (is_named(table, tool.table)) return has_telling_name(tool);
  }
  return false;
}

}  // namespace retort::detail
