// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The chain as each tool wants it. In: steps; out: files.
#include "folders.hpp"

#include <fstream>

namespace retort::bench {

namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (!file.flush()) die("cannot write " + path.string());
}

std::string script(const Step& step) {
  std::string text;
  for (const std::string& statement : step.up) text += statement + ";\n";
  return text;
}

void retort_folder(const fs::path& root, const std::vector<Step>& steps) {
  std::string parent;
  for (const Step& step : steps) {
    write(root / (step.id + "_step.sql"), "-- Step\n--\n-- Revision ID: " + step.id +
                                              "\n-- Revises: " + parent + "\n\n-- migrate:up\n" +
                                              script(step) + "\n-- migrate:down irreversible\n");
    parent = step.id;
  }
}

void dbmate_folder(const fs::path& root, const std::vector<Step>& steps) {
  for (const Step& step : steps) {
    write(root / "db" / "migrations" / (step.id + "_step.sql"),
          "-- migrate:up\n" + script(step) + "\n-- migrate:down\n");
  }
}

void sql_migrate_folder(const fs::path& root, const std::vector<Step>& steps) {
  write(
      root / "dbconfig.yml",
      "development:\n  dialect: postgres\n  dir: migrations\n  datasource: ${BENCH_DATASOURCE}\n");
  for (const Step& step : steps) {
    write(root / "migrations" / (step.id + "_step.sql"),
          "-- +migrate Up\n" + script(step) + "\n-- +migrate Down\n");
  }
}

void alembic_folder(const fs::path& root, const std::vector<Step>& steps) {
  write(root / "alembic.ini", "[alembic]\nscript_location = scripts\n");
  // The loop of Alembic's own template, without its logging.
  write(root / "scripts" / "env.py",
        "import os\n\nfrom alembic import context\nfrom sqlalchemy import create_engine, pool\n\n"
        "engine = create_engine(os.environ[\"BENCH_URL\"], poolclass=pool.NullPool)\n"
        "with engine.connect() as connection:\n"
        "    context.configure(connection=connection, transaction_per_migration=True)\n"
        "    with context.begin_transaction():\n        context.run_migrations()\n");
  std::string parent = "None";
  for (const Step& step : steps) {
    const std::string id = "'" + step.id + "'";
    std::string text = "from alembic import op\n\nrevision = " + id +
                       "\ndown_revision = " + parent + "\n\n\ndef upgrade():\n";
    for (const std::string& statement : step.up)
      text += "    op.execute(\"\"\"" + statement + "\"\"\")\n";
    write(root / "scripts" / "versions" / (step.id + "_step.py"),
          text + "\n\ndef downgrade():\n    pass\n");
    parent = id;
  }
}

void sqitch_folder(const fs::path& root, const std::vector<Step>& steps) {
  write(root / "sqitch.conf",
        "[core]\n\tengine = pg\n[user]\n\tname = Bench\n\temail = bench@example.org\n");
  std::string plan = "%syntax-version=1.0.0\n%project=app\n\n";
  std::string parent;
  for (const Step& step : steps) {
    plan += "step_" + step.id + parent + " 2024-05-07T09:00:00Z Bench <bench@example.org> # step\n";
    parent = " [step_" + step.id + "]";
    write(root / "deploy" / ("step_" + step.id + ".sql"), "BEGIN;\n" + script(step) + "COMMIT;\n");
  }
  write(root / "sqitch.plan", plan);
}

}  // namespace

bool write_folder(const fs::path& root, const std::string& tool, const std::vector<Step>& steps) {
  if (tool == "retort")
    retort_folder(root / tool, steps);
  else if (tool == "dbmate")
    dbmate_folder(root / tool, steps);
  else if (tool == "sql-migrate")
    sql_migrate_folder(root / tool, steps);
  else if (tool == "alembic")
    alembic_folder(root / tool, steps);
  else if (tool == "sqitch")
    sqitch_folder(root / tool, steps);
  else if (tool == "psql") {
    std::string all;
    for (const Step& step : steps) all += script(step);
    write(root / tool / "all.sql", all);
  } else
    return false;
  return true;
}

}  // namespace retort::bench
