// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Coming from Alembic, with the real one: it makes and fills a database from the project in
// alembic/, writes its history as SQL, and the command line of that chain takes the database over.
// On SQLite and on PostgreSQL. And the repository's own chain, on a database that Alembic brought
// to its first revisions.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "folder_chain.hpp"
#include "postgres_server.hpp"

namespace retort::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// A database of one engine, by URL.
class Target {
 public:
  virtual ~Target() = default;
  virtual Engine engine() const = 0;
  virtual std::string url() const = 0;
  virtual std::string sql(const std::string& text) = 0;
  virtual bool has_ledger() = 0;
};

class SqliteTarget final : public Target {
 public:
  explicit SqliteTarget(const std::filesystem::path& folder) : path_(folder / "app.db") {}
  Engine engine() const override { return Engine::sqlite; }
  std::string url() const override { return "sqlite:///" + path_.string(); }
  std::string sql(const std::string& text) override {
    sqlite3* connection = nullptr;
    EXPECT_EQ(sqlite3_open(path_.c_str(), &connection), SQLITE_OK);
    std::string value;
    char* error = nullptr;
    const auto first = [](void* result, int, char** row, char**) {
      auto& text_of = *static_cast<std::string*>(result);
      if (text_of.empty() && row[0] != nullptr) text_of = row[0];
      return 0;
    };
    EXPECT_EQ(sqlite3_exec(connection, text.c_str(), first, &value, &error), SQLITE_OK)
        << text << ": " << (error == nullptr ? "" : error);
    sqlite3_free(error);
    sqlite3_close(connection);
    return value;
  }
  bool has_ledger() override {
    return !sql("SELECT 1 FROM sqlite_master WHERE name = 'retort_ledger'").empty();
  }

 private:
  std::filesystem::path path_;
};

class PostgresTarget final : public Target {
 public:
  Engine engine() const override { return Engine::postgres; }
  std::string url() const override { return database_.url(); }
  std::string sql(const std::string& text) override { return database_.sql(text); }
  bool has_ledger() override {
    return sql("SELECT to_regclass('retort_ledger') IS NOT NULL") == "t";
  }

 private:
  TestDatabase database_;
};

class FromAlembic : public ::testing::TestWithParam<Engine> {
 protected:
  FromAlembic() {
    unsetenv("DATABASE_URL");
    folder_ = std::filesystem::path(::testing::TempDir()) /
              ("retort_alembic_" + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    if (GetParam() == Engine::sqlite) {
      target_ = std::make_unique<SqliteTarget>(folder_);
    } else {
      target_ = std::make_unique<PostgresTarget>();
    }
  }
  ~FromAlembic() override { std::filesystem::remove_all(folder_); }

  std::string alembic(const std::string& words, const std::string& project = ALEMBIC_PROJECT) {
    const ShellOutcome outcome = shell("PYTHONDONTWRITEBYTECODE=1 DATABASE_URL='" + target_->url() +
                                       "' alembic -c '" + project + "/alembic.ini' " + words);
    EXPECT_EQ(outcome.code, 0) << outcome.output;
    return outcome.output;
  }

  // The chain that Alembic's scripts are.
  std::unique_ptr<FolderChain> scripts() {
    const std::string up = alembic("upgrade base:head --sql");
    const std::string down = alembic("downgrade head:base --sql");
    return std::make_unique<FolderChain>(Files{{"upgrade.sql", up}, {"downgrade.sql", down}},
                                         std::vector<Engine>{GetParam()}, std::string(),
                                         "alembic-sql");
  }

  CliOutcome run(const FolderChain& chain, std::vector<std::string> words) {
    words.push_back("--url=" + target_->url());
    return run_cli(chain.view(), words);
  }

  void insert_rows() {
    for (const char* id : {"t1", "t2", "t3"}) {
      target_->sql("INSERT INTO transcripts (id, org_id, title, notes) VALUES ('" +
                   std::string(id) + "', 'o1', 'Monday', 'mine')");
      target_->sql("INSERT INTO segments (transcript_id, segment_id, t0, t1, text) VALUES ('" +
                   std::string(id) + "', 's1', 0, 1, 'one two three')");
    }
    target_->sql("INSERT INTO users VALUES ('u1', 'a@example.org', 'writer')");
  }
  std::string rows() {
    return target_->sql("SELECT count(*) FROM transcripts WHERE notes = 'mine'") + "," +
           target_->sql("SELECT count(*) FROM segments WHERE text = 'one two three'") + "," +
           target_->sql("SELECT role FROM users WHERE id = 'u1'");
  }

  std::filesystem::path folder_;
  std::unique_ptr<Target> target_;
};

TEST_P(FromAlembic, InTwoCommands) {
  alembic("upgrade c83d20f6a19e");
  insert_rows();
  const auto chain = scripts();
  CliOutcome outcome = run(*chain, {"upgrade"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("was migrated by Alembic"));
  EXPECT_THAT(outcome.err, HasSubstr("app-migrate upgrade --adopt"));
  EXPECT_FALSE(target_->has_ledger());

  outcome = run(*chain, {"upgrade", "--adopt"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("took over 3 revisions from Alembic"));
  EXPECT_THAT(outcome.err, Not(HasSubstr("not compared")));
  EXPECT_THAT(outcome.err, HasSubstr("Running upgrade c83d20f6a19e -> 1fa7704be6d3"));
  EXPECT_EQ(rows(), "3,3,writer");
  EXPECT_EQ(target_->sql("SELECT min(words) FROM segments"), "3");
  EXPECT_EQ(run(*chain, {"current"}).out, "94e6b8d2057c (head)\n");
  EXPECT_EQ(run(*chain, {"check"}).code, 0);
  outcome = run(*chain, {"verify", "--strict"});
  EXPECT_EQ(outcome.code, 0) << outcome.out << outcome.err;
  EXPECT_EQ(outcome.out, "the schema is that of the chain at '94e6b8d2057c'\n");

  // Alembic's table is as it was, and its downs are ours.
  EXPECT_EQ(target_->sql("SELECT version_num FROM alembic_version"), "c83d20f6a19e");
  outcome = run(*chain, {"downgrade", "20240507_01_baseline"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(target_->sql("SELECT count(*) FROM transcripts"), "3");
  EXPECT_EQ(run(*chain, {"verify"}).code, 0);
}

TEST_P(FromAlembic, AnotherSchemaIsNotTakenOver) {
  alembic("upgrade c83d20f6a19e");
  insert_rows();
  target_->sql("ALTER TABLE transcripts DROP COLUMN status");
  target_->sql("CREATE TABLE extra (x integer)");
  target_->sql("ALTER TABLE segments ADD COLUMN words integer");
  const auto chain = scripts();
  const CliOutcome outcome = run(*chain, {"upgrade", "--adopt"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("nothing was written: the chain has another schema there"));
  EXPECT_THAT(outcome.err, HasSubstr("note: table 'transcripts': column 'status' is missing\n"));
  EXPECT_THAT(outcome.err, HasSubstr("note: table 'segments': column 'words' is not expected\n"));
  EXPECT_THAT(outcome.err, Not(HasSubstr("'extra'")));  // another program's
  EXPECT_THAT(outcome.err, HasSubstr("app-migrate stamp c83d20f6a19e"));
  EXPECT_FALSE(target_->has_ledger());
}

TEST_P(FromAlembic, ADatabaseThatIsFurtherThanItSays) {
  alembic("upgrade head");
  target_->sql("UPDATE alembic_version SET version_num = '5b1e9c04d7f2'");
  const CliOutcome outcome = run(*scripts(), {"upgrade", "--adopt"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("note: table 'users' is not expected\n"));
  EXPECT_FALSE(target_->has_ledger());
}

// The chain in migrations/, of which a project of Alembic has the beginning.
TEST_P(FromAlembic, TheRealChainIsTakenOver) {
  Files files;
  for (const auto& entry : std::filesystem::directory_iterator(REAL_CHAIN)) {
    files[entry.path().filename().string()] = read(entry.path());
  }
  const FolderChain real(files, {Engine::sqlite, Engine::postgres});
  ASSERT_GT(real.view().revision_count, 3u);
  std::filesystem::create_directories(folder_ / "versions");
  for (const char* file : {"alembic.ini", "env.py"}) {
    std::filesystem::copy_file(std::filesystem::path(ALEMBIC_PROJECT) / file, folder_ / file);
  }
  std::string parent = "None";
  for (std::uint32_t r = 0; r < 3; ++r) {
    const Revision& revision = real.view().revisions[r];
    const std::string id = "'" + std::string(revision.id) + "'";
    std::ofstream version(folder_ / "versions" / (std::to_string(r) + ".py"));
    version << "from alembic import op\nrevision = " << id << "\ndown_revision = " << parent
            << "\n\n\ndef upgrade():\n";
    const Script& up = find_body(revision, GetParam())->up;
    for (std::uint32_t i = 0; i < up.statement_count; ++i) {
      version << "    op.execute(r'''" << up.statements[i].chunks[0] << "''')\n";
    }
    parent = id;
  }
  alembic("upgrade head", folder_.string());
  target_->sql("INSERT INTO transcripts (id, org_id, title) VALUES ('t1', 'o1', 'Monday')");
  target_->sql("INSERT INTO actions (id, transcript_id, text) VALUES ('a1', 't1', 'call them')");
  CliOutcome outcome = run(real, {"upgrade", "--adopt"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("took over 3 revisions from Alembic"));
  EXPECT_THAT(outcome.err, Not(HasSubstr("not compared")));
  EXPECT_EQ(target_->sql("SELECT title FROM transcripts WHERE id = 't1'"), "Monday");
  EXPECT_EQ(target_->sql("SELECT text FROM actions WHERE transcript_id = 't1'"), "call them");
  outcome = run(real, {"verify", "--strict"});
  EXPECT_EQ(outcome.code, 0) << outcome.out << outcome.err;
}

INSTANTIATE_TEST_SUITE_P(Engines, FromAlembic, ::testing::Values(Engine::sqlite, Engine::postgres),
                         [](const auto& engine) { return std::string(engine_name(engine.param)); });

}  // namespace
}  // namespace retort::test
