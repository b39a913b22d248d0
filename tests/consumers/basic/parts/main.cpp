// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Upgrades a database in memory with three chains, and prints their revisions.
#include <acme/shared.hpp>
#include <app/migrations.hpp>
#include <cstdio>
#include <initializer_list>
#include <retort/sqlite.hpp>
#include <store/migrations.hpp>

int shared_count();
int store_count();

int main() {
  retort::sqlite::Database db;
  retort::Status status = db.open(":memory:");
  for (const retort::Chain* chain : {&app::migrations::chain(), &store::migrations::chain(),
                                     &acme::shared::migrations::chain()}) {
    if (status.ok()) status = retort::upgrade(db, *chain);
    if (!status.ok()) {
      std::printf("%s\n", status.to_string().c_str());
      return 1;
    }
    std::printf("%s:", std::string(chain->name).c_str());
    for (std::uint32_t i = 0; i < chain->revision_count; ++i) {
      std::printf(" %s", std::string(chain->revisions[i].id).c_str());
    }
    std::printf("\n");
  }
  std::printf("counted: %d %d\n", store_count(), shared_count());
}
