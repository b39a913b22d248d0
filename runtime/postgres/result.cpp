// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Results and errors of libpq as values of ours.
#include <cstring>
#include <utility>

#include "postgres/session.hpp"

namespace retort::postgres::detail {
namespace {

std::string_view field(const PGresult* result, int code) noexcept {
  const char* text = result == nullptr ? nullptr : PQresultErrorField(result, code);
  return text == nullptr ? std::string_view() : std::string_view(text);
}

// The server counts characters from 1; we count bytes from 0. The connection is in UTF-8.
std::int64_t byte_offset(std::string_view sql, std::string_view position) noexcept {
  std::int64_t characters = 0;
  for (const char c : position) {
    if (c < '0' || c > '9' || characters > 1'000'000'000) return -1;
    characters = characters * 10 + (c - '0');
  }
  std::size_t offset = 0;
  while (offset < sql.size() && characters > 1) {
    ++offset;
    while (offset < sql.size() && (static_cast<unsigned char>(sql[offset]) & 0xC0u) == 0x80u) {
      ++offset;
    }
    --characters;
  }
  return characters == 1 ? static_cast<std::int64_t>(offset) : -1;
}

std::string first_line(std::string_view text) {
  while (!text.empty() && (text.front() == '\n' || text.front() == ' ')) text.remove_prefix(1);
  return std::string(text.substr(0, text.find('\n')));
}

Code code_of(std::string_view sqlstate) noexcept {
  if (sqlstate == "55P03") return Code::busy;       // lock_not_available
  if (sqlstate == "25006") return Code::read_only;  // read_only_sql_transaction
  if (sqlstate == "53100") return Code::disk_full;
  if (sqlstate == "53200") return Code::out_of_memory;
  return Code::sql_error;
}

}  // namespace

std::string join(std::initializer_list<std::string_view> parts) {
  std::size_t size = 0;
  for (const std::string_view part : parts) size += part.size();
  std::string result;
  result.reserve(size);
  for (const std::string_view part : parts) result.append(part);
  return result;
}

std::string literal(std::string_view text) {
  std::string result("'");
  for (const char c : text) {
    if (c == '\'') result.push_back('\'');
    result.push_back(c);
  }
  return result.append("'");
}

std::string_view value(const Result& result, int row, int column) noexcept {
  return {PQgetvalue(result.get(), row, column),
          static_cast<std::size_t>(PQgetlength(result.get(), row, column))};
}

// Not PQexec(), which returns the last result: where the server says why it ends the connection,
// the last one only says that it has ended.
Result run(Session& session, const std::string& sql) {
  PGconn* const connection = session.connection;
  if (PQsendQuery(connection, sql.c_str()) != 1) {
    return Result(PQmakeEmptyPGresult(connection, PGRES_FATAL_ERROR));
  }
  Result kept;
  while (PGresult* next = PQgetResult(connection)) {
    Result result(next);
    if (PQresultStatus(next) == PGRES_COPY_IN) return result;
    if (kept == nullptr || succeeded(kept)) kept = std::move(result);
  }
  return kept;
}

bool succeeded(const Result& result) noexcept {
  const ExecStatusType status = PQresultStatus(result.get());
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
}

Status failure(const Session& session, const Result& result, std::string_view sql,
               std::int64_t* offset) {
  const std::string_view sqlstate = field(result.get(), PG_DIAG_SQLSTATE);
  std::string message(field(result.get(), PG_DIAG_MESSAGE_PRIMARY));
  if (message.empty()) message = first_line(PQerrorMessage(session.connection));
  if (const auto detail = field(result.get(), PG_DIAG_MESSAGE_DETAIL); !detail.empty()) {
    message.append("; detail: ").append(detail);
  }
  if (const auto hint = field(result.get(), PG_DIAG_MESSAGE_HINT); !hint.empty()) {
    message.append("; hint: ").append(hint);
  }
  if (offset != nullptr) {
    const std::string_view position = field(result.get(), PG_DIAG_STATEMENT_POSITION);
    *offset = position.empty() ? -1 : byte_offset(sql, position);
  }
  const bool lost = PQstatus(session.connection) == CONNECTION_BAD || sqlstate == "57P01" ||
                    sqlstate == "57P02" || sqlstate == "57P03";
  const Code code = lost ? Code::connection_lost : code_of(sqlstate);
  return Status(code, std::move(message)).native(0, std::string(sqlstate));
}

Status connect_failure(PGconn* connection) {
  if (connection == nullptr) return {Code::out_of_memory, "out of memory"};
  return {Code::cannot_open, first_line(PQerrorMessage(connection))};
}

Status run_checked(Session& session, const std::string& sql) {
  const Result result = run(session, sql);
  return succeeded(result) ? Status() : failure(session, result, sql);
}

}  // namespace retort::postgres::detail
