// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A disk that fills up at every possible place of an upgrade.
#include "sqlite/quota_vfs.hpp"
#include "sqlite/snapshot.hpp"

namespace retort::test {
namespace {

class SqliteDiskFull : public ::testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Journal, SqliteDiskFull, ::testing::Values("DELETE", "WAL"),
                         [](const auto& param) { return std::string(param.param); });

TEST_P(SqliteDiskFull, LeavesTheDatabaseAtARevision) {
  ChainBuilder builder = simple_chain(6);
  builder.at("0003").without_transaction();
  const Chain& chain = builder.chain();
  const Snapshots snapshots(chain);
  int full = 0;
  for (std::int64_t quota = 0;; quota += 3000) {
    SqliteDatabase database(GetParam());
    set_disk_quota(quota);
    sqlite::Database db;
    ASSERT_TRUE(is_ok(db.open("file:" + database.file() + "?vfs=quota")));
    const Status status = upgrade(db, chain);
    if (status.ok()) break;
    ++full;
    ASSERT_TRUE(fails_with(status, Code::disk_full)) << quota;
    EXPECT_EQ(status.native_code() & 0xff, SQLITE_FULL);
    EXPECT_EQ(status.message(), "database or disk is full");
    // The connection itself is fit for the next try, as soon as there is room.
    EXPECT_NE(sqlite3_get_autocommit(db.handle()), 0);
    ASSERT_TRUE(snapshots.is_at_a_revision(database.file())) << quota;
    set_disk_quota(1 << 30);
    ASSERT_TRUE(is_ok(upgrade(db, chain)));
    db.close();
    ASSERT_TRUE(snapshots.is_at_the_head(database.file())) << quota;
  }
  EXPECT_GE(full, 5);
}

}  // namespace
}  // namespace retort::test
