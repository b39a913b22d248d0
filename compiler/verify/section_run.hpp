// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: one section of one revision, run as the runtime runs it: through its driver.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "lower/lower.hpp"
#include "retort/database.hpp"
#include "verify/connection.hpp"

namespace retort::compiler::verify {

struct Failure {
  Status status;
  const retort::Script* script = nullptr;        // the section's own, or the verify section
  const retort::Statement* statement = nullptr;  // null: at the end of the section
  std::int64_t offset = -1;  // into the statement's text, where the engine knows it
};

// A section between begin and end. Where the section is transaction:false there is no transaction,
// and abandon() cannot take anything back.
class SectionRun {
 public:
  // `connection`: of SQLite, which knows where an error is; null: the error's position does.
  SectionRun(const Connection* connection, retort::Database& database, std::string_view revision)
      : connection_(connection), database_(database), revision_(revision) {}

  // Runs the statements, and behind them the queries of `verify`, which may be null. On failure the
  // transaction is rolled back.
  std::optional<Failure> run(const retort::Script& script, const retort::Script* verify);
  // Ends what a run() without failure began.
  std::optional<Failure> commit();
  void abandon();

  bool transactional() const { return script_->transaction; }

 private:
  std::optional<Failure> statements(const retort::Script& script, bool verifying);
  std::optional<Failure> fail(Status status, const retort::Script* script,
                              const retort::Statement* statement);
  std::int64_t offset(const Status& status, const retort::Statement* statement) const;

  const Connection* connection_;
  retort::Database& database_;
  std::string_view revision_;
  const retort::Script* script_ = nullptr;
};

}  // namespace retort::compiler::verify
