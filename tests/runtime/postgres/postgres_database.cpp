// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
#include "postgres/postgres_database.hpp"

#include <cstdio>
#include <cstdlib>

namespace retort::test {
namespace {

std::string execute(PGconn* connection, const std::string& sql, bool& ok) {
  PGresult* const result = PQexec(connection, sql.c_str());
  const ExecStatusType status = PQresultStatus(result);
  ok = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
  std::string value;
  if (!ok) {
    value = PQresultErrorMessage(result);
  } else if (PQntuples(result) > 0) {
    value = PQgetisnull(result, 0, 0) != 0 ? "NULL" : PQgetvalue(result, 0, 0);
  }
  PQclear(result);
  return value;
}

void administer(const std::string& sql) {
  PGconn* const connection = PQconnectdb(test_cluster().connection_string().c_str());
  PQsetNoticeProcessor(
      connection, [](void*, const char*) {}, nullptr);
  bool ok = false;
  const std::string message = execute(connection, sql, ok);
  EXPECT_TRUE(ok) << sql << ": " << message;
  PQfinish(connection);
}

}  // namespace

PostgresDatabase::PostgresDatabase() {
  static int count = 0;
  name_ = "test_" + std::to_string(++count);
  administer("CREATE SCHEMA " + name_);
  reconnect();
}

void PostgresDatabase::reconnect() {
  PQfinish(connection_);
  connection_ = PQconnectdb(connection_string().c_str());
  EXPECT_EQ(PQstatus(connection_), CONNECTION_OK) << PQerrorMessage(connection_);
}

PostgresDatabase::~PostgresDatabase() {
  PQfinish(connection_);
  administer("DROP SCHEMA " + name_ + " CASCADE");
}

std::unique_ptr<Database> PostgresDatabase::connect() {
  auto database = std::make_unique<postgres::Database>();
  EXPECT_TRUE(is_ok(database->open(connection_string())));
  return database;
}

std::string PostgresDatabase::scalar(const std::string& sql) {
  bool ok = false;
  std::string value = execute(connection_, sql, ok);
  EXPECT_TRUE(ok) << sql << ": " << value;
  return value;
}

void PostgresDatabase::run(const std::string& sql) { (void)scalar(sql); }

bool PostgresDatabase::has_table(const std::string& name) {
  return scalar("SELECT to_regclass('" + name + "') IS NOT NULL") == "t";
}

std::unique_ptr<TestDatabase> make_postgres_database() {
  return std::make_unique<PostgresDatabase>();
}

}  // namespace retort::test
