// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include <app/migrations.hpp>
#include <retort/sqlite.hpp>

#include "print.hpp"

int main() {
  retort::sqlite::Database db;
  retort::Status status = db.open(":memory:");
  if (status.ok()) status = retort::upgrade(db, app::migrations::chain());
  if (!status.ok()) return 1;
  print(app::migrations::chain());
}
