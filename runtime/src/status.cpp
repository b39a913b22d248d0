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

std::string Status::to_string() const {
  if (ok()) return "ok";
  if (file_.empty() || line_ == 0) return message_;
  return detail::concat({file_, ":", detail::Number(line_), ":", detail::Number(column_),
                         ": error: ", message_, " (revision ", revision_, ")"});
}

Status& Status::native(int code, std::string sqlstate) {
  native_code_ = code;
  sqlstate_ = std::move(sqlstate);
  return *this;
}

Status& Status::at(std::string_view revision, std::uint32_t statement_index, std::string_view file,
                   std::uint32_t line, std::uint32_t column) {
  revision_ = revision;
  statement_index_ = statement_index;
  file_ = file;
  line_ = line;
  column_ = column;
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
