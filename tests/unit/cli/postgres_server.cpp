// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include "postgres_server.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace retort::test {
namespace {

std::string execute(const std::string& database, const std::string& text) {
  PGconn* const connection = PQconnectdb(test_cluster().connection_string(database).c_str());
  EXPECT_EQ(PQstatus(connection), CONNECTION_OK) << PQerrorMessage(connection);
  PGresult* const result = PQexec(connection, text.c_str());
  const ExecStatusType status = PQresultStatus(result);
  EXPECT_TRUE(status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
      << text << ": " << PQresultErrorMessage(result);
  const std::string value = PQntuples(result) > 0 ? PQgetvalue(result, 0, 0) : "";
  PQclear(result);
  PQfinish(connection);
  return value;
}

}  // namespace

TestDatabase::TestDatabase() {
  static int count = 0;
  name_ = "test_" + std::to_string(++count);
  execute("postgres", "CREATE DATABASE " + name_);
}

TestDatabase::~TestDatabase() { execute("postgres", "DROP DATABASE " + name_ + " WITH (FORCE)"); }

std::string TestDatabase::url() const {
  return "postgresql://postgres@/" + name_ + "?host=" + test_cluster().socket_directory();
}

std::string TestDatabase::sql(const std::string& text) const { return execute(name_, text); }

std::string TestDatabase::state() const {
  const ShellOutcome dump = shell("pg_dump --schema-only --no-owner '" + url() + "'");
  EXPECT_EQ(dump.code, 0) << dump.output;
  // Newer releases write a random key into every dump.
  std::istringstream lines(dump.output);
  std::string state;
  for (std::string line; std::getline(lines, line);) {
    if (line.find("restrict ") == std::string::npos) state += line + "\n";
  }
  return state + sql("SELECT string_agg(concat_ws('|', chain, seq, revision, digest, content_hash,"
                     " message, applied_by, progress, down_plan, down_sql), E'\\n' ORDER BY seq)"
                     " FROM retort_ledger");
}

void make_role_with_password(const std::string& password) {
  execute("postgres", "CREATE ROLE keeper LOGIN SUPERUSER PASSWORD '" + password + "'");
  const std::string file = execute("postgres", "SHOW hba_file");
  std::ofstream(file) << "local all keeper scram-sha-256\nlocal all all trust\n";
  execute("postgres", "SELECT pg_reload_conf()");
}

ShellOutcome shell(const std::string& command) {
  ShellOutcome outcome;
  std::FILE* const pipe = popen((command + " 2>&1").c_str(), "r");
  EXPECT_NE(pipe, nullptr);
  if (pipe == nullptr) return outcome;
  char buffer[4096];
  for (std::size_t size = 0; (size = fread(buffer, 1, sizeof buffer, pipe)) > 0;) {
    outcome.output.append(buffer, size);
  }
  const int status = pclose(pipe);
  outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return outcome;
}

ShellOutcome run_psql(const TestDatabase& database, const std::string& script) {
  const auto file = std::filesystem::path(::testing::TempDir()) / (database.name() + ".sql");
  std::ofstream(file) << script;
  ShellOutcome outcome =
      shell("psql -X -q -v ON_ERROR_STOP=1 -f '" + file.string() + "' '" + database.url() + "'");
  std::filesystem::remove(file);
  return outcome;
}

}  // namespace retort::test
