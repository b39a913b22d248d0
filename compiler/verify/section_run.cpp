// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The protocol of retort/database.hpp around one section: begin, execute, verify, check, commit.
#include "verify/section_run.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <utility>

#include "verify/messages.hpp"

namespace retort::compiler::verify {
namespace {

std::int64_t sqlite_offset(sqlite3* connection) {
#if SQLITE_VERSION_NUMBER >= 3038000
  return sqlite3_error_offset(connection);
#else
  (void)connection;
  return -1;
#endif
}

}  // namespace

std::optional<Failure> SectionRun::run(const retort::Script& script, const retort::Script* verify) {
  script_ = &script;
  if (script.transaction) {
    Status status = database_.begin(script.foreign_keys_off);
    if (!status.ok()) return fail(std::move(status), &script, nullptr);
  }
  auto failure = statements(script, false);
  if (!failure && verify != nullptr) failure = statements(*verify, true);
  return failure;
}

std::optional<Failure> SectionRun::commit() {
  if (!script_->transaction) return std::nullopt;
  Status status = database_.check();
  if (status.ok()) status = database_.commit(false);
  if (status.ok()) return std::nullopt;
  return fail(std::move(status), script_, nullptr);
}

void SectionRun::abandon() {
  if (script_->transaction) static_cast<void>(database_.rollback());
}

// A driver may send a statement later than it was given it: the error says which one it is of.
std::optional<Failure> SectionRun::statements(const retort::Script& script, bool verifying) {
  Call call;
  call.revision = revision_;
  call.script = &script;
  call.in_transaction = script_->transaction;
  if (connection_ == nullptr) {  // SQLite's proof counts steps instead
    call.statement_timeout_ms = script.statement_timeout_ms;
    call.lock_timeout_ms = script.lock_timeout_ms;
  }
  Status status;
  for (; status.ok() && call.index < script.statement_count; ++call.index) {
    status = verifying ? database_.verify(call) : database_.execute(call);
  }
  if (status.ok()) status = database_.flush();
  if (status.ok()) return std::nullopt;
  const std::uint32_t failed = std::min(status.statement_index(), script.statement_count - 1);
  return fail(std::move(status), &script, &script.statements[failed]);
}

// Before the roll-back, which would make SQLite forget where the error was.
std::optional<Failure> SectionRun::fail(Status status, const retort::Script* script,
                                        const retort::Statement* statement) {
  const std::int64_t at = offset(status, statement);
  Failure failure{std::move(status), script, statement, at};
  abandon();
  return failure;
}

std::int64_t SectionRun::offset(const Status& status, const retort::Statement* statement) const {
  if (connection_ != nullptr) return sqlite_offset(connection_->handle());
  if (statement == nullptr) return -1;
  return offset_in(*statement, status.line(), status.column());
}

}  // namespace retort::compiler::verify
