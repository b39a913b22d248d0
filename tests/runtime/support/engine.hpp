// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What the conformance suite needs of an engine: a fresh database, connections to it, and a look
// inside that does not go through retort. A driver joins the suite with
//
//   INSTANTIATE_CONFORMANCE(Sqlite, make_sqlite_database);
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "retort/migrate.hpp"
#include "support/chain_builder.hpp"

namespace retort::test {

// One empty database of one engine, removed by the destructor.
class TestDatabase {
 public:
  virtual ~TestDatabase() = default;
  virtual Engine engine() const = 0;
  // A new connection of its own.
  virtual std::unique_ptr<Database> connect() = 0;
  // The first column of the first row; "NULL" for NULL, "" where there is no row.
  virtual std::string scalar(const std::string& sql) = 0;
  virtual void run(const std::string& sql) = 0;
  // The ledger as SQL names it, and whether a table of the chain exists.
  virtual std::string ledger() const = 0;
  virtual bool has_table(const std::string& name) = 0;
};

using MakeDatabase = std::unique_ptr<TestDatabase> (*)();

class ConformanceTest : public ::testing::TestWithParam<MakeDatabase> {
 protected:
  ConformanceTest() : database_(GetParam()()), connection_(database_->connect()) {}

  Database& db() { return *connection_; }
  TestDatabase& raw() { return *database_; }
  void reconnect() { connection_ = database_->connect(); }
  ChainBuilder chain_of(std::size_t count) { return simple_chain(count, database_->engine()); }
  ChainBuilder builder(std::string name = "app") {
    return ChainBuilder(std::move(name), database_->engine());
  }
  // "0001,0002" in the order in which they were applied, half-applied ones marked with '*'.
  std::string applied(const std::string& chain = "app");
  // Whether exactly the tables of simple_chain's revisions that the ledger holds are there.
  ::testing::AssertionResult consistent(std::size_t count);

 private:
  std::unique_ptr<TestDatabase> database_;
  std::unique_ptr<Database> connection_;
};

// "at <where>: <code>: <text>" for a failed expectation, and whether the status is what was
// expected.
::testing::AssertionResult is_ok(const Status& status);
::testing::AssertionResult fails_with(const Status& status, Code code);

}  // namespace retort::test

// The classes of the suite; a new one is added here and to INSTANTIATE_CONFORMANCE.
namespace retort::test {
class Upgrade : public ConformanceTest {};
class Downgrade : public ConformanceTest {};
class Looking : public ConformanceTest {};  // inspect, plan, stamp
class Alone : public ConformanceTest {};    // transaction:false
class Faults : public ConformanceTest {};
}  // namespace retort::test

#define INSTANTIATE_CONFORMANCE(engine, make)                                    \
  INSTANTIATE_TEST_SUITE_P(engine, Upgrade, ::testing::Values(&make),            \
                           [](const auto&) { return std::string("conforms"); }); \
  INSTANTIATE_TEST_SUITE_P(engine, Downgrade, ::testing::Values(&make),          \
                           [](const auto&) { return std::string("conforms"); }); \
  INSTANTIATE_TEST_SUITE_P(engine, Looking, ::testing::Values(&make),            \
                           [](const auto&) { return std::string("conforms"); }); \
  INSTANTIATE_TEST_SUITE_P(engine, Alone, ::testing::Values(&make),              \
                           [](const auto&) { return std::string("conforms"); }); \
  INSTANTIATE_TEST_SUITE_P(engine, Faults, ::testing::Values(&make),             \
                           [](const auto&) { return std::string("conforms"); })
