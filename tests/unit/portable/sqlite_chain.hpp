// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A chain of portable revisions, run on an in-memory SQLite as the runtime would.
#pragma once

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <retort/migrate.hpp>
#include <retort/observer.hpp>
#include <retort/sqlite.hpp>

#include <string>
#include <vector>

#include "fixture.hpp"

namespace retort::test {

class SqliteChain {
 public:
  SqliteChain() {
    folder_.options.engines = {Engine::sqlite, Engine::postgres};
    sqlite3_open(":memory:", &database_);
    run("PRAGMA foreign_keys=ON");
  }
  ~SqliteChain() { sqlite3_close(database_); }
  SqliteChain(const SqliteChain&) = delete;
  SqliteChain& operator=(const SqliteChain&) = delete;

  // The next revision; `sections` begins with the up section's statements.
  SqliteChain& add(const std::string& sections) {
    const std::string number = std::to_string(++count_);
    const std::string parent = count_ == 1 ? "" : " r" + std::to_string(count_ - 1);
    folder_.put("000" + number + ".sql", "-- Revision ID: r" + number + "\n-- Revises:" + parent +
                                             "\n-- migrate:up" + sections);
    return *this;
  }

  void compile() {
    compiled_.emplace(folder_.lower());
    ASSERT_EQ(folder_.messages(), "");
  }
  std::string messages() {
    compiled_.emplace(folder_.lower());
    return folder_.messages();
  }

  void up(std::uint32_t revision) { script(body(revision).up); }
  void down(std::uint32_t revision) { script(body(revision).down); }

  // By the runtime, from revision `from` on, on what is there; empty, or what the status says.
  // `stop` interrupts it before that statement.
  std::string upgrade(std::uint32_t from, std::uint32_t stop = UINT32_MAX) {
    struct Stop : Observer {
      std::uint32_t at = 0, seen = 0;
      bool on_statement(const Step&, const Script&, std::uint32_t) override { return seen++ != at; }
    } observer;
    observer.at = stop;
    sqlite::Database database(database_);
    const Chain& chain = compiled_->view();
    Options options;
    const std::string ledger = ask("SELECT count(*) FROM sqlite_schema WHERE name='retort_ledger'");
    if (ledger == "0") {
      options.target = chain.revisions[from - 1].id;
      const Status stamped = stamp(database, chain, options.target, options);
      if (!stamped.ok()) return "stamp: " + stamped.to_string();
    }
    options.target = "head";
    options.observer = &observer;
    const Status status = retort::upgrade(database, chain, options);
    return status.ok() ? std::string() : status.to_string();
  }
  sqlite3* handle() const { return database_; }
  std::uint32_t statements(std::uint32_t revision) const {
    return body(revision).up.statement_count;
  }
  const Script& script_of(std::uint32_t revision, Engine engine) const {
    return find_body(compiled_->view().revisions[revision - 1], engine)->up;
  }
  std::string text(std::uint32_t revision) const {
    std::string text;
    const Script& script = body(revision).up;
    for (std::uint32_t i = 0; i < script.statement_count; ++i) {
      text += text_of(script.statements[i]) + ";\n";
    }
    return text;
  }

  void run(const std::string& sql) {
    char* error = nullptr;
    sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, &error);
    EXPECT_EQ(error, nullptr) << error << "\n" << sql;
    sqlite3_free(error);
  }
  bool fails(const std::string& sql) {
    return sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK;
  }
  // Rows as "a|b", joined by blanks.
  std::string ask(const std::string& sql) {
    std::string text;
    const auto row = [](void* out, int count, char** values, char**) {
      auto& result = *static_cast<std::string*>(out);
      if (!result.empty()) result += " ";
      for (int i = 0; i < count; ++i) {
        result += (i == 0 ? "" : "|") + std::string(values[i] == nullptr ? "NULL" : values[i]);
      }
      return 0;
    };
    char* error = nullptr;
    sqlite3_exec(database_, sql.c_str(), row, &text, &error);
    EXPECT_EQ(error, nullptr) << error << "\n" << sql;
    sqlite3_free(error);
    return text;
  }

  // How often the script of a revision makes a table anew.
  int rebuilds(std::uint32_t revision) const {
    int count = 0;
    const Script& script = body(revision).up;
    for (std::uint32_t i = 0; i < script.statement_count; ++i) {
      count += text_of(script.statements[i]).find("PRAGMA legacy_alter_table=ON") == 0 ? 1 : 0;
    }
    return count;
  }

 private:
  const Body& body(std::uint32_t revision) const {
    return *find_body(compiled_->view().revisions[revision - 1], Engine::sqlite);
  }
  void script(const Script& script) {
    ASSERT_TRUE(script.present);
    if (script.foreign_keys_off) run("PRAGMA foreign_keys=OFF");
    run("BEGIN IMMEDIATE");
    for (std::uint32_t i = 0; i < script.statement_count; ++i) run(text_of(script.statements[i]));
    EXPECT_EQ(ask("PRAGMA foreign_key_check"), "");
    run("COMMIT");
    run("PRAGMA foreign_keys=ON");
  }

  Folder folder_;
  std::optional<compiler::lower::CompiledChain> compiled_;
  sqlite3* database_ = nullptr;
  int count_ = 0;
};

}  // namespace retort::test
