// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What upgrade() costs when there is nothing to do: one statement, one row, no lock, no write, and
// no allocation that grows with the chain.
#include <atomic>
#include <cstdlib>
#include <new>

#include "sqlite/sqlite_database.hpp"

namespace {
std::atomic<std::size_t> allocated{0};
}

// Counts every byte that this program allocates through new.
void* operator new(std::size_t size) {
  allocated += size;
  void* memory = std::malloc(size);
  if (memory == nullptr) std::abort();
  return memory;
}
// What std::stable_sort takes its buffer with.
void* operator new(std::size_t size, const std::nothrow_t& /*tag*/) noexcept {
  allocated += size;
  return std::malloc(size);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace retort::test {
namespace {

std::size_t bytes_at_head(std::size_t length) {
  ChainBuilder builder = simple_chain(length);
  const Chain& chain = builder.chain();
  sqlite::Database db;
  EXPECT_TRUE(is_ok(db.open(":memory:")));
  EXPECT_TRUE(is_ok(stamp(db, chain, "head")));
  const std::size_t before = allocated;
  EXPECT_TRUE(upgrade(db, chain).ok());
  return allocated - before;
}

TEST(SqliteAtHead, AllocatesTheSameForAnyLength) {
  const std::size_t ten = bytes_at_head(10);
  EXPECT_EQ(bytes_at_head(2000), ten);
  EXPECT_LT(ten, 1024U);
}

TEST(SqliteAtHead, RunsOneStatementOnce) {
  sqlite::Database db;
  ASSERT_TRUE(is_ok(db.open(":memory:")));
  ChainBuilder chain = simple_chain(50);
  ASSERT_TRUE(is_ok(upgrade(db, chain.chain())));
  struct Trace {
    int statements = 0;
    int rows = 0;
  } trace;
  sqlite3_trace_v2(
      db.handle(), SQLITE_TRACE_STMT | SQLITE_TRACE_ROW,
      [](unsigned event, void* context, void*, void*) {
        auto* counted = static_cast<Trace*>(context);
        ++(event == SQLITE_TRACE_STMT ? counted->statements : counted->rows);
        return 0;
      },
      &trace);
  const int changes = sqlite3_total_changes(db.handle());
  ASSERT_TRUE(is_ok(upgrade(db, chain.chain())));
  EXPECT_EQ(trace.statements, 1);
  EXPECT_EQ(trace.rows, 1);
  EXPECT_EQ(sqlite3_total_changes(db.handle()), changes);
}

TEST(SqliteAtHead, NeedsNoLock) {
  SqliteDatabase database;
  ChainBuilder chain = simple_chain(3);
  auto db = database.connect();
  ASSERT_TRUE(is_ok(upgrade(*db, chain.chain())));
  Connection writer(database.file());
  writer.run("BEGIN IMMEDIATE");
  Options options;
  options.lock_wait_ms = 0;
  EXPECT_TRUE(is_ok(upgrade(*db, chain.chain(), options)));
  options.target = "0002";  // not the head, but nothing to do either
  EXPECT_TRUE(is_ok(upgrade(*db, chain.chain(), options)));
  EXPECT_TRUE(is_ok(downgrade(*db, chain.chain(), "0003", options)));
  writer.run("ROLLBACK");
}

}  // namespace
}  // namespace retort::test
