// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// One suite for every layout of another tool: ids, order, statements, transaction marks and downs
// come out as the tool's own rules say.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "folder.hpp"

namespace retort::compiler::chain {
namespace {

using ::testing::ElementsAre;
using testing::Folder;

// "id: [statement | statement] down [statement]", "!" behind what is outside a transaction.
std::string text_of(const SectionRef& section) {
  if (section.part == nullptr) return "-";
  std::string text;
  for (const lex::Statement& statement : section.part->statements) {
    if (!text.empty()) text += " | ";
    text += section.file->tokens.file->slice(section.file->tokens.span(statement));
  }
  return "[" + text + "]" + (section.transaction ? "" : "!");
}

std::vector<std::string> steps_of(const Chain& chain) {
  std::vector<std::string> steps;
  for (std::size_t i = 0; i < chain.revisions.size(); ++i) {
    const Revision& revision = chain.revisions[i];
    const EngineBody& body = revision.bodies.at(0);
    std::string step = revision.id + " " + text_of(body.up) + " " + text_of(body.down);
    if (body.verify.part != nullptr) step += " verify " + text_of(body.verify);
    const bool follows =
        i == 0 ? revision.parents.empty()
               : revision.parents == std::vector<std::uint32_t>{static_cast<std::uint32_t>(i - 1)};
    steps.push_back(follows ? step : step + " with other parents");
  }
  return steps;
}

class Layouts : public ::testing::Test {
 protected:
  std::vector<std::string> read(const std::string& layout) {
    folder.options.layout = layout;
    said = folder.check();
    EXPECT_EQ(said.find("error:"), std::string::npos) << said;
    return steps_of(folder.chain());
  }

  Folder folder;
  std::string said;
};

TEST_F(Layouts, golang_migrate) {
  folder.put("10_b.up.sql", "B").put("10_b.down.sql", "-- nothing");
  folder.put("0009_a_b.up.down.up.pgsql", "A1; A2").put("9_a_b.down.sql", "begin; D; end");
  folder.put("V0011.c.up.sql",
             "\xEF\xBB\xBF"
             "C;\r\n");
  EXPECT_THAT(read("golang-migrate"), ElementsAre("9 [A1 | A2] [D]", "10 [B] []", "11 [C] -"));
  EXPECT_EQ(folder.chain().revisions[0].message, "a b.up.down");
}

TEST_F(Layouts, sqlx) {
  folder.put("2_b.sql", "-- no-transaction, see the manual\nVACUUM; B");
  folder.put("1_a.up.sql", "A").put("1_a.down.sql", "-- no-transaction\nD");
  folder.put("3_.sql", "-- no-transaction\nBEGIN; C; COMMIT;");
  EXPECT_THAT(read("sqlx"), ElementsAre("1 [A] [D]!", "2 [VACUUM | B]! -", "3 [C] -"));
}

TEST_F(Layouts, diesel) {
  folder.put("2024-01-02-000000_b_c/up.sql", "B").put("2024-01-02-000000_b_c/down.sql", "D");
  folder.put("20240101000000_a/up.sql", "A; A2");
  folder.put("2024-01-03-000000_c/up.sql", "C").put("2024-01-03-000000_c/down.sql", "D");
  folder.put("2024-01-03-000000_c/metadata.toml", "[x]\nrun_in_transaction = true\n[y]\n");
  folder.put("v4/up.sql", "E").put("v4/metadata.toml", "run_in_transaction=false # so\n");
  EXPECT_THAT(read("diesel"), ElementsAre("20240101000000 [A | A2] -", "20240102000000 [B] [D]",
                                          "20240103000000 [C]! [D]!", "v4 [E]! -"));
  EXPECT_EQ(folder.chain().revisions[1].message, "b c");
}

TEST_F(Layouts, goose) {
  folder.put("00010_b.sql", "-- +goose Up\nB1; B2\n-- +goose Down\n");
  folder.put("9_a.sql",
             "-- +goose NO TRANSACTION\n-- text\n--+goose UP\n"
             "-- +goose statementbegin\nA1;\nA2\n-- +goose StatementEnd\nA3\n"
             "-- +goose Down\nD1\n-- +goose StatementBegin\nD2\n-- +goose StatementEnd\n");
  EXPECT_THAT(read("goose"), ElementsAre("9 [A1 | A2 | A3]! [D1 | D2]!", "10 [B1 | B2] []"));
}

TEST_F(Layouts, dbmate) {
  folder.put("010b.sql", "-- migrate:up\nB\n-- migrate:down transaction:false\nD");
  folder.put("0009_a.sql",
             "-- text\n\n--migrate:up transaction:false\nA1;\n-- migrate:down\nD1;\n"
             "-- migrate:up\nA2\n-- migrate:down\nD2\n");
  EXPECT_THAT(read("dbmate"), ElementsAre("0009 [A1 | A2]! [D2 | D1]", "010 [B] [D]!"));
  EXPECT_EQ(folder.chain().revisions[0].message, "a");
}

TEST_F(Layouts, flyway) {
  folder.put("V1_10__ten.sql", "C").put("a/V1.2__two.sql", "B").put("b/U1.2.0__x.SQL", "D");
  folder.put("V001__one.sql", "A1; A2").put("V2.sql", "VACUUM; VACUUM");
  folder.put("V3__c.sql", "E; F").put("V3__c.sql.conf", "executeInTransaction = false\n");
  EXPECT_THAT(read("flyway"), ElementsAre("001 [A1 | A2] -", "1.2 [B] [D]", "1.10 [C] -",
                                          "2 [VACUUM | VACUUM]! -", "3 [E | F]! -"));
  EXPECT_EQ(folder.chain().revisions[2].message, "ten");
}

TEST_F(Layouts, sqitch) {
  folder.put("sqitch.plan",
             "%project=p\n\nb-1 2024 A <a@b> # the note\n@v1 2024 A <a@b>\n@v2 2024 A <a@b>\n"
             "+ x/c [b-1] 2024 A <a@b>\nb-1 [b-1@v2] 2024 A <a@b>\n");
  folder.put("deploy/b-1@v2.sql", "begin; A; commit").put("revert/b-1@v2.sql", "D");
  folder.put("verify/b-1@v2.sql", "BEGIN; V; ROLLBACK;");
  folder.put("deploy/x/c.sql", "VACUUM; C").put("deploy/b-1.sql", "B");
  EXPECT_THAT(read("sqitch"),
              ElementsAre("b_1_v2 [A] [D] verify [V]", "x_c [VACUUM | C]! -", "b_1 [B] -"));
  EXPECT_EQ(folder.chain().revisions[0].message, "the note");
}

TEST_F(Layouts, prisma) {
  folder.put("migration_lock.toml", "provider = \"sqlite\"\n");
  folder.put("20240102_b/migration.sql", "B").put("20240102_b/down.sql", "D");
  folder.put("20240101_a-x/migration.sql", "A");
  EXPECT_THAT(read("prisma"), ElementsAre("20240101_a_x [A] -", "20240102_b [B] [D]"));
}

TEST_F(Layouts, values_are_part_of_the_hash_and_places_stay) {
  folder.put("V1__a.sql", "SELECT '${x}',\n ${X} ${x}, (;\n");
  folder.options.layout = "flyway";
  const auto hash_with = [&](const std::string& value) {
    folder.options.variables = {{"x", value}};
    said = folder.check();
    return folder.chain().revisions.at(0).bodies.at(0).content_hash;
  };
  const std::string first = hash_with("a much longer value");
  EXPECT_THAT(said, ::testing::HasSubstr("m/V1__a.sql:2:13: error: parenthesis is never closed"));
  EXPECT_THAT(said, ::testing::HasSubstr("    2 |  ${X} ${x}, (;\n      |             ^"));
  EXPECT_NE(first, hash_with("b"));
  EXPECT_EQ(first, hash_with("a much longer value"));
}

TEST_F(Layouts, templates_that_need_the_other_tool_are_named) {
  folder.options.layout = "golang-migrate";
  folder.put("1_a.up.sql", "SELECT 1; {{if .X}}\nCREATE TABLE {{.Name}}a (x text);\n{{- end}}\n");
  said = folder.check();
  EXPECT_THAT(said, ::testing::HasSubstr(
                        "m/1_a.up.sql:1:11: error: '{{if .X}}' of layout 'golang-migrate' cannot "
                        "be resolved while building [unresolved-variable]"));
  folder.options.variables = {{"Name", "my_"}};
  said = folder.check();
  EXPECT_EQ(testing::count(said, "error:"), 2u) << said;
  EXPECT_THAT(said, ::testing::HasSubstr("m/1_a.up.sql:3:1: error: '{{- end}}' of layout"));
}

}  // namespace
}  // namespace retort::compiler::chain
