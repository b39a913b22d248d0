// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Chains proved on a PostgreSQL server, one fresh server for each proof: what is found, where it is
// shown, and what hostile SQL cannot do.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "cluster/cluster.hpp"
#include "fixture.hpp"
#include "verify/verify.hpp"

namespace retort::test {
namespace {

using ::testing::HasSubstr;

class PostgresProof : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { template_ = ::testing::TempDir() + "retort-template"; }
  static void TearDownTestSuite() { std::filesystem::remove_all(template_); }

  PostgresProof() { folder_.options.engines = {Engine::postgres}; }

  // The next revision; line 6 of its file is the up directive.
  PostgresProof& add(const std::string& sections) {
    const std::string number = std::to_string(++count_);
    const std::string parent = count_ == 1 ? "" : " r" + std::to_string(count_ - 1);
    folder_.put("000" + number + ".sql", "-- Step\n--\n-- Revision ID: r" + number +
                                             "\n-- Revises:" + parent + "\n\n" + sections);
    return *this;
  }
  PostgresProof& add(const std::string& up, const std::string& down) {
    return add("-- migrate:up\n" + up + "\n-- migrate:down\n" + down + "\n");
  }

  // What `retort check` would print; empty when the chain is proved.
  std::string prove() {
    const auto compiled = folder_.lower();
    const std::string before = folder_.messages();
    if (!before.empty()) return before;
    compiler::cluster::ClusterOptions options;
    options.template_directory = template_;
    std::string error;
    const auto cluster = compiler::cluster::Cluster::start(options, error);
    if (cluster == nullptr) return "no server: " + error;
    proved_ = compiler::verify::verify_postgres(compiled, cluster->connection_string(),
                                                folder_.diagnostics);
    return folder_.messages();
  }

  bool proved_ = false;

 private:
  static std::string template_;
  Folder folder_;
  int count_ = 0;
};

std::string PostgresProof::template_;

TEST_F(PostgresProof, AChainOfManyKindsOfObjects) {
  add("CREATE TYPE mood AS ENUM ('glad', 'sad');\n"
      "CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text);\n"
      "CREATE SCHEMA app; CREATE TABLE app.log (at timestamptz DEFAULT now());\n"
      "CREATE EXTENSION citext;",
      "DROP EXTENSION citext; DROP SCHEMA app CASCADE; DROP TABLE users; DROP TYPE mood;");
  add("CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;\n"
      "CREATE TRIGGER g BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION f();\n"
      "COPY users (email) FROM stdin;\nx@example.org\n\\.\n",
      "DROP TRIGGER g ON users; DROP FUNCTION f(); DELETE FROM users;");
  add("-- migrate:up transaction:false\nCREATE INDEX CONCURRENTLY i ON users (email);\n"
      "-- migrate:down transaction:false\nDROP INDEX CONCURRENTLY i;\n"
      "-- migrate:verify\nSELECT count(*) = 1 FROM users;\n");
  add("-- migrate:up\nCREATE VIEW v AS SELECT email FROM users;\n-- migrate:down irreversible\n");
  EXPECT_EQ(prove(), "");
  EXPECT_TRUE(proved_);
}

TEST_F(PostgresProof, TheServersPositionIsTheCaret) {
  add("CREATE TABLE users (id int);\nINSERT INTO users (id,\n  naïve, agee) VALUES (1);",
      "DROP TABLE users;");
  EXPECT_EQ(
      prove(),
      "migrations/0001.sql:9:3: error: PostgreSQL: column \"naïve\" of relation \"users\" does "
      "not exist [sql-error]\n"
      "    9 |   naïve, agee) VALUES (1);\n"
      "      |   ^~~~~\n");
  EXPECT_FALSE(proved_);
}

TEST_F(PostgresProof, DetailHintAndTheNearestName) {
  add("CREATE TABLE users (id int PRIMARY KEY);\nINSERT INTO users VALUES (1), (1);", "SELECT 1;");
  EXPECT_THAT(prove(), HasSubstr("duplicate key value violates unique constraint \"users_pkey\"; "
                                 "detail: Key (id)=(1) already exists."));
}

TEST_F(PostgresProof, HintsAreHelpLines) {
  add("CREATE TABLE users (id int);", "DROP TABLE users;");
  add("ALTER TABLE usrs ADD COLUMN a int;", "SELECT 1;");
  EXPECT_THAT(prove(), HasSubstr("help: did you mean 'users'?"));
}

TEST_F(PostgresProof, EveryWrongDownIsTold) {
  add("CREATE TABLE t (a int);\nCREATE INDEX i ON t (a);", "SELECT 1;");
  add("ALTER TABLE t ALTER COLUMN a TYPE bigint;", "ALTER TABLE t ALTER COLUMN a TYPE text;");
  add("CREATE VIEW v AS SELECT a FROM t;", "DROP VIEW w;");
  const std::string messages = prove();
  EXPECT_THAT(messages, HasSubstr("migrations/0001.sql:9:1: error: down of revision 'r1' does not "
                                  "restore the schema: table 't' is left behind [down-differs]"));
  EXPECT_THAT(messages, HasSubstr("help: add to the down section: DROP TABLE t;"));
  EXPECT_THAT(messages, HasSubstr("column 't.a' has type text instead of integer"));
  EXPECT_THAT(messages, HasSubstr("ALTER TABLE t ALTER COLUMN a TYPE integer;"));
  EXPECT_THAT(messages, HasSubstr("migrations/0003.sql:9:1: error: down of revision 'r3' fails: "
                                  "view \"w\" does not exist [down-fails]"));
}

TEST_F(PostgresProof, TheSecondUp) {
  add("CREATE ROLE reader;", "SELECT 1;");
  EXPECT_THAT(prove(), HasSubstr("revision 'r1' fails when it is brought up again behind its down: "
                                 "role \"reader\" already exists [up-differs]"));
}

TEST_F(PostgresProof, AVerifyQueryThatDoesNotHold) {
  add("-- migrate:up\nCREATE TABLE t (a int);\n-- migrate:verify\nSELECT count(*) = 1 FROM t;\n"
      "-- migrate:down\nDROP TABLE t;\n");
  EXPECT_THAT(prove(), HasSubstr("migrations/0001.sql:9:1: error: a verify query of revision 'r1' "
                                 "returned a row that is not true [verify-failed]"));
}

TEST_F(PostgresProof, DeferredConstraintsAreCheckedAtTheEnd) {
  add("CREATE TABLE p (id int PRIMARY KEY);\nCREATE TABLE c (p int REFERENCES p DEFERRABLE "
      "INITIALLY DEFERRED);\nINSERT INTO c VALUES (7);",
      "DROP TABLE c, p;");
  EXPECT_THAT(prove(), HasSubstr("violates foreign key constraint \"c_p_fkey\""));
}

// Roles may be made, and before PostgreSQL 16 that is enough to grant oneself anything but
// superuser.
TEST_F(PostgresProof, HostileSqlStaysInside) {
  const std::string file = ::testing::TempDir() + "retort-escaped";
  std::filesystem::remove(file);
  std::string list;
  for (const std::string& sql :
       {"COPY (SELECT 1) TO PROGRAM 'cat > " + file + "'", "COPY (SELECT 1) TO '" + file + "'",
        "SELECT lo_export(1, '" + file + "')",
        std::string("GRANT pg_execute_server_program TO retort"),
        std::string("GRANT pg_write_server_files TO retort"),
        std::string("ALTER ROLE retort SUPERUSER"), std::string("CREATE ROLE other SUPERUSER"),
        std::string("SET SESSION AUTHORIZATION postgres"), std::string("SET ROLE postgres"),
        std::string("GRANT postgres TO retort"), std::string("CREATE EXTENSION file_fdw"),
        std::string("SELECT pg_read_file('/etc/passwd')"), std::string("DELETE FROM pg_authid"),
        std::string("ALTER SYSTEM SET archive_command = 'true'"),
        std::string("CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'libc.so.6', 'getpid'")}) {
    list += (list.empty() ? "$q$" : ", $q$") + sql + "$q$";
  }
  add("-- migrate:up\nDO $$ DECLARE s text; BEGIN FOREACH s IN ARRAY ARRAY[" + list +
      "]\nLOOP BEGIN EXECUTE s; EXCEPTION WHEN OTHERS THEN CONTINUE; END;\n"
      "RAISE EXCEPTION 'out: %', s; END LOOP; END $$;\n-- migrate:down irreversible\n");
  EXPECT_EQ(prove(), "");
  EXPECT_TRUE(proved_);
  EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(PostgresProof, WhatNeedsASuperuserIsSaidToBeSo) {
  add("CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f();", "SELECT 1;");
  const std::string messages = prove();
  EXPECT_THAT(messages, HasSubstr("permission denied to create event trigger"));
  EXPECT_THAT(messages, HasSubstr("help: the proof's role is no superuser"));
}

TEST(ClusterFolder, IsGoneWithItsProcess) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const pid_t child = fork();
  if (child == 0) {
    std::string error;
    const auto cluster = compiler::cluster::Cluster::start({}, error);
    const std::string root = cluster == nullptr ? "" : cluster->socket_directory();
    const ssize_t length = write(ends[1], root.data(), root.size());
    if (length > 0) pause();
    _exit(1);
  }
  char buffer[200] = {};
  ASSERT_GT(read(ends[0], buffer, sizeof buffer - 1), 0);
  const std::string root(buffer);
  EXPECT_TRUE(std::filesystem::exists(root + "/data/postmaster.pid"));
  kill(child, SIGKILL);
  for (int i = 0; i < 300 && std::filesystem::exists(root); ++i) usleep(50'000);
  EXPECT_FALSE(std::filesystem::exists(root));
}

}  // namespace
}  // namespace retort::test
