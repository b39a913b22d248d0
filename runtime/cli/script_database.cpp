// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Calls of the runtime in, the text of a script out.
#include "cli/script_database.hpp"

#include <algorithm>
#include <utility>

#include "cli/reporter.hpp"
#include "retort/postgres.hpp"

namespace retort::cli {
namespace {

std::string literal(const Value& value) {
  if (value.kind == Value::Kind::null) return "NULL";
  if (value.kind == Value::Kind::integer) return std::to_string(value.integer);
  std::string text = "'";
  for (const char c : value.text) text += c == '\'' ? std::string("''") : std::string(1, c);
  return text + "'";
}

// The number N of "… name = $N …" in an UPDATE, or that of the column `name` in "INSERT INTO t (a,
// b) VALUES ($1, $2)"; 0: none.
std::uint32_t parameter_of(std::string_view sql, std::string_view name) {
  const auto found = sql.find(name);
  if (found == sql.npos) return 0;
  const std::size_t value = found + name.size();
  if (sql.substr(value, 4) == " = $" && value + 4 < sql.size()) {
    return static_cast<std::uint32_t>(sql[value + 4] - '0');
  }
  const auto open = sql.find('(');
  if (sql.substr(0, 6) != "INSERT" || open == sql.npos) return 0;
  std::uint32_t column = 1;
  for (std::size_t i = open; i < found; ++i) column += sql[i] == ',' ? 1 : 0;
  return column;
}

bool is_read(std::string_view sql) { return sql.substr(0, 6) == "SELECT"; }

bool contains_folded(std::string_view text, std::string_view word) {
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
  return std::search(text.begin(), text.end(), word.begin(), word.end(), same) != text.end();
}

// The rows of COPY … FROM stdin as psql reads them, up to the line "\.".
std::string copy_rows(const Statement& statement) {
  std::string rows;
  for (std::uint32_t i = statement.chunk_count - statement.copy_chunks; i < statement.chunk_count;
       ++i) {
    rows.append(statement.chunks[i]);
  }
  if (!rows.empty() && rows.back() != '\n') rows += '\n';
  const bool ended = rows.size() >= 3 && rows.compare(rows.size() - 3, 3, "\\.\n") == 0;
  return ended ? rows : rows + "\\.\n";
}

// An anonymous block of PL/pgSQL, in dollar quotes that `body` does not hold.
std::string do_block(const std::string& body) {
  std::string tag = "$retort$";
  while (body.find(tag) != std::string::npos) tag.insert(tag.size() - 1, "_");
  return "DO " + tag + " BEGIN\n" + body + "END " + tag;
}

std::string raise_unless(const std::string& condition, const std::string& message) {
  return "  IF NOT (" + condition + ") THEN RAISE EXCEPTION '%', " +
         literal(std::string_view(message)) + "; END IF;\n";
}

// SQLite has no block that raises: a CHECK whose name is the message does.
std::string check_that(const std::string& condition, std::string message) {
  for (std::size_t at = 0; (at = message.find('"', at)) != std::string::npos; at += 2) {
    message.insert(at, 1, '"');
  }
  return "CREATE TEMP TABLE retort_check (fine, CONSTRAINT \"" + message +
         "\" CHECK (fine));\nINSERT INTO temp.retort_check SELECT " + condition +
         ";\nDROP TABLE temp.retort_check";
}

std::string lock_call(const char* function) {
  return std::string("pg_catalog.") + function + "(" + std::to_string(postgres::lock_key) + ")";
}

}  // namespace

std::string with_values(std::string_view sql, const Value* values, std::uint32_t count) {
  const std::uint32_t duration = parameter_of(sql, "duration_us");
  std::string text;
  for (std::size_t i = 0; i < sql.size(); ++i) {
    std::uint32_t index = 0;
    std::size_t end = i + 1;
    while (sql[i] == '$' && end < sql.size() && sql[end] >= '0' && sql[end] <= '9' && end < i + 4) {
      index = index * 10 + static_cast<std::uint32_t>(sql[end++] - '0');
    }
    if (index == 0 || index > count) {
      text += sql[i];
      continue;
    }
    text += index == duration ? "NULL" : literal(values[index - 1]);
    i = end - 1;
  }
  return text;
}

ScriptDatabase::ScriptDatabase(Database& ledger, const Database& model)
    : ledger_(ledger), model_(model), postgres_(model.traits().engine == Engine::postgres) {}

Traits ScriptDatabase::traits() const noexcept {
  Traits traits = model_.traits();
  if (!postgres_) return traits;
  // Nobody knows yet in which schema the table is: search_path finds it, as it does for the
  // runtime.
  traits.ledger_table = "retort_ledger";
  traits.lock_survives_commit = true;
  return traits;
}

void ScriptDatabase::expect(std::string_view chain, std::string_view revision,
                            std::string_view digest) {
  const std::string rows =
      "FROM " + std::string(traits().ledger_table) + " WHERE chain = " + literal(chain);
  const std::string last = "(SELECT digest " + rows + " ORDER BY seq DESC LIMIT 1)";
  const std::string elsewhere =
      "this script begins at '" + std::string(revision) + "', and the database is not there";
  if (!postgres_) {
    // At the base there need not be a table to look into, and the first row would be there twice.
    guard_ = digest.empty() ? "" : check_that(last + " IS " + literal(digest), elsewhere);
  } else if (digest.empty()) {
    guard_ = do_block("  IF to_regclass('retort_ledger') IS NOT NULL THEN\n  " +
                      raise_unless("NOT EXISTS (SELECT " + rows + ")",
                                   "this script begins at the base, and revisions are applied") +
                      "  END IF;\n");
  } else {
    guard_ = do_block(raise_unless(last + " = " + literal(digest) + " IS TRUE", elsewhere));
  }
}

// A waiter that blocks inside the server would deadlock with a CREATE INDEX CONCURRENTLY of the
// holder: so the script does not wait.
Status ScriptDatabase::try_lock(const Options& options) {
  if (postgres_) {
    add(do_block(raise_unless(lock_call("pg_try_advisory_lock"),
                              "another upgrade holds the lock of this database")));
    add_guard();
  }
  return ledger_.try_lock(options);
}

Status ScriptDatabase::unlock() {
  if (postgres_) add(do_block("  PERFORM " + lock_call("pg_advisory_unlock") + ";\n"));
  return ledger_.unlock();
}

void ScriptDatabase::add_guard() {
  if (!guard_.empty()) add(std::exchange(guard_, {}));
}

Status ScriptDatabase::begin(bool foreign_keys_off) {
  foreign_keys_off_ = foreign_keys_off && !postgres_;
  lock_timeout_ms_ = statement_timeout_ms_ = 0;
  if (foreign_keys_off_) add("PRAGMA foreign_keys = OFF");
  add(postgres_ ? "BEGIN" : "BEGIN IMMEDIATE");
  if (!postgres_) add_guard();  // here the transaction is the lock
  if (foreign_keys_off_) {
    add("CREATE TEMP TABLE retort_violations AS SELECT count(*) AS before FROM "
        "pragma_foreign_key_check");
  }
  return ledger_.begin(false);
}

Status ScriptDatabase::check() {
  if (foreign_keys_off_) {
    add(
        check_that("(SELECT count(*) FROM pragma_foreign_key_check) <= (SELECT before FROM "
                   "temp.retort_violations)",
                   "rows refer to rows that do not exist: PRAGMA foreign_key_check"));
    add("DROP TABLE temp.retort_violations");
  }
  return {};
}

Status ScriptDatabase::commit(bool durable) {
  add("COMMIT");
  lock_timeout_ms_ = statement_timeout_ms_ = 0;
  if (foreign_keys_off_) add("PRAGMA foreign_keys = ON");
  return ledger_.commit(durable);
}

void ScriptDatabase::add_timeout(const char* name, std::int64_t wanted, std::int64_t& in_force,
                                 bool local) {
  if (wanted == in_force) return;
  const std::string value = wanted > 0 ? "'" + std::to_string(wanted) + "ms'" : "DEFAULT";
  add(std::string("SET ") + (local ? "LOCAL " : "") + name + " TO " + value);
  in_force = wanted;
}

void ScriptDatabase::add_timeouts(const Call& call) {
  if (!postgres_) return;
  add_timeout("lock_timeout", call.lock_timeout_ms, lock_timeout_ms_, call.in_transaction);
  add_timeout("statement_timeout", call.statement_timeout_ms, statement_timeout_ms_,
              call.in_transaction);
}

Status ScriptDatabase::execute(const Call& call) {
  add_timeouts(call);
  const Statement& statement = call.statement();
  const std::string sql = sql_of(statement);
  add(sql);
  if (statement.copy_chunks > 0) {
    text_.pop_back();  // the rows begin on the next line
    text_ += copy_rows(statement) + "\n";
  }
  search_path_changed_ = search_path_changed_ || contains_folded(sql, "search_path");
  if (!call.in_transaction) {
    Call none;
    none.in_transaction = false;
    add_timeouts(none);
  }
  return {};
}

Status ScriptDatabase::verify(const Call& call) {
  const std::string sql = sql_of(call.statement());
  if (postgres_) {
    add_timeouts(call);
    add(do_block(raise_unless("NOT EXISTS (SELECT FROM (\n" + sql +
                                  "\n  ) AS retort_verify(ok)"
                                  " WHERE coalesce(ok::text, '') NOT IN ('t', 'true', '1'))",
                              "a query of migrate:verify returned a row that is not true, " +
                                  std::string(call.script->file) + ":" +
                                  std::to_string(call.statement().line))));
    return {};
  }
  text_ += "-- no row may come back here, or only rows that begin with 1; if not, ROLLBACK\n";
  add(sql);
  return {};
}

Status ScriptDatabase::query(std::string_view sql, const Value* values, std::uint32_t count,
                             RowSink* sink) {
  if (is_read(sql)) return ledger_.query(sql, values, count, sink);
  if (search_path_changed_ && postgres_) add("RESET search_path");
  search_path_changed_ = false;
  add(with_values(sql, values, count));
  if (sql.substr(0, 12) != "CREATE TABLE") return ledger_.query(sql, values, count, sink);
  const Traits own = ledger_.traits();
  const std::string table =
      "CREATE TABLE " + std::string(own.ledger_table) + std::string(own.ledger_columns);
  return ledger_.query(table, nullptr, 0, nullptr);
}

}  // namespace retort::cli
