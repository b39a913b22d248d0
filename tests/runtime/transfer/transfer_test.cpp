// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Whole transfers between real databases.
#include "transfer/fixture.hpp"

namespace retort::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST_F(TransferTest, EveryTypeArrivesAsWhatItWas) {
  revision("0001",
           {"CREATE TABLE v (id integer PRIMARY KEY AUTOINCREMENT, small integer, flag integer,"
            " dbl real, flt real, num real, txt text, vc text, raw blob, tz text, ts text, d text,"
            " t text, u text, j text)"},
           {"CREATE TYPE mood AS ENUM ('sad', 'ok')",
            "CREATE TABLE v (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, small smallint,"
            " flag boolean, dbl double precision, flt real, num numeric(10,2), txt text,"
            " vc varchar(5), raw bytea, tz timestamptz, ts timestamp, d date, t time, u uuid,"
            " j jsonb)"});
  make_source();
  source.run(
      "INSERT INTO v VALUES (7, 5.0, 'yes', 0.1, 1.5, 1.105, 'a\tb\\c\n\r', 'äöüß€', x'00ff',"
      " '2024-05-07T09:00:00.5+02:00', '2024-05-07 09:00', '2024-02-29', '23:59:59',"
      " 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11', '{\"a\": 1}'),"
      " (9, -32768, 0, 1e308, -0.0, -2, '', NULL, x'', NULL, NULL, NULL, NULL, NULL, NULL)");
  ASSERT_TRUE(is_ok(run()));
  EXPECT_EQ(target.scalar("SELECT concat_ws('|', id, small, flag, dbl, flt, num) FROM v"),
            "7|5|t|0.1|1.5|1.11");
  EXPECT_EQ(target.scalar("SELECT txt = E'a\\tb\\\\c\\n\\r' AND vc = 'äöüß€' AND raw = '\\x00ff'"
                          " AND tz = '2024-05-07 07:00:00.5+00' AND ts = '2024-05-07 09:00' AND"
                          " d = '2024-02-29' AND t = '23:59:59' AND"
                          " u = 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11' AND j->>'a' = '1' FROM v"),
            "t");
  EXPECT_EQ(target.scalar("SELECT concat_ws('|', small, flag, dbl, flt, num, txt, raw) FROM v"
                          " WHERE id = 9"),
            "-32768|f|1e+308|0|-2.00||\\x");
  ASSERT_EQ(report.tables.size(), 1U);
  EXPECT_EQ(report.tables[0].rows, 2);
  EXPECT_EQ(report.tables[0].compared_columns, 14U);
  EXPECT_THAT(report.tables[0].counted_columns, ElementsAre("j"));
  EXPECT_THAT(report.tables[0].decisions,
              ElementsAre("num: 1 values are rounded to numeric(10,2)"));
  // The identity goes on behind what was there.
  EXPECT_EQ(target.scalar("INSERT INTO v (small) VALUES (1) RETURNING id"), "10");
}

TEST_F(TransferTest, WhatDoesNotFitIsListedAndNothingIsCopied) {
  revision("0001", {"CREATE TABLE v (a integer, b text, c text, d text, e blob)"},
           {"CREATE TABLE v (a integer, b varchar(3), c timestamp, d boolean, e text NOT NULL)"});
  make_source();
  source.run(
      "INSERT INTO v VALUES (3000000000, 'abcd', 'now', 'maybe', x'00'),"
      " ('', 'abc', '2024-02-30', 2, NULL), (1, char(0) || 'x', '01/02/2024', NULL, 'e')");
  const Status status = run();
  EXPECT_EQ(status.code(), Code::verify_failed);
  std::vector<std::string> problems;
  for (const TransferProblem& problem : report.problems) problems.push_back(problem.to_string());
  EXPECT_THAT(problems, ElementsAre("v.a, rowid 1: 3000000000 does not fit integer",
                                    "v.b, rowid 1: 'abcd' does not fit character varying(3)",
                                    "v.c, rowid 1: 'now' is no date or time in ISO form",
                                    "v.d, rowid 1: 'maybe' is neither true nor false",
                                    "v.e, rowid 1: a BLOB of 1 bytes is no text",
                                    "v.a, rowid 2: '' is no integer",
                                    "v.c, rowid 2: '2024-02-30' is no date or time in ISO form",
                                    "v.d, rowid 2: '2' is neither true nor false",
                                    "v.e, rowid 2: NULL stands in a column that is NOT NULL",
                                    "v.b, rowid 3: '\xEF\xBF\xBDx' holds a NUL character",
                                    "v.c, rowid 3: '01/02/2024' is no date or time in ISO form"));
  EXPECT_EQ(report.problem_count, 11U);
  EXPECT_THAT(status.message(), HasSubstr("11 things do not fit"));
  EXPECT_EQ(target.scalar("SELECT count(*) FROM v"), "0");
}

TEST_F(TransferTest, CyclesTriggersAndSeedRowsAreNoObstacle) {
  revision("0001",
           {"CREATE TABLE a (id integer PRIMARY KEY, b integer REFERENCES b (id))",
            "CREATE TABLE b (id integer PRIMARY KEY, a integer REFERENCES a (id))",
            "INSERT INTO a VALUES (1, NULL)"},
           {"CREATE TABLE a (id integer PRIMARY KEY, b integer)",
            "CREATE TABLE b (id integer PRIMARY KEY, a integer REFERENCES a (id))",
            "ALTER TABLE a ADD CONSTRAINT to_b FOREIGN KEY (b) REFERENCES b (id)",
            "COMMENT ON CONSTRAINT to_b ON a IS 'the way back'",
            "INSERT INTO a VALUES (1, NULL), (2, NULL)",
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION 'no'; END $$",
            "CREATE TRIGGER t BEFORE INSERT ON b FOR EACH ROW EXECUTE FUNCTION refuse()"});
  make_source();
  source.run("INSERT INTO a VALUES (5, 6); INSERT INTO b VALUES (6, 5)");
  ASSERT_TRUE(is_ok(run()));
  EXPECT_EQ(target.scalar("SELECT string_agg(id::text || coalesce(b::text, '-'), ',' ORDER BY id)"
                          " FROM a"),
            "1-,56");
  EXPECT_EQ(target.scalar("SELECT obj_description(oid, 'pg_constraint') FROM pg_constraint"
                          " WHERE conname = 'to_b' AND conrelid = 'a'::regclass"),
            "the way back");
  EXPECT_EQ(target.scalar("SELECT tgenabled FROM pg_trigger WHERE tgname = 't'"
                          " AND tgrelid = 'b'::regclass"),
            "O");
}

TEST_F(TransferTest, WhatTheServerRefusesNamesTheRowAndRollsBack) {
  revision("0001", {"CREATE TABLE v (id integer PRIMARY KEY, n integer)"},
           {"CREATE TABLE v (id integer PRIMARY KEY, n integer CHECK (n < 10))",
            "INSERT INTO v VALUES (100, 1)"});
  make_source();
  source.run("INSERT INTO v VALUES (1, 1), (40, 10), (50, 2)");
  const Status status = run();
  EXPECT_EQ(status.code(), Code::sql_error);
  EXPECT_THAT(status.message(), HasSubstr("v, rowid 40: "));
  EXPECT_EQ(status.sqlstate(), "23514");
  EXPECT_EQ(target.scalar("SELECT string_agg(id::text, ',') FROM v"), "100");
}

TEST_F(TransferTest, RowsOfTheProgramAreNotDeletedUnasked) {
  revision("0001", {"CREATE TABLE v (id integer PRIMARY KEY)"},
           {"CREATE TABLE v (id integer PRIMARY KEY)"});
  make_source();
  source.run("INSERT INTO v VALUES (1)");
  ASSERT_TRUE(is_ok(run()));
  target.run("INSERT INTO v VALUES (2)");
  const Status status = run();
  EXPECT_EQ(status.code(), Code::invalid_argument);
  EXPECT_THAT(status.message(), HasSubstr("already holds rows, in v"));
  TransferOptions replace;
  replace.replace = true;
  ASSERT_TRUE(is_ok(run(replace)));
  EXPECT_EQ(target.scalar("SELECT string_agg(id::text, ',') FROM v"), "1");
}

TEST_F(TransferTest, OrphansInTheSourceAreReported) {
  revision("0001",
           {"CREATE TABLE p (id integer PRIMARY KEY)",
            "CREATE TABLE c (id integer PRIMARY KEY, p integer REFERENCES p (id))"},
           {"CREATE TABLE p (id integer PRIMARY KEY)",
            "CREATE TABLE c (id integer PRIMARY KEY, p integer REFERENCES p (id))"});
  make_source();
  source.run("PRAGMA foreign_keys = OFF; INSERT INTO c VALUES (3, 4)");
  EXPECT_EQ(run().code(), Code::verify_failed);
  ASSERT_EQ(report.problems.size(), 1U);
  EXPECT_EQ(report.problems[0].to_string(), "c, rowid 3: its row in p is missing");
}

TEST_F(TransferTest, TablesWithoutCounterpartAreNamed) {
  revision("0001", {"CREATE TABLE v (id integer PRIMARY KEY, gone text)"},
           {"CREATE TABLE v (id integer PRIMARY KEY, added text DEFAULT 'd')"});
  make_source();
  source.run(
      "CREATE TABLE mine (x); INSERT INTO mine VALUES (1); CREATE TABLE empty (x);"
      "INSERT INTO v VALUES (1, 'g')");
  EXPECT_EQ(run().code(), Code::verify_failed);
  ASSERT_EQ(report.problems.size(), 2U);
  EXPECT_EQ(report.problems[0].to_string(),
            "mine: the target has no such table; leave it behind with --exclude");
  EXPECT_EQ(report.problems[1].to_string(), "v.gone: the target has no such column");
  EXPECT_THAT(report.notes, ElementsAre("empty: not in the target, left behind",
                                        "v.added: not in the source, gets the target's default"));
}

TEST_F(TransferTest, NumbersInTimeColumnsAreReadAsOneUnit) {
  revision("0001", {"CREATE TABLE v (id integer PRIMARY KEY, s, ms, j, mixed)"},
           {"CREATE TABLE v (id integer PRIMARY KEY, s timestamptz, ms timestamptz, j timestamp,"
            " mixed timestamptz)"});
  make_source();
  source.run("INSERT INTO v VALUES (1, 1715072400, 1715072400123, 2460437.875, 1715072400)");
  ASSERT_TRUE(is_ok(run()));
  EXPECT_EQ(target.scalar("SELECT s = '2024-05-07 09:00Z' AND ms = '2024-05-07 09:00:00.123Z' AND"
                          " j = '2024-05-07 09:00' FROM v"),
            "t");
  EXPECT_THAT(
      report.tables[0].decisions,
      ElementsAre("s: numbers are seconds since 1970", "ms: numbers are milliseconds since 1970",
                  "j: numbers are Julian days", "mixed: numbers are seconds since 1970"));
  source.run("INSERT INTO v (id, mixed) VALUES (2, 5)");
  TransferOptions replace;
  replace.replace = true;
  EXPECT_EQ(run(replace).code(), Code::verify_failed);
  EXPECT_EQ(report.problem_count, 2U);
}

TEST_F(TransferTest, WhatAPortableTableKeepsOtherwiseIsReadByItsCheck) {
  revision("0001",
           {"CREATE TABLE v (id INTEGER PRIMARY KEY,"
            " price INTEGER CONSTRAINT v_price_type CHECK (abs(price) < 100000000 * 100),"
            " at INTEGER CHECK (at BETWEEN -62135596800000000 AND 253402300799999999),"
            " took INTEGER CHECK (abs(took) <= 9223372036854775807), token BLOB) STRICT"},
           {"CREATE TABLE v (id integer PRIMARY KEY, price numeric(10,2), at timestamptz,"
            " took interval, token uuid)"});
  make_source();
  source.run(
      "INSERT INTO v VALUES (1, 1250, 250000, 10800000000,"
      " x'6f1c2a3e0b1d4c5e8f7a9b8c7d6e5f40'), (2, -5, -1000000, NULL, NULL)");
  ASSERT_TRUE(is_ok(run()));
  EXPECT_EQ(target.scalar("SELECT string_agg(price::text, ' ' ORDER BY id) FROM v"), "12.50 -0.05");
  EXPECT_EQ(target.scalar("SELECT at = '1970-01-01 00:00:00.25Z' AND took = '3 hours' AND"
                          " token = '6f1c2a3e-0b1d-4c5e-8f7a-9b8c7d6e5f40' FROM v WHERE id = 1"),
            "t");
  EXPECT_EQ(target.scalar("SELECT at = '1969-12-31 23:59:59Z' FROM v WHERE id = 2"), "t");
}

TEST_F(TransferTest, ADryRunWritesNothing) {
  revision("0001", {"CREATE TABLE v (id integer PRIMARY KEY)"},
           {"CREATE TABLE v (id integer PRIMARY KEY)"});
  make_source();
  source.run("INSERT INTO v VALUES (1)");
  TransferOptions dry;
  dry.dry_run = true;
  EXPECT_EQ(run(dry).code(), Code::invalid_argument);  // the target is not there yet
  EXPECT_FALSE(target.has_table("v"));
  ASSERT_TRUE(is_ok(run()));
  target.run("DELETE FROM v");
  ASSERT_TRUE(is_ok(run(dry)));
  EXPECT_EQ(target.scalar("SELECT count(*) FROM v"), "0");
}

TEST_F(TransferTest, ASourceInUseElsewhereStaysReadable) {
  revision("0001", {"CREATE TABLE v (id integer PRIMARY KEY)"},
           {"CREATE TABLE v (id integer PRIMARY KEY)"});
  make_source();
  source.run("INSERT INTO v VALUES (1)");
  target.run("SELECT pg_advisory_lock(" + std::to_string(postgres::lock_key) + ")");
  EXPECT_EQ(run().code(), Code::busy);
  target.run("SELECT pg_advisory_unlock(" + std::to_string(postgres::lock_key) + ")");
  ASSERT_TRUE(is_ok(run()));
}

}  // namespace
}  // namespace retort::test
