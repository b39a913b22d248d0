// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Status: codes to names, a status to one line of text, a place in a statement to a place in the
// migration file.
#include "retort/status.hpp"

#include "retort/database.hpp"
#include "src/text.hpp"

namespace retort {

std::string_view code_name(Code code) noexcept {
  // One string with separators: a table of string_views would need relocations in every program.
  using namespace std::string_view_literals;
  constexpr std::string_view names =
      "ok\0invalid_argument\0wrong_engine\0not_open\0cannot_open\0not_a_database\0read_only\0busy\0"
      "open_transaction\0unknown_revision\0newer_database\0changed_revision\0bad_ledger\0"
      "missing_dependency\0irreversible\0sql_error\0verify_failed\0foreign_key_violation\0"
      "disk_full\0out_of_memory\0connection_lost\0in_doubt\0interrupted"sv;
  const char* at = names.data();
  for (unsigned skip = static_cast<unsigned>(code); skip > 0; --skip) {
    at += std::string_view(at).size() + 1;
    if (at >= names.data() + names.size()) return "unknown";
  }
  return at;
}

struct Status::Failure {
  Code code = Code::ok;
  int native_code = 0;
  std::uint32_t statement_index = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string message;
  std::string sqlstate;
  std::string revision;
  std::string file;
};

Status::Status(Code code, std::string message) {
  if (code == Code::ok) return;
  failure_ = new Failure;
  failure_->code = code;
  failure_->message = std::move(message);
}

Status::Status(const Status& other)
    : failure_(other.failure_ == nullptr ? nullptr : new Failure(*other.failure_)) {}

void Status::release() noexcept { delete failure_; }

const std::string& Status::text(std::string Failure::*member) const noexcept {
  // The strings of a status that is ok. Constant, made on first use and never destroyed, so that it
  // is there before and after every static object of the program.
  union Empty {
    std::string text;
    Empty() : text() {}
    ~Empty() {}
  };
  static const Empty empty;
  return ok() ? empty.text : failure_->*member;
}

Code Status::code() const noexcept { return ok() ? Code::ok : failure_->code; }
const std::string& Status::message() const noexcept { return text(&Failure::message); }
int Status::native_code() const noexcept { return ok() ? 0 : failure_->native_code; }
const std::string& Status::sqlstate() const noexcept { return text(&Failure::sqlstate); }
const std::string& Status::revision() const noexcept { return text(&Failure::revision); }
std::uint32_t Status::statement_index() const noexcept {
  return ok() ? 0 : failure_->statement_index;
}
const std::string& Status::file() const noexcept { return text(&Failure::file); }
std::uint32_t Status::line() const noexcept { return ok() ? 0 : failure_->line; }
std::uint32_t Status::column() const noexcept { return ok() ? 0 : failure_->column; }

std::string Status::to_string() const {
  if (ok()) return "ok";
  if (failure_->line == 0) return failure_->message;
  return detail::format("%:%:%: error: % (revision %)", failure_->file, failure_->line,
                        failure_->column, failure_->message, failure_->revision);
}

Status& Status::native(int code, std::string_view sqlstate) & {
  if (ok()) return *this;
  failure_->native_code = code;
  failure_->sqlstate = sqlstate;
  return *this;
}

Status& Status::at(std::string_view revision, std::uint32_t statement_index, std::string_view file,
                   std::uint32_t line, std::uint32_t column) & {
  if (ok()) return *this;
  failure_->revision = revision;
  failure_->statement_index = statement_index;
  failure_->file = file;
  failure_->line = line;
  failure_->column = column;
  return *this;
}

Status locate(Status status, const Call& call, std::int64_t offset) {
  const Statement& statement = call.statement();
  std::uint32_t line = statement.line;
  std::uint32_t column = statement.column;
  for (std::uint32_t i = 0; i < statement.chunk_count && offset > 0; ++i) {
    for (char byte : statement.chunks[i]) {
      if (offset-- <= 0) break;
      if (byte == '\n') {
        ++line;
        column = 1;
      } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {
        ++column;
      }
    }
  }
  status.at(call.revision, call.index, call.script->file, line, column);
  return status;
}

}  // namespace retort
