// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A dump as a source: what `sqlite3 app.db .dump` wrote, run into a private temporary database.
#include <sqlite3.h>

#include <cstdio>
#include <memory>

#include "retort/transfer.hpp"

namespace retort {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};

Status read_file(const std::string& path, std::string& text) {
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  if (file == nullptr) return {Code::cannot_open, "cannot open " + path};
  char buffer[65536];
  std::size_t size = 0;
  while ((size = std::fread(buffer, 1, sizeof buffer, file.get())) > 0) text.append(buffer, size);
  if (std::ferror(file.get()) != 0) return {Code::cannot_open, "cannot read " + path};
  if (text.find('\0') != std::string::npos) {
    return {Code::not_a_database, path + " is no dump: it holds NUL bytes"};
  }
  return {};
}

}  // namespace

Status open_dump(const std::string& path, sqlite::Database& database) {
  std::string text;
  if (Status status = read_file(path, text); !status.ok()) return status;
  // SQLite's spelling of a temporary file of its own.
  if (Status status = database.open("file:"); !status.ok()) return status;
  // A dump is data of unknown origin: it may not reach another file, nor load code.
  sqlite3_limit(database.handle(), SQLITE_LIMIT_ATTACHED, 0);
  char* message = nullptr;
  const int code = sqlite3_exec(database.handle(), text.c_str(), nullptr, nullptr, &message);
  Status status;
  if (code != SQLITE_OK) {
    status = Status(Code::sql_error, path + ": " + (message == nullptr ? "failed" : message))
                 .native(code);
  } else if (sqlite3_get_autocommit(database.handle()) == 0) {
    status = {Code::sql_error, path + " ends inside a transaction: the dump is not whole"};
  }
  sqlite3_free(message);
  if (!status.ok()) database.close();
  return status;
}

}  // namespace retort
