// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A chain's statement in, run on SQLite; an error comes out with its place in the migration file.
#include <sqlite3.h>

#include <utility>

#include "retort/sqlite.hpp"
#include "sqlite/error.hpp"
#include "src/text.hpp"
#include "src/wait.hpp"

namespace retort::sqlite {
namespace {

// Stops a statement that runs longer than it may. SQLite knows no timeout but asks a callback every
// some thousand steps; while a timeout is set, this takes the place of a progress handler of the
// program, which cannot be read back and therefore not be restored.
class Deadline {
 public:
  Deadline(sqlite3* connection, std::int64_t timeout_ms) noexcept
      : connection_(timeout_ms > 0 ? connection : nullptr),
        end_us_(detail::now_us() + timeout_ms * 1000) {
    if (connection_ != nullptr) sqlite3_progress_handler(connection_, 4000, is_over, this);
  }
  ~Deadline() {
    if (connection_ != nullptr) sqlite3_progress_handler(connection_, 0, nullptr, nullptr);
  }
  Deadline(const Deadline&) = delete;
  Deadline& operator=(const Deadline&) = delete;

  bool passed() const noexcept { return passed_; }

 private:
  static int is_over(void* self) {
    auto* deadline = static_cast<Deadline*>(self);
    deadline->passed_ = detail::now_us() >= deadline->end_us_;
    return deadline->passed_;
  }

  sqlite3* connection_;
  std::int64_t end_us_;
  bool passed_ = false;
};

std::string_view text_of(const Statement& statement, std::string& joined) {
  if (statement.chunk_count == 1) return statement.chunks[0];
  for (std::uint32_t i = 0; i < statement.chunk_count; ++i) joined += statement.chunks[i];
  return joined;
}

// As SQL sees it: NULL is not true, and text counts as the number it begins with.
bool is_true(sqlite3_stmt* statement) noexcept {
  return sqlite3_column_count(statement) == 0 || sqlite3_column_double(statement, 0) != 0;
}

Status not_true(sqlite3_stmt* statement) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
  const std::string_view value = text == nullptr ? "NULL" : text;
  return detail::fail(Code::verify_failed, "the verify query returned a row that is not true: %",
                      value.substr(0, 80));
}

bool equals_word(std::string_view text, std::string_view word) noexcept {
  return text.size() >= word.size() &&
         sqlite3_strnicmp(text.data(), word.data(), static_cast<int>(word.size())) == 0;
}

}  // namespace

Status Database::execute(const Call& call) { return run_call(call, false); }

Status Database::verify(const Call& call) { return run_call(call, true); }

Status Database::run_call(const Call& call, bool verifying) {
  if (call.statement().copy_chunks != 0) {
    return locate(detail::fail(Code::sql_error, "COPY … FROM stdin is not possible on SQLite"),
                  call);
  }
  if (foreign_keys_off_ && !has_baseline_ && call.in_transaction) {
    if (Status status = take_baseline(); !status.ok()) return status;
  }
  std::string joined;
  sqlite3_stmt* statement = nullptr;
  Status status = prepare(text_of(call.statement(), joined), statement);
  if (!status.ok()) return locate(std::move(status), call, error_offset(connection_));
  status = step_all(call, statement, verifying);
  sqlite3_finalize(statement);
  // The row of the ledger would no longer share the transaction with what it stands for.
  if (status.ok() && call.in_transaction && sqlite3_get_autocommit(connection_) != 0) {
    status = detail::fail(Code::sql_error, "the statement ended the transaction of the run");
  }
  return status.ok() ? std::move(status) : locate(std::move(status), call);
}

Status Database::step_all(const Call& call, sqlite3_stmt* statement, bool verifying) {
  const Deadline deadline(connection_, call.statement_timeout_ms);
  int result = SQLITE_OK;
  while ((result = sqlite3_step(statement)) == SQLITE_ROW) {
    if (verifying && !is_true(statement)) return not_true(statement);
  }
  if (result == SQLITE_DONE) return {};
  if (!deadline.passed()) return last_error(connection_);
  return detail::fail(Code::sql_error, "the statement ran longer than its timeout of % ms",
                      call.statement_timeout_ms)
      .native(SQLITE_INTERRUPT);
}

Status Database::clean_up(const Call&) { return {}; }

// What cannot run inside a transaction, and what would end it.
bool Database::may_share_transaction(const Call& call) const {
  const Statement& statement = call.statement();
  if (statement.chunk_count == 0) return false;
  for (std::string_view word : {"VACUUM", "PRAGMA", "ATTACH", "DETACH", "BEGIN", "COMMIT", "END",
                                "ROLLBACK", "SAVEPOINT", "RELEASE"}) {
    if (equals_word(statement.chunks[0], word)) return false;
  }
  return true;
}

Status Database::flush() { return {}; }

}  // namespace retort::sqlite
