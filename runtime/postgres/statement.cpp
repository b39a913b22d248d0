// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Statements of a revision and of the ledger on their way to the server and back.
#include <string>
#include <vector>

#include "postgres/resume.hpp"
#include "postgres/session.hpp"
#include "postgres/wait.hpp"

namespace retort::postgres {
namespace {

std::string text_of(const Statement& statement, std::uint32_t begin, std::uint32_t end) {
  std::string text;
  for (std::uint32_t i = begin; i < end; ++i) text.append(statement.chunks[i]);
  return text;
}

// SET LOCAL inside a transaction, where its end puts the session's own back; SET outside, where
// unlock() does. Nothing is sent where nothing changes.
Status set_timeout(detail::Session& session, const char* name, std::int64_t wanted,
                   std::int64_t& in_force, bool in_transaction, const std::string& session_value) {
  const std::int64_t target = wanted > 0 ? wanted : -1;
  if (target == in_force) return {};
  const std::string value = target < 0 ? session_value : std::to_string(target);
  Status status = detail::run_checked(
      session, detail::join({"SELECT pg_catalog.set_config('", name, "', ", detail::literal(value),
                             in_transaction ? ", true)" : ", false)"}));
  if (status.ok()) in_force = target;
  return status;
}

Status set_timeouts(detail::Session& session, const Call& call) {
  Status status =
      set_timeout(session, "lock_timeout", call.lock_timeout_ms, session.lock_timeout_ms,
                  call.in_transaction, session.settings.lock_timeout);
  if (!status.ok()) return status;
  return set_timeout(session, "statement_timeout", call.statement_timeout_ms,
                     session.statement_timeout_ms, call.in_transaction,
                     session.settings.statement_timeout);
}

// The rows of COPY … FROM stdin, then the server's verdict on them.
detail::Result copy_in(detail::Session& session, const Statement& statement) {
  const std::uint32_t first = statement.chunk_count - statement.copy_chunks;
  bool sent = true;
  for (std::uint32_t i = first; sent && i < statement.chunk_count; ++i) {
    const std::string_view chunk = statement.chunks[i];
    sent = PQputCopyData(session.connection, chunk.data(), static_cast<int>(chunk.size())) == 1;
  }
  PQputCopyEnd(session.connection, sent ? nullptr : "the data could not be sent");
  detail::Result last;
  while (PGresult* next = PQgetResult(session.connection)) last.reset(next);
  return last;
}

// Once. Errors are located.
Status send(detail::Session& session, const Call& call, detail::Result& result) {
  const Statement& statement = call.statement();
  const std::string sql = text_of(statement, 0, statement.chunk_count - statement.copy_chunks);
  result = detail::run(session, sql);
  if (PQresultStatus(result.get()) == PGRES_COPY_IN) result = copy_in(session, statement);
  if (detail::succeeded(result)) return {};
  std::int64_t offset = -1;
  Status status = detail::failure(session, result, sql, &offset);
  return locate(std::move(status), call, offset);
}

// In a transaction: with a lock timeout each statement is tried again by itself, and the locks that
// it got are given back in between. Those of the statements before it are kept.
Status send_in_transaction(detail::Session& session, const Call& call, detail::Result& result) {
  Status status = set_timeouts(session, call);
  if (!status.ok()) return status;
  session.keeps_search_path = session.keeps_search_path || !call.script->transaction;
  if (call.lock_timeout_ms <= 0 && session.settings.lock_timeout == "0") {
    return send(session, call, result);
  }
  detail::Tries tries(session);
  for (;;) {
    status = detail::run_checked(session, "SAVEPOINT retort");
    if (!status.ok()) return status;
    Status sent = send(session, call, result);
    if (sent.ok()) return detail::run_checked(session, "RELEASE SAVEPOINT retort");
    if (sent.code() != Code::busy) return sent;
    status = detail::run_checked(session, "ROLLBACK TO SAVEPOINT retort");
    if (!status.ok()) return status;
    if (!tries.again(sent)) return sent;
  }
}

// Outside: what is left of an earlier try is removed before each.
Status send_alone_once(detail::Session& session, const Call& call, detail::Result& result) {
  Status status = detail::drop_invalid_indexes(session, call);
  if (!status.ok()) return status;
  const bool noted = detail::needs_note(call);
  if (noted) status = detail::note_sent(session, call);
  if (!status.ok()) return status;
  status = send(session, call, result);
  const bool lost = status.code() == Code::connection_lost;
  if (!status.ok() && !lost && noted) {
    if (session.may_be_done && detail::says_done(status, call)) {
      status = {};
    } else if (Status failed = detail::note_failed(session, call); !failed.ok()) {
      return status;  // the first error is the one that counts
    }
  }
  return status.ok() ? detail::check_index(session, call) : std::move(status);
}

Status send_alone(detail::Session& session, const Call& call, detail::Result& result) {
  Status status = set_timeouts(session, call);
  if (!status.ok()) return status;
  detail::Tries tries(session);
  do {
    status = send_alone_once(session, call, result);
  } while (status.code() == Code::busy && tries.again(status));
  session.may_be_done = false;
  if (status.code() == Code::connection_lost) return status;
  Call none;  // nothing else puts the timeouts back
  none.in_transaction = false;
  Status restored = set_timeouts(session, none);
  return status.ok() ? std::move(restored) : std::move(status);
}

Status send_with_timeouts(detail::Session& session, const Call& call, detail::Result& result) {
  Status status = call.in_transaction ? send_in_transaction(session, call, result)
                                      : send_alone(session, call, result);
  return status.line() > 0 ? std::move(status) : locate(std::move(status), call);
}

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool equals_word(std::string_view text, std::string_view word) noexcept {
  if (text.size() != word.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (lower(text[i]) != word[i]) return false;
  }
  return true;
}

// The next run of letters; a comment in between makes it a word that is on no list.
std::string_view next_word(std::string_view& text) noexcept {
  constexpr std::string_view blanks = " \t\r\n\f";
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  std::size_t end = text.find_first_of(blanks, begin);
  if (end == std::string_view::npos) end = text.size();
  const std::string_view word = text.substr(begin, end - begin);
  text.remove_prefix(end);
  return word;
}

// Anywhere, also in a string: then the statement is sent on its own, which is always right.
bool contains_word(const Statement& statement, std::string_view word) noexcept {
  for (std::uint32_t i = 0; i < statement.chunk_count - statement.copy_chunks; ++i) {
    const std::string_view chunk = statement.chunks[i];
    for (std::size_t at = 0; at + word.size() <= chunk.size(); ++at) {
      if (equals_word(chunk.substr(at, word.size()), word)) return true;
    }
  }
  return false;
}

class ResultRow final : public Row {
 public:
  ResultRow(const detail::Result& result, int row) : result_(result), row_(row) {}
  bool is_null(std::uint32_t column) const noexcept override {
    return PQgetisnull(result_.get(), row_, static_cast<int>(column)) != 0;
  }
  std::int64_t integer(std::uint32_t column) const noexcept override {
    return std::strtoll(PQgetvalue(result_.get(), row_, static_cast<int>(column)), nullptr, 10);
  }
  std::string_view text(std::uint32_t column) const noexcept override {
    return detail::value(result_, row_, static_cast<int>(column));
  }

 private:
  const detail::Result& result_;
  int row_;
};

struct Parameters {
  std::vector<std::string> storage;
  std::vector<const char*> pointers;
};

Parameters to_parameters(const Value* values, std::uint32_t count) {
  Parameters parameters;
  parameters.storage.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    const Value& value = values[i];
    const bool is_number = value.kind == Value::Kind::integer;
    parameters.storage.push_back(is_number ? std::to_string(value.integer)
                                           : std::string(value.text));
    const bool is_null = value.kind == Value::Kind::null;
    parameters.pointers.push_back(is_null ? nullptr : parameters.storage.back().c_str());
  }
  return parameters;
}

}  // namespace

Status Database::execute(const Call& call) {
  if (session_->pooled && !call.in_transaction) {
    return locate(Status(Code::invalid_argument,
                         "a transaction:false section cannot run behind a connection pooler: no "
                         "lock would hold between its statements; connect to the server directly"),
                  call);
  }
  detail::Result result;
  return send_with_timeouts(*session_, call, result);
}

// As execute(), for a query whose rows must say true, in the first column.
Status Database::verify(const Call& call) {
  detail::Result result;
  if (Status status = send_with_timeouts(*session_, call, result); !status.ok()) return status;
  for (int row = 0; row < PQntuples(result.get()); ++row) {
    const std::string_view first = detail::value(result, row, 0);
    if (first == "t" || first == "true" || first == "1") continue;
    return locate(Status(Code::verify_failed, "the query returned a row that is not true"), call);
  }
  return {};
}

// What is left of an index is dropped before each try, see resume.hpp.
Status Database::clean_up(const Call& call) {
  if (call.in_transaction || !detail::needs_note(call)) return {};
  return detail::was_sent(*session_, call, session_->may_be_done);
}

// A statement may share a transaction with the note of its progress where it is known that it can
// run in one; most of such a section cannot, which is why it is there.
bool Database::may_share_transaction(const Call& call) const {
  const Statement& statement = call.statement();
  if (statement.chunk_count == 0 || contains_word(statement, "concurrently")) return false;
  std::string_view rest = statement.chunks[0];
  const std::string_view first = next_word(rest);
  const std::string_view second = next_word(rest);
  for (const std::string_view word : {"database", "tablespace", "subscription", "system"}) {
    if (equals_word(second, word)) return false;
  }
  for (const std::string_view word :
       {"create", "alter", "drop", "insert", "update", "delete", "comment", "grant", "revoke",
        "truncate", "select", "with", "values", "merge", "copy", "refresh", "analyze"}) {
    if (equals_word(first, word)) return true;
  }
  return false;
}

Status Database::flush() { return {}; }

Status Database::query(std::string_view sql, const Value* values, std::uint32_t count,
                       RowSink* sink) {
  detail::Session& session = *session_;
  if (!session.in_transaction) {
    if (Status status = check_idle(); !status.ok()) return status;
  }
  const Parameters parameters = to_parameters(values, count);
  const std::string text(sql);
  const detail::Result result(PQexecParams(session.connection, text.c_str(),
                                           static_cast<int>(count), nullptr,
                                           parameters.pointers.data(), nullptr, nullptr, 0));
  if (!detail::succeeded(result)) return detail::failure(session, result, sql);
  for (int row = 0; sink != nullptr && row < PQntuples(result.get()); ++row) {
    sink->on_row(ResultRow(result, row));
  }
  return {};
}

}  // namespace retort::postgres
