// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include <cstdio>
#include <cstdlib>
#include <retort/postgres.hpp>
#include <server/migrations.hpp>

static_assert(server::migrations::engines.size() == 1);

int main() {
  retort::postgres::Database db;
  const char* url = std::getenv("DATABASE_URL");
  retort::Status status = db.open(url == nullptr ? "" : url);
  if (status.ok()) status = retort::upgrade(db, server::migrations::chain());
  if (!status.ok()) {
    std::printf("%s\n", status.to_string().c_str());
    return 1;
  }
  const retort::Inspection found = retort::inspect(db, server::migrations::chain());
  std::printf("%zu applied, %s\n", found.applied.size(), found.at_head ? "at head" : "not at head");
}
