// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The program of size.sh: keeps notes in a SQLite file; with WITH_RETORT it upgrades the file
// first. It uses SQLite and std::string as such programs do, so that the entries by which a program
// imports their functions are not counted as retort's.
#include <sqlite3.h>

#include <cstdio>
#include <string>

#ifdef WITH_RETORT
#include "retort/sqlite.hpp"

// Without a body that the linker can see through: what is measured must not be folded away.
extern const retort::Chain app_chain;
const retort::Chain app_chain = {RETORT_GENERATED_ABI, "app", {}, nullptr, 0, nullptr, 0};
#endif

namespace {

bool add(sqlite3* connection, const char* title, const char* body, sqlite3_int64 stars) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(connection, "INSERT INTO notes VALUES (?1, ?2, ?3, ?4)", -1, &statement,
                         nullptr) != SQLITE_OK) {
    return false;
  }
  sqlite3_bind_text64(statement, 1, title, static_cast<sqlite3_uint64>(std::string(title).size()),
                      SQLITE_TRANSIENT, SQLITE_UTF8);
  sqlite3_bind_text(statement, 2, body, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64(statement, 3, stars);
  sqlite3_bind_null(statement, 4);
  const bool done = sqlite3_step(statement) == SQLITE_DONE;
  sqlite3_reset(statement);
  sqlite3_finalize(statement);
  return done;
}

std::string list(sqlite3* connection) {
  std::string text;
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(connection, "SELECT title, body, stars, rating FROM notes", -1, &statement,
                     nullptr);
  while (sqlite3_step(statement) == SQLITE_ROW) {
    text.append(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)),
                static_cast<std::size_t>(sqlite3_column_bytes(statement, 0)));
    for (sqlite3_int64 i = sqlite3_column_int64(statement, 2); i > 0; --i) text += '*';
    if (sqlite3_column_type(statement, 3) != SQLITE_NULL) {
      text += std::to_string(sqlite3_column_double(statement, 3));
    }
    text += '\n';
  }
  sqlite3_finalize(statement);
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
#ifdef WITH_RETORT
  retort::sqlite::Database database;
  retort::Status status = database.open(argv[1]);
  if (status.ok()) status = retort::upgrade(database, app_chain);
  if (!status.ok()) {
    std::fprintf(stderr, "%s\n", status.to_string().c_str());
    return 1;
  }
  sqlite3* connection = database.handle();
#else
  sqlite3* connection = nullptr;
  if (sqlite3_open_v2(argv[1], &connection, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK) {
    std::fprintf(stderr, "%s\n", sqlite3_errmsg(connection));
    sqlite3_close_v2(connection);
    return 1;
  }
#endif
  sqlite3_exec(connection, "BEGIN", nullptr, nullptr, nullptr);
  if (!add(connection, argv[2], argv[3], argc)) {
    std::fprintf(stderr, "%d %s\n", sqlite3_extended_errcode(connection),
                 sqlite3_errmsg(connection));
    sqlite3_exec(connection, "ROLLBACK", nullptr, nullptr, nullptr);
  }
  if (sqlite3_get_autocommit(connection) == 0) {
    sqlite3_exec(connection, "COMMIT", nullptr, nullptr, nullptr);
  }
  std::fputs(list(connection).c_str(), stdout);
#ifndef WITH_RETORT
  sqlite3_close_v2(connection);
#endif
  return 0;
}
