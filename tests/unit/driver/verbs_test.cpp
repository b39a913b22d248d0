// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The verbs over folders in memory. What they print, byte for byte, is in tests/cases/driver.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <stdexcept>

#include "run.hpp"

namespace retort::test {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

class Verbs : public ::testing::Test {
 protected:
  Verbs() { setenv("SOURCE_DATE_EPOCH", "1715073000", 1); }
  ~Verbs() override { unsetenv("SOURCE_DATE_EPOCH"); }

  void put(const std::string& name, const std::string& text) {
    files_.put("migrations/" + name, text);
  }
  // a1 <- b2 <- d4, a1 <- c3: two heads.
  void put_two_heads() {
    put("0001_a.sql", migration("a1", ""));
    put("0002_b.sql", migration("b2", "a1"));
    put("0003_c.sql", migration("c3", "a1"));
    put("0004_d.sql", migration("d4", "b2"));
  }
  std::string text(const std::string& name) {
    return files_.read("migrations/" + name).value.value_or("<missing>");
  }
  Outcome run(const std::vector<std::string>& words) { return run_tool(files_, words); }

  compiler::source::MemoryFileSystem files_;
};

TEST_F(Verbs, CheckSaysWhatWasProved) {
  put("0001_a.sql", migration("a1", ""));
  const Outcome outcome = run({"check"});
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.out, "migrations: 1 revision, head a1, sqlite: proved up, down, up\n");
  EXPECT_EQ(run({"check", "--verify=none"}).out,
            "migrations: 1 revision, head a1, sqlite: not proved\n");
}

TEST_F(Verbs, CheckFailsOnTwoHeads) {
  put_two_heads();
  const Outcome outcome = run({"check"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("[multiple-heads]"));
}

TEST_F(Verbs, ReadingWorksOnTwoHeads) {
  put_two_heads();
  const Outcome heads = run({"heads"});
  EXPECT_EQ(heads.code, 0);
  EXPECT_EQ(heads.out, "c3 (head)\nd4 (head)\n");
  EXPECT_THAT(heads.err, HasSubstr("[multiple-heads]"));
  EXPECT_THAT(run({"history"}).out, HasSubstr("<base> -> a1 (branchpoint), Make a1\n"));
  EXPECT_EQ(run({"branches"}).out, "a1 (branchpoint)\n   -> b2\n   -> c3 (head)\n\n");
  const Outcome show = run({"show", "head"});
  EXPECT_EQ(show.code, 1);
  EXPECT_THAT(show.err, HasSubstr("the chain has 2 heads, name one of them: c3, d4"));
}

TEST_F(Verbs, ReadingFailsWhereNothingWasUnderstood) {
  EXPECT_EQ(run({"history"}).code, 1);
  EXPECT_EQ(run({"heads"}).out, "");
}

TEST_F(Verbs, ReadingVerbsKeepWarningsToThemselves) {
  put("0001_a.sql",
      "-- A\n-- Revision ID: a1\n-- Revises:\n\n-- migrate:up\nCREATE TABLE a (x);\n");
  EXPECT_EQ(run({"history"}).err, "");
}

TEST_F(Verbs, MergeJoinsTheHeads) {
  put_two_heads();
  const Outcome outcome = run({"merge", "-m", "Join", "--rev-id", "e5"});
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.out, "Generating migrations/0005_join.sql ...  done\n");
  EXPECT_THAT(text("0005_join.sql"),
              HasSubstr("\n-- Revises: c3, d4\n-- Create Date: 2024-05-07 09:10\n"));
  EXPECT_EQ(run({"check"}).code, 0);
  const Outcome again = run({"merge", "-m", "Join"});
  EXPECT_EQ(again.code, 1);
  EXPECT_THAT(again.err, HasSubstr("nothing to merge: the chain has one head, e5"));
}

TEST_F(Verbs, MergeRefusesARevisionAndItsAncestor) {
  put_two_heads();
  const Outcome outcome = run({"merge", "-m", "Join", "d4", "a1"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("'a1' is part of 'd4' already"));
}

TEST_F(Verbs, RebasePutsOneBehindTheOther) {
  put_two_heads();
  const Outcome outcome = run({"rebase", "c3", "--onto", "d4"});
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.out, "migrations/0003_c.sql: Revises: a1 -> d4\n");
  EXPECT_EQ(text("0003_c.sql"), migration("c3", "d4"));
  EXPECT_EQ(run({"check"}).code, 0);
  EXPECT_EQ(run({"rebase", "c3", "--onto", "d4"}).out,
            "migrations/0003_c.sql revises d4 already\n");
}

TEST_F(Verbs, RebaseMendsAnUnknownParent) {
  put("0001_a.sql", migration("a1", ""));
  put("0002_b.sql", migration("b2", "gone"));
  EXPECT_EQ(run({"rebase", "b2", "--onto", "a1"}).out,
            "migrations/0002_b.sql: Revises: gone -> a1\n");
  EXPECT_EQ(run({"check"}).code, 0);
}

TEST_F(Verbs, RebaseRefusesCycles) {
  put_two_heads();
  EXPECT_THAT(run({"rebase", "a1", "--onto", "d4"}).err,
              HasSubstr("revision 'd4' is behind 'a1': the move would close a cycle"));
  EXPECT_THAT(run({"rebase", "a1", "--onto", "a1"}).err, HasSubstr("cannot revise itself"));
  EXPECT_THAT(run({"rebase", "d4", "--onto", "base"}).err, HasSubstr("'base' is the place before"));
  EXPECT_EQ(text("0001_a.sql"), migration("a1", ""));
}

TEST_F(Verbs, RebaseRefusesLockedRevisions) {
  put("0001_a.sql", migration("a1", ""));
  put("0002_b.sql", migration("b2", "a1"));
  ASSERT_EQ(run({"lock"}).code, 0);
  put("0003_c.sql", migration("c3", "a1"));
  const Outcome outcome = run({"rebase", "b2", "--onto", "c3"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("revision 'b2' is locked"));
  EXPECT_EQ(text("0002_b.sql"), migration("b2", "a1"));
  EXPECT_EQ(run({"rebase", "c3", "--onto", "b2"}).code, 0);
}

TEST_F(Verbs, RevisionBeginsAChain) {
  EXPECT_EQ(run({"revision", "-m", "Create it", "--rev-id=a1"}).out,
            "Generating migrations/0001_create_it.sql ...  done\n");
  EXPECT_THAT(text("0001_create_it.sql"), HasSubstr("\n-- Revises:\n"));
}

TEST_F(Verbs, AFolderThatCannotBeReadIsNotEmpty) {
  put("0001_a.sql", migration("a1", ""));
  files_.deny("migrations/0001_a.sql", "Permission denied");
  const Outcome outcome = run({"revision", "-m", "x"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("Permission denied"));
  files_.deny("migrations", "Permission denied");
  EXPECT_EQ(run({"revision", "-m", "x"}).code, 1);
  EXPECT_EQ(text("0001_x.sql"), "<missing>");
}

TEST_F(Verbs, RevisionTrimsItsMessage) {
  EXPECT_EQ(run({"revision", "-m", "  Create it  ", "--rev-id=a1"}).code, 0);
  EXPECT_EQ(text("0001_create_it.sql").substr(0, 13), "-- Create it\n");
  EXPECT_THAT(run({"revision", "-m", "   "}).err, HasSubstr("needs a message"));
}

TEST_F(Verbs, RevisionFollowsTheHead) {
  put("20240506_01_a.sql", migration("a1", ""));
  EXPECT_EQ(run({"revision", "-m", "Add b"}).out,
            "Generating migrations/20240507_01_add_b.sql ...  done\n");
  EXPECT_THAT(text("20240507_01_add_b.sql"), HasSubstr("\n-- Revises: a1\n"));
  EXPECT_EQ(run({"check"}).code, 0);
}

TEST_F(Verbs, RevisionChecksBeforeItWrites) {
  put("0001_a.sql", migration("a1", ""));
  EXPECT_THAT(run({"revision", "-m", "x", "--rev-id=a1"}).err,
              HasSubstr("revision 'a1' exists already: migrations/0001_a.sql"));
  EXPECT_THAT(run({"revision", "-m", "x", "--rev-id=a b"}).err, HasSubstr("is not a revision id"));
  EXPECT_THAT(run({"revision", "-m", "x\ny"}).err, HasSubstr("is not one line of text"));
  EXPECT_THAT(run({"revision", "-m", "Revises: b"}).err,
              HasSubstr("would be read as something else"));
  EXPECT_THAT(run({"revision"}).err, HasSubstr("'revision' needs a message (-m)"));
  EXPECT_EQ(files_.list("migrations").value->size(), 1u);
}

TEST_F(Verbs, RevisionAsksForAHeadWhereThereAreTwo) {
  put_two_heads();
  EXPECT_THAT(run({"revision", "-m", "x"}).err, HasSubstr("the chain has 2 heads: c3, d4"));
  EXPECT_THAT(run({"revision", "-m", "x", "--head=b2"}).err, HasSubstr("'b2' is no head"));
  EXPECT_EQ(run({"revision", "-m", "x", "--head=c3"}).code, 0);
  EXPECT_THAT(text("0005_x.sql"), HasSubstr("\n-- Revises: c3\n"));
}

TEST_F(Verbs, WritingRefusesAChainThatIsNotUnderstood) {
  put("0001_a.sql", migration("a1", ""));
  put("0002_b.sql", migration("b2", "gone"));
  for (const auto& words :
       std::vector<std::vector<std::string>>{{"revision", "-m", "x"}, {"merge", "-m", "x"}}) {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.code, 1);
    EXPECT_THAT(outcome.err, HasSubstr("[unknown-revision]"));
    EXPECT_THAT(outcome.err, EndsWith("nothing was written\n"));
  }
  put("0003_c.sql", migration("a1", "b2"));
  EXPECT_THAT(run({"rebase", "b2", "--onto", "a1"}).err, EndsWith("nothing was changed\n"));
}

TEST_F(Verbs, NumberedLayoutKeepsItsPairs) {
  put("0001_a.up.sql", "CREATE TABLE a (x int);\n");
  put("0001_a.down.sql", "DROP TABLE a;\n");
  EXPECT_EQ(run({"revision", "--layout=numbered", "-m", "Add b"}).out,
            "Generating migrations/0002_add_b.up.sql ...  done\n"
            "Generating migrations/0002_add_b.down.sql ...  done\n");
  EXPECT_THAT(run({"rebase", "--layout=numbered", "2", "--onto", "1"}).err,
              HasSubstr("the file names make the order"));
  EXPECT_THAT(run({"revision", "--layout=numbered", "-m", "x", "--rev-id=9"}).err,
              HasSubstr("takes the id from the file's number"));
}

TEST_F(Verbs, LockAppendsAndRefuses) {
  put("0001_a.sql", migration("a1", ""));
  EXPECT_EQ(run({"lock"}).out, "locked a1, Make a1\n1 revision added to migrations/retort.lock\n");
  const std::string before = text("retort.lock");
  EXPECT_EQ(run({"lock"}).out, "nothing to lock: migrations/retort.lock holds every revision\n");
  EXPECT_EQ(text("retort.lock"), before);
  put("0002_b.sql", migration("b2", "gone"));
  const Outcome outcome = run({"lock"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, EndsWith("nothing was locked\n"));
  EXPECT_EQ(text("retort.lock"), before);
  put("0002_b.sql", migration("b2", "a1"));
  EXPECT_EQ(run({"lock"}).out, "locked b2, Make b2\n1 revision added to migrations/retort.lock\n");
  EXPECT_EQ(text("retort.lock").compare(0, before.size(), before), 0) << "what is there stays";
}

// A disk that breaks in a way that nobody foresaw.
class BrokenFiles final : public compiler::source::FileSystem {
 public:
  compiler::source::FileKind kind(const std::string&) override { throw std::runtime_error("boom"); }
  compiler::source::Result<std::string> read(const std::string&) override {
    throw std::runtime_error("boom");
  }
  compiler::source::Result<std::vector<compiler::source::DirectoryEntry>> list(
      const std::string&) override {
    throw std::runtime_error("boom");
  }
  std::string write(const std::string&, std::string_view) override {
    throw std::runtime_error("boom");
  }
  std::string remove(const std::string&) override { throw std::runtime_error("boom"); }
};

TEST_F(Verbs, ABugOfOursSaysSo) {
  BrokenFiles broken;
  const Outcome outcome = run_tool(broken, {"check"});
  EXPECT_EQ(outcome.code, 70);
  EXPECT_THAT(outcome.err,
              HasSubstr("retort: internal error: boom\nthis is a bug in retort 0.1.0;"));
}

TEST_F(Verbs, DiagnosticsInOtherForms) {
  put_two_heads();
  EXPECT_THAT(run({"check", "--diagnostics=json"}).err, HasSubstr("\"name\":\"multiple-heads\""));
  EXPECT_THAT(run({"check", "--diagnostics=msvc"}).err, HasSubstr(": error multiple-heads: "));
  EXPECT_THAT(run({"check", "--color=always"}).err, HasSubstr("\x1b[1;31merror"));
  EXPECT_THAT(run({"check", "--color=never"}).err, Not(HasSubstr("\x1b[")));
}

}  // namespace
}  // namespace retort::test
