// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What a chain is compiled to, table by table.
#include "lower/lower.hpp"

#include <gmock/gmock.h>

#include <chrono>

#include "fixture.hpp"

namespace retort::compiler::lower {
namespace {

using test::revision;
using test::text_of;
using ::testing::HasSubstr;

TEST(Lower, FillsTheChain) {
  test::Folder folder;
  folder.put("0001_first.sql", revision("-- migrate:up\nCREATE TABLE t (a);\n\n"
                                        "-- migrate:down\nDROP TABLE t;\n"));
  folder.put("0002_second.sql",
             "-- Second\n--\n-- Revision ID: a2\n-- Revises: a1\n-- Branch labels: x\n"
             "-- Create Date: 2024-05-07\n\n-- migrate:up\nSELECT 1;\n-- migrate:down\n");
  const CompiledChain compiled = folder.lower();
  EXPECT_EQ(folder.messages(), "");
  const retort::Chain& chain = compiled.view();
  EXPECT_EQ(chain.abi, std::uint32_t{RETORT_GENERATED_ABI});
  EXPECT_EQ(chain.name, "app");
  EXPECT_EQ(chain.default_url, "sqlite:app.db");
  ASSERT_EQ(chain.engine_count, 1u);
  ASSERT_EQ(chain.revision_count, 2u);
  const retort::Revision& second = chain.revisions[1];
  EXPECT_EQ(second.id, "a2");
  EXPECT_EQ(second.message, "Second");
  EXPECT_EQ(second.create_date, "2024-05-07");
  EXPECT_THAT(second.doc, HasSubstr("Revises: a1"));
  EXPECT_EQ(second.path, "migrations/0002_second.sql");
  ASSERT_EQ(second.parent_count, 1u);
  EXPECT_EQ(second.parents[0], 0u);
  ASSERT_EQ(second.branch_label_count, 1u);
  EXPECT_EQ(second.branch_labels[0], "x");
  ASSERT_EQ(second.body_count, 1u);
  EXPECT_THAT(std::string(second.bodies[0].digest), HasSubstr("sha256-chain-1:"));
  EXPECT_TRUE(second.bodies[0].down.present);
  EXPECT_EQ(second.bodies[0].down.statement_count, 0u);
  EXPECT_FALSE(second.bodies[0].verify.present);
}

TEST(Lower, NamesTheIndexThatAFailureLeavesInvalid) {
  struct {
    const char* sql;
    const char* index;
    const char* table;
  } const cases[] = {
      {"CREATE INDEX CONCURRENTLY i ON t (a)", "i", "t"},
      {"create unique index concurrently if not exists \"I x\" on only s . \"T\" (a)", "\"I x\"",
       "s.\"T\""},
      {"CREATE INDEX CONCURRENTLY ON t (a)", "", ""},
      {"CREATE INDEX CONCURRENTLY U&\"i\" ON t (a)", "", ""},
      {"REINDEX INDEX CONCURRENTLY s.i", "s.i", ""},
      {"REINDEX (VERBOSE, CONCURRENTLY) TABLE s.t", "", "s.t"},
      {"REINDEX (VERBOSE) TABLE CONCURRENTLY t", "", "t"},
      {"REINDEX INDEX i", "", ""},
      {"REINDEX SCHEMA CONCURRENTLY s", "", ""},
      {"DROP INDEX CONCURRENTLY i", "", ""},
      {"CREATE INDEX i ON t (a)", "", ""},
      {"CREATE INDEX CONCURRENTLY", "", ""},
  };
  test::Folder folder;
  folder.options.engines = {dialect::Engine::postgres};
  std::string sections = "-- migrate:up transaction:false\n";
  for (const auto& each : cases) sections += std::string(each.sql) + ";\n";
  folder.put("0001.sql", revision(sections + "-- migrate:down irreversible\n"));
  const CompiledChain compiled = folder.lower();
  const Script& up = compiled.view().revisions[0].bodies[0].up;
  ASSERT_EQ(up.statement_count, std::size(cases));
  for (std::uint32_t i = 0; i < up.statement_count; ++i) {
    EXPECT_EQ(up.statements[i].index, cases[i].index) << cases[i].sql;
    EXPECT_EQ(up.statements[i].index_table, cases[i].table) << cases[i].sql;
  }
}

TEST(Lower, KeepsTheAuthorsTextAndItsPlace) {
  test::Folder folder;
  const std::string sections =
      "-- migrate:up\n  CREATE TABLE t ( -- a comment\n  ñ text\n);  ;\n\tSELECT 'ñ'; SELECT 2\n\n"
      "-- migrate:down\nDROP TABLE t;\n";
  folder.put("0001.sql", revision(sections));
  const CompiledChain compiled = folder.lower();
  const Script& up = compiled.view().revisions[0].bodies[0].up;
  ASSERT_EQ(up.statement_count, 3u);
  EXPECT_EQ(up.file, "migrations/0001.sql");
  EXPECT_EQ(text_of(up.statements[0]), "CREATE TABLE t ( -- a comment\n  ñ text\n)");
  EXPECT_EQ(up.statements[0].line, 7u);
  EXPECT_EQ(up.statements[0].column, 3u);
  EXPECT_EQ(text_of(up.statements[1]), "SELECT 'ñ'");
  EXPECT_EQ(up.statements[1].column, 2u);
  EXPECT_EQ(text_of(up.statements[2]), "SELECT 2");
  EXPECT_EQ(up.statements[2].line, 10u);
  EXPECT_EQ(up.statements[2].column, 14u);
  const source::Span span = compiled.span_of(up.statements[2]);
  EXPECT_EQ(folder.sources.get(span.file).slice(span), "SELECT 2");
  const source::Span directive = compiled.span_of(up);
  EXPECT_EQ(folder.sources.get(directive.file).slice(directive), "-- migrate:up");
}

TEST(Lower, CarriesTheOptionsOfASection) {
  test::Folder folder;
  folder.put("0001.sql",
             revision("-- migrate:up foreign_keys:off statement_timeout:10min\nSELECT 1;\n"
                      "-- migrate:down transaction:false lock_timeout:5s\nSELECT 2;\n"));
  const CompiledChain compiled = folder.lower();
  const retort::Body& body = compiled.view().revisions[0].bodies[0];
  EXPECT_TRUE(body.up.foreign_keys_off);
  EXPECT_TRUE(body.up.transaction);
  EXPECT_EQ(body.up.statement_timeout_ms, 600'000);
  EXPECT_FALSE(body.down.foreign_keys_off);
  EXPECT_FALSE(body.down.transaction);
  EXPECT_EQ(body.down.lock_timeout_ms, 5000);
}

TEST(Lower, CutsLongStatementsBetweenCodePoints) {
  test::Folder folder;
  std::string text = "SELECT 'x";
  while (text.size() < 3 * max_chunk) text += "ñ";
  text += "'";
  folder.put("0001.sql", revision("-- migrate:up\n" + text + ";\n-- migrate:down\n"));
  const CompiledChain compiled = folder.lower();
  const Statement& statement = compiled.view().revisions[0].bodies[0].up.statements[0];
  EXPECT_EQ(statement.chunk_count, 4u);
  EXPECT_EQ(text_of(statement), text);
  for (std::uint32_t i = 0; i < statement.chunk_count; ++i) {
    EXPECT_LE(statement.chunks[i].size(), max_chunk);
    EXPECT_NE(static_cast<unsigned char>(statement.chunks[i].front()) & 0xC0u, 0x80u);
  }
}

TEST(Lower, SplitsCopyIntoStatementAndData) {
  test::Folder folder;
  folder.options.engines = {dialect::Engine::postgres};
  folder.put("0001.sql",
             revision("-- migrate:up\nCOPY t (a) FROM stdin;\n1\t\\N\n2\tñ\n\\.\nSELECT 1;\n"
                      "COPY t (a) FROM stdin;\n\\.\n-- migrate:down\nDELETE FROM t;\n"));
  const CompiledChain compiled = folder.lower();
  EXPECT_EQ(folder.messages(), "");
  const Script& up = compiled.view().revisions[0].bodies[0].up;
  ASSERT_EQ(up.statement_count, 3u);
  ASSERT_EQ(up.statements[0].chunk_count, 2u);
  EXPECT_EQ(up.statements[0].copy_chunks, 1u);
  EXPECT_EQ(up.statements[0].chunks[0], "COPY t (a) FROM stdin");
  EXPECT_EQ(up.statements[0].chunks[1], "1\t\\N\n2\tñ\n");
  EXPECT_EQ(up.statements[1].copy_chunks, 0u);
  ASSERT_EQ(up.statements[2].chunk_count, 2u);
  EXPECT_EQ(up.statements[2].copy_chunks, 1u);
  EXPECT_EQ(up.statements[2].chunks[1], "");
  const source::Span span = compiled.span_of(up.statements[0]);
  EXPECT_EQ(folder.sources.get(span.file).slice(span), "COPY t (a) FROM stdin");
}

TEST(Lower, SurvivesBeingMoved) {
  test::Folder folder;
  folder.put("0001.sql", revision("-- migrate:up\nSELECT 1;\n-- migrate:down\n"));
  CompiledChain compiled = folder.lower();
  const Statement* statement = compiled.view().revisions[0].bodies[0].up.statements;
  const CompiledChain moved = std::move(compiled);
  EXPECT_EQ(moved.view().revisions[0].bodies[0].up.statements, statement);
  EXPECT_EQ(text_of(*statement), "SELECT 1");
  EXPECT_NE(moved.span_of(*statement), source::Span{});
  EXPECT_EQ(moved.span_of(Statement{}), source::Span{});
}

TEST(Lower, RefusesAHeaderThatNoLiteralHolds) {
  test::Folder folder;
  std::string header = "-- First\n--\n-- Revision ID: a1\n-- Revises:\n--\n";
  while (header.size() <= 2 * max_chunk)
    header += "-- and a very long story of how it came to be\n";
  folder.put("0001.sql", header + "\n-- migrate:up\nSELECT 1;\n-- migrate:down\n");
  folder.lower();
  EXPECT_THAT(folder.messages(), HasSubstr("error: header exceeds the limit of 60 KiB"));
}

// All statements on one line: a position that counts from the line's start each time takes minutes.
TEST(Lower, IsLinearInStatementsOnOneLine) {
  test::Folder folder;
  std::string sections = "-- migrate:up\n";
  for (int i = 0; i < 200'000; ++i) sections += "SELECT 1;";
  folder.put("0001.sql", revision(sections + "\n-- migrate:down\n"));
  const auto begin = std::chrono::steady_clock::now();
  const CompiledChain compiled = folder.lower();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  const Script& up = compiled.view().revisions[0].bodies[0].up;
  ASSERT_EQ(up.statement_count, 200'000u);
  EXPECT_EQ(up.statements[199'999].column, 199'999u * 9 + 1);
  EXPECT_LT(took.count(), 20.0);
}

}  // namespace
}  // namespace retort::compiler::lower
