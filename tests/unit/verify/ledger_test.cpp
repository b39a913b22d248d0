// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The proof runs sections through the driver, without the ledger. Here a real chain goes through
// the public functions as well: one revision at a time, down and up again, and all at once.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "proof_fixture.hpp"
#include "retort/sqlite.hpp"
#include "verify/compare.hpp"

namespace retort::compiler::verify {
namespace {

class RealChain : public ::testing::Test {
 protected:
  void SetUp() override {
    chain::LoadOptions options;
    options.name = "backend";
    options.directory = RETORT_TEST_MIGRATIONS;
    options.engines = {Engine::sqlite, Engine::postgres};
    chain_ = chain::load(options, files_, sources_, diagnostics_);
    ASSERT_TRUE(chain_.complete);
    compiled_ = lower::lower(chain_, {}, diagnostics_);
    ASSERT_EQ(diag::render_gnu(diagnostics_, sources_), "");
    ASSERT_GT(compiled_.view().revision_count, 6u);
  }

  source::RealFileSystem files_;
  source::SourceFiles sources_;
  diag::Diagnostics diagnostics_;
  chain::Chain chain_;
  lower::CompiledChain compiled_;
};

// The rows of sqlite_schema without the ledger, made again in a connection of the proof.
Catalogue schema_of(sqlite3* handle) {
  std::vector<std::string> statements;
  const auto row = [](void* out, int, char** values, char**) {
    static_cast<std::vector<std::string>*>(out)->emplace_back(values[0]);
    return 0;
  };
  EXPECT_EQ(sqlite3_exec(handle,
                         "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name NOT IN "
                         "('retort_ledger', 'sqlite_sequence') AND name NOT GLOB '*_fts_*'",
                         row, &statements, nullptr),
            SQLITE_OK);
  Connection connection;
  EXPECT_EQ(connection.open(), "");
  for (const std::string& sql : statements) EXPECT_EQ(connection.run(sql), "");
  CatalogueReader reader(connection);
  const Catalogue* catalogue = nullptr;
  EXPECT_EQ(reader.read(catalogue), "");
  return *catalogue;
}

bool same(const Catalogue& a, const Catalogue& b) { return compare(a, b, {}).empty(); }

TEST_F(RealChain, IsProved) {
  EXPECT_TRUE(verify_sqlite(compiled_, {}, diagnostics_));
  EXPECT_EQ(diag::render_gnu(diagnostics_, sources_), "");
}

TEST_F(RealChain, GoesUpDownUpThroughTheRuntime) {
  retort::sqlite::Database stepwise;
  ASSERT_TRUE(stepwise.open(":memory:").ok());
  const retort::Chain& chain = compiled_.view();
  Options options;
  std::string_view previous = "base";
  for (std::uint32_t i = 0; i < chain.revision_count; ++i) {
    options.target = chain.revisions[i].id;
    const Catalogue before = schema_of(stepwise.handle());
    EXPECT_EQ(upgrade(stepwise, chain, options).to_string(), "ok");
    const Catalogue after = schema_of(stepwise.handle());
    EXPECT_EQ(downgrade(stepwise, chain, previous).to_string(), "ok");
    EXPECT_TRUE(same(before, schema_of(stepwise.handle()))) << options.target;
    EXPECT_EQ(upgrade(stepwise, chain, options).to_string(), "ok");
    EXPECT_TRUE(same(after, schema_of(stepwise.handle()))) << options.target;
    const Inspection inspection = inspect(stepwise, chain);
    EXPECT_EQ(inspection.applied.size(), i + 1);
    EXPECT_EQ(inspection.at_head, i + 1 == chain.revision_count);
    EXPECT_TRUE(inspection.changed.empty() && inspection.unknown.empty());
    previous = chain.revisions[i].id;
  }
  EXPECT_EQ(downgrade(stepwise, chain, "base").to_string(), "ok");
  EXPECT_EQ(inspect(stepwise, chain).applied.size(), 0u);
  EXPECT_EQ(upgrade(stepwise, chain).to_string(), "ok");
  EXPECT_TRUE(inspect(stepwise, chain).at_head);
}

}  // namespace
}  // namespace retort::compiler::verify
