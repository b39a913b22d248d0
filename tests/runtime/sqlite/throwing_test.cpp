// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include "retort/throwing.hpp"

#include "sqlite/sqlite_database.hpp"

namespace retort::test {
namespace {

TEST(Throwing, ThrowsWhatTheOthersReturn) {
  ChainBuilder chain = simple_chain(2);
  sqlite::Database db;
  throwing::open(db, ":memory:");
  throwing::upgrade(db, chain.chain());
  EXPECT_TRUE(throwing::inspect(db, chain.chain()).at_head);
  throwing::downgrade(db, chain.chain(), "-1");
  EXPECT_EQ(throwing::plan(db, chain.chain(), "head").steps.size(), 1U);
  throwing::stamp(db, chain.chain(), "head");
  try {
    throwing::downgrade(db, chain.chain(), "nope");
    FAIL() << "nothing was thrown";
  } catch (const std::exception& error) {
    EXPECT_STREQ(error.what(), "unknown revision 'nope'");
    const auto& ours = dynamic_cast<const Error&>(error);
    EXPECT_EQ(ours.code(), Code::unknown_revision);
    EXPECT_EQ(ours.status().message(), "unknown revision 'nope'");
  }
  EXPECT_THROW(throwing::open(db, "sqlite:"), Error);
  EXPECT_THROW(throwing::inspect(db, chain.chain()), Error);
  EXPECT_THROW(throwing::plan(db, chain.chain(), "head"), Error);
}

}  // namespace
}  // namespace retort::test
