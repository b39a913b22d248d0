// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// SQLite runs the conformance suite, with a rollback journal and with a write-ahead log.
#include "sqlite/sqlite_database.hpp"
#include "support/engine.hpp"

namespace retort::test {

INSTANTIATE_CONFORMANCE(Sqlite, make_sqlite_database);
INSTANTIATE_CONFORMANCE(SqliteWal, make_sqlite_wal_database);

}  // namespace retort::test
