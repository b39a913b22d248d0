// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The program of size.sh: opens a SQLite file and reads a row; with WITH_RETORT it upgrades first.
#include <sqlite3.h>

#include <cstdio>

#ifdef WITH_RETORT
#include "retort/sqlite.hpp"

// Without a body that the linker can see through: what is measured must not be folded away.
extern const retort::Chain app_chain;
const retort::Chain app_chain = {RETORT_GENERATED_ABI, "app", {}, nullptr, 0, nullptr, 0};
#endif

int main(int argc, char** argv) {
  if (argc < 2) return 2;
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
  if (sqlite3_open(argv[1], &connection) != SQLITE_OK) return 1;
#endif
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(connection, "SELECT count(*) FROM sqlite_master", -1, &statement, nullptr);
  const bool row = sqlite3_step(statement) == SQLITE_ROW;
  if (row) std::printf("%d\n", sqlite3_column_int(statement, 0));
  sqlite3_finalize(statement);
#ifndef WITH_RETORT
  sqlite3_close(connection);
#endif
  return row ? 0 : 1;
}
