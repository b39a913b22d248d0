// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// SQLite in development, PostgreSQL in production.
#include <both/migrations.hpp>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <retort/postgres.hpp>
#include <retort/sqlite.hpp>
#include <string_view>

namespace {

template <class Database>
retort::Status open(std::unique_ptr<retort::Database>& result, std::string_view url) {
  auto database = std::make_unique<Database>();
  retort::Status status = database->open(url);
  result = std::move(database);
  return status;
}

}  // namespace

int main() {
  const char* url = std::getenv("DATABASE_URL");
  const std::string_view target = url == nullptr ? both::migrations::default_url : url;
  std::unique_ptr<retort::Database> db;
  retort::Status status = target.substr(0, 8) == "postgres"
                              ? open<retort::postgres::Database>(db, target)
                              : open<retort::sqlite::Database>(db, target);
  if (status.ok()) status = retort::upgrade(*db, both::migrations::chain());
  if (!status.ok()) {
    std::printf("%s\n", status.to_string().c_str());
    return 1;
  }
  std::printf("%s is at head\n", std::string(engine_name(db->traits().engine)).c_str());
}
