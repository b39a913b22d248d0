// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The protocol of retort/database.hpp around one section: begin, execute, verify, check, commit.
#include "verify/section_run.hpp"

#include <sqlite3.h>

#include <utility>

#include "retort/database.hpp"

namespace retort::compiler::verify {
namespace {

std::int64_t error_offset(sqlite3* connection) {
#if SQLITE_VERSION_NUMBER >= 3038000
  return sqlite3_error_offset(connection);
#else
  (void)connection;
  return -1;
#endif
}

}  // namespace

SectionRun::SectionRun(Connection& connection, retort::sqlite::Database& database,
                       std::string_view revision)
    : connection_(connection), database_(database), revision_(revision) {}

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

std::optional<Failure> SectionRun::statements(const retort::Script& script, bool verifying) {
  Call call;
  call.revision = revision_;
  call.script = &script;
  call.in_transaction = script_->transaction;
  for (call.index = 0; call.index < script.statement_count; ++call.index) {
    Status status = verifying ? database_.verify(call) : database_.execute(call);
    if (!status.ok()) return fail(std::move(status), &script, &call.statement());
  }
  return std::nullopt;
}

// Before the roll-back, which would make SQLite forget where the error was.
std::optional<Failure> SectionRun::fail(Status status, const retort::Script* script,
                                        const retort::Statement* statement) {
  Failure failure{std::move(status), script, statement, error_offset(connection_.handle())};
  abandon();
  return failure;
}

}  // namespace retort::compiler::verify
