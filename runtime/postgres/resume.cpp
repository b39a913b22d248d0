// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Statements that run outside a transaction, and were cut off: invalid indexes, and statements of
// which nobody has heard whether they are done. The names of indexes come from the compiler.
#include "postgres/resume.hpp"

#include <string>
#include <vector>

namespace retort::postgres::detail {
namespace {

Result run_with(Session& session, const std::string& sql, std::string_view first,
                std::string_view second) {
  const std::string texts[] = {std::string(first), std::string(second)};
  const char* const values[] = {texts[0].c_str(), texts[1].c_str()};
  return Result(
      PQexecParams(session.connection, sql.c_str(), 2, nullptr, values, nullptr, nullptr, 0));
}

// Of the row in progress: the number of statements is the lower half, and 2^32 says "sent".
Status note(Session& session, const Call& call, const char* addend) {
  const std::string sql =
      join({"UPDATE ", session.ledger_table,
            " SET progress = CASE WHEN progress >= 0 THEN progress % 4294967296 + ", addend,
            " ELSE -1 - ((-1 - progress) % 4294967296 + ", addend,
            ") END WHERE chain = $1 AND revision = $2 AND progress IS NOT NULL"});
  const Result result = run_with(session, sql, call.chain, call.revision);
  return succeeded(result) ? Status() : failure(session, result, sql);
}

// $1 is the index, $2 its table. CREATE leaves the index itself, REINDEX a twin with a suffix; the
// table's TOAST table has an index too. An index of a partitioned table is invalid on purpose.
constexpr const char* created_index =
    "SELECT c.oid::pg_catalog.regclass, i.indisvalid, (SELECT p.pid FROM"
    " pg_catalog.pg_stat_progress_create_index p WHERE p.index_relid = c.oid LIMIT 1)"
    " FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid"
    " WHERE c.relkind = 'i' AND i.indrelid = pg_catalog.to_regclass($2)"
    " AND c.relname = (pg_catalog.parse_ident($1))[1]::name";
constexpr const char* rebuilt_indexes =
    "SELECT c.oid::pg_catalog.regclass, i.indisvalid, (SELECT p.pid FROM"
    " pg_catalog.pg_stat_progress_create_index p WHERE p.index_relid = c.oid LIMIT 1)"
    " FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid"
    " WHERE c.relkind = 'i' AND c.relname ~ '_cc(new|old)[0-9]*$' AND i.indrelid IN"
    " (SELECT unnest(ARRAY[t.oid, t.reltoastrelid]) FROM pg_catalog.pg_class t WHERE t.oid ="
    " coalesce((SELECT indrelid FROM pg_catalog.pg_index WHERE indexrelid ="
    " pg_catalog.to_regclass(nullif($1, ''))), pg_catalog.to_regclass(nullif($2, ''))))";

bool is_create(const Statement& statement) noexcept {
  return !statement.index.empty() && !statement.index_table.empty();
}

Result look(Session& session, const Statement& statement) {
  return run_with(session, is_create(statement) ? created_index : rebuilt_indexes, statement.index,
                  statement.index_table);
}

}  // namespace

Status drop_invalid_indexes(Session& session, const Call& call) {
  const Statement& statement = call.statement();
  if (statement.index.empty() && statement.index_table.empty()) return {};
  const Result found = look(session, statement);
  if (!succeeded(found)) return failure(session, found, created_index);
  for (int row = 0; row < PQntuples(found.get()); ++row) {
    if (value(found, row, 1) == "t") continue;
    const std::string_view name = value(found, row, 0);
    if (PQgetisnull(found.get(), row, 2) == 0) {
      return {Code::busy, join({"index ", name, " is being built by pid ", value(found, row, 2)})};
    }
    Status status = run_checked(session, join({"DROP INDEX CONCURRENTLY IF EXISTS ", name}));
    if (!status.ok()) return status;
    if (session.observer != nullptr) {
      session.observer->on_notice(
          join({"dropped the invalid index ", name, " that an earlier attempt had left"}));
    }
  }
  return {};
}

Status check_index(Session& session, const Call& call) {
  const Statement& statement = call.statement();
  if (!is_create(statement)) return {};
  const Result found = look(session, statement);
  if (!succeeded(found)) return failure(session, found, created_index);
  if (PQntuples(found.get()) > 0 && value(found, 0, 1) == "t") return {};
  return {Code::sql_error, join({"index ", statement.index, " on ", statement.index_table,
                                 PQntuples(found.get()) > 0 ? " is invalid" : " is not there",
                                 " behind its CREATE INDEX CONCURRENTLY"})};
}

bool needs_note(const Call& call) noexcept {
  const Statement& statement = call.statement();
  return begins_with(statement, "create") || begins_with(statement, "drop") ||
         begins_with(statement, "alter");
}

Status note_sent(Session& session, const Call& call) { return note(session, call, "4294967296"); }
Status note_failed(Session& session, const Call& call) { return note(session, call, "0"); }

Status was_sent(Session& session, const Call& call, bool& result) {
  const std::string sql = join({"SELECT progress >= 4294967296 OR progress < -4294967296 FROM ",
                                session.ledger_table, " WHERE chain = $1 AND revision = $2"});
  const Result row = run_with(session, sql, call.chain, call.revision);
  if (!succeeded(row)) return failure(session, row, sql);
  result = PQntuples(row.get()) == 1 && value(row, 0, 0) == "t";
  return {};
}

bool says_done(const Status& status, const Call& call) noexcept {
  const Statement& statement = call.statement();
  const std::string_view state = status.sqlstate();
  if (begins_with(statement, "create")) {  // an index; a tablespace or subscription; a database
    return state == "42P07" || state == "42710" || state == "42P04";
  }
  if (begins_with(statement, "drop")) return state == "42704" || state == "3D000";
  return state == "42P01";  // ALTER TABLE … DETACH PARTITION: is not a partition
}

bool begins_with(const Statement& statement, std::string_view word) noexcept {
  if (statement.chunk_count == 0 || statement.chunks[0].size() < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = statement.chunks[0][i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != word[i]) return false;
  }
  return true;
}

}  // namespace retort::postgres::detail
