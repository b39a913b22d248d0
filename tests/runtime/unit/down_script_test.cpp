// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The ledger's down SQL: what is written is read back, and nothing else is.
#include "src/down_script.hpp"

#include <gtest/gtest.h>

namespace retort::detail {
namespace {

constexpr const char* options =
    "1 transaction=1 foreign_keys_off=0 lock_timeout_ms=0 statement_timeout_ms=0 lengths=";

Script script_of(const std::vector<Statement>& statements) {
  Script script{};
  script.statements = statements.data();
  script.statement_count = static_cast<std::uint32_t>(statements.size());
  script.present = true;
  script.transaction = true;
  return script;
}

TEST(DownScript, ComesBackAsItWas) {
  const std::string_view one[] = {"DROP TABLE a"};
  const std::string_view two[] = {"DELETE FROM b WHERE x = ';\n' AND ", "y = 'é'\n-- z\nOR 1"};
  const std::string_view three[] = {"DROP VIEW c"};
  const std::vector<Statement> statements = {
      {one, 1, 1, 1, 0}, {two, 2, 1, 1, 0}, {three, 1, 1, 1, 0}};
  Script script = script_of(statements);
  script.foreign_keys_off = true;
  script.lock_timeout_ms = 5000;
  script.statement_timeout_ms = 600000;
  const StoredDown stored = encode_down(script);
  EXPECT_EQ(
      stored.sql,
      "DROP TABLE a;\nDELETE FROM b WHERE x = ';\n' AND y = 'é'\n-- z\nOR 1;\nDROP VIEW c;\n");
  EXPECT_EQ(stored.plan,
            "1 transaction=1 foreign_keys_off=1 lock_timeout_ms=5000 "
            "statement_timeout_ms=600000 lengths=12,51,11");
  LedgerScript read;
  ASSERT_TRUE(read.decode(stored.sql, stored.plan));
  ASSERT_EQ(read.script().statement_count, 3U);
  EXPECT_EQ(read.script().statements[0].chunks[0], "DROP TABLE a");
  EXPECT_EQ(read.script().statements[1].chunks[0], std::string(two[0]) + std::string(two[1]));
  EXPECT_EQ(read.script().statements[2].chunks[0], "DROP VIEW c");
  EXPECT_EQ(read.script().statements[0].line, 1U);
  EXPECT_EQ(read.script().statements[1].line, 2U);
  EXPECT_EQ(read.script().statements[2].line, 6U);
  EXPECT_TRUE(read.script().transaction);
  EXPECT_TRUE(read.script().foreign_keys_off);
  EXPECT_EQ(read.script().lock_timeout_ms, 5000);
  EXPECT_EQ(read.script().statement_timeout_ms, 600000);
  EXPECT_TRUE(read.script().present);
  EXPECT_EQ(read.script().file, "retort_ledger");
}

TEST(DownScript, KeepsCopyData) {
  const std::string_view copy[] = {"COPY t FROM stdin", "1\ta\n", "2\tb\n"};
  const std::string_view drop[] = {"DROP TABLE u"};
  const std::vector<Statement> statements = {{copy, 3, 1, 1, 2}, {drop, 1, 9, 1, 0}};
  const StoredDown stored = encode_down(script_of(statements));
  EXPECT_EQ(stored.sql, "COPY t FROM stdin;\n1\ta\n2\tb\n\\.\nDROP TABLE u;\n");
  EXPECT_EQ(stored.plan, std::string(options) + "17+8,12");
  LedgerScript read;
  ASSERT_TRUE(read.decode(stored.sql, stored.plan));
  ASSERT_EQ(read.script().statement_count, 2U);
  const Statement& first = read.script().statements[0];
  EXPECT_EQ(first.chunk_count, 2U);
  EXPECT_EQ(first.copy_chunks, 1U);
  EXPECT_EQ(first.chunks[0], "COPY t FROM stdin");
  EXPECT_EQ(first.chunks[1], "1\ta\n2\tb\n");
  EXPECT_EQ(read.script().statements[1].chunks[0], "DROP TABLE u");
  EXPECT_EQ(read.script().statements[1].line, 5U);
}

TEST(DownScript, MayBeEmpty) {
  const StoredDown stored = encode_down(script_of({}));
  EXPECT_EQ(stored.sql, "");
  LedgerScript read;
  ASSERT_TRUE(read.decode(stored.sql, stored.plan));
  EXPECT_EQ(read.script().statement_count, 0U);
}

TEST(DownScript, RefusesWhatDoesNotFit) {
  const std::string sql = "DROP TABLE a;\nDROP TABLE b;\n";
  const std::string good = std::string(options) + "12,12";
  LedgerScript accepted;
  ASSERT_TRUE(accepted.decode(sql, good));
  const std::vector<std::string> bad = {
      "",
      "1",
      "1 ",
      "2" + good.substr(1),
      std::string(options),
      std::string(options) + "12",
      std::string(options) + "12,",
      std::string(options) + "12,12,",
      std::string(options) + "12,12,0",
      std::string(options) + "12 12",
      std::string(options) + "11,12",
      std::string(options) + "13,12",
      std::string(options) + "12,13",
      std::string(options) + "28",
      std::string(options) + "-1,12",
      std::string(options) + "+12,12",
      std::string(options) + "12+0,12",
      std::string(options) + "12,12x",
      std::string(options) + "12,999999999999999999",
      std::string(options) + "12,99999999999999999999999999",
      "1 transaction= foreign_keys_off=0 lock_timeout_ms=0 statement_timeout_ms=0 lengths=12,12",
      "1 foreign_keys_off=0 transaction=1 lock_timeout_ms=0 statement_timeout_ms=0 lengths=12,12",
  };
  for (const std::string& plan : bad) {
    LedgerScript read;
    EXPECT_FALSE(read.decode(sql, plan)) << plan;
  }
  // Every cut of a good plan, and of the text it belongs to.
  for (std::size_t length = 0; length < good.size(); ++length) {
    LedgerScript read;
    EXPECT_FALSE(read.decode(sql, good.substr(0, length))) << length;
  }
  for (std::size_t length = 0; length < sql.size(); ++length) {
    LedgerScript read;
    EXPECT_FALSE(read.decode(sql.substr(0, length), good)) << length;
  }
}

TEST(DownScript, SurvivesRandomPlans) {
  const std::string sql = "DROP TABLE a;\nCOPY b FROM stdin;\n1\n\\.\n";
  const std::string alphabet = "0123456789,+ =\\.;ab";
  unsigned state = 1;
  for (int round = 0; round < 20000; ++round) {
    std::string plan = options;
    for (int i = 0; i < 12; ++i) {
      state = state * 1103515245U + 12345U;
      plan += alphabet[(state >> 16) % alphabet.size()];
    }
    LedgerScript read;
    if (!read.decode(sql, plan)) continue;
    std::size_t total = 0;
    for (std::uint32_t i = 0; i < read.script().statement_count; ++i) {
      for (std::uint32_t k = 0; k < read.script().statements[i].chunk_count; ++k) {
        total += read.script().statements[i].chunks[k].size();
      }
    }
    EXPECT_LE(total, sql.size());
  }
}

}  // namespace
}  // namespace retort::detail
