// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Lock files that cannot be understood.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "chain/lock_file.hpp"
#include "folder.hpp"

namespace retort::compiler::chain {
namespace {

using testing::Folder;
using ::testing::HasSubstr;
using testing::no_diagnostics;

class LockRead : public ::testing::Test {
 protected:
  LockRead() {
    folder.add("a", "");
    folder.lock();
    good = folder.lock_text();
  }

  std::string with(const std::string& text) {
    folder.put("retort.lock", text);
    return folder.check();
  }
  // The good lock with something replaced.
  std::string edited(const std::string& from, const std::string& to) {
    std::string text = good;
    text.replace(text.find(from), from.size(), to);
    return with(text);
  }
  // The first line of what was reported.
  std::string line_of(const std::string& text) { return text.substr(0, text.find('\n')); }

  Folder folder;
  std::string good;
};

TEST_F(LockRead, comments_and_empty_lines_are_passed_over) {
  EXPECT_EQ(with(good + "\n# a comment\n"), no_diagnostics);
  EXPECT_EQ(with(""), no_diagnostics);
}

TEST_F(LockRead, no_lock_at_all) {
  EXPECT_EQ(
      with("hello\n"),
      R"(m/retort.lock:1:1: error: not a lock file: the first line is not '# retort lock 1' [bad-lock-file]
    1 | hello
      | ^~~~~
help: only 'retort lock' writes this file; bring it back:  git restore -- m/retort.lock
)");
}

TEST_F(LockRead, a_newer_format) {
  EXPECT_EQ(line_of(edited("# retort lock 1", "# retort lock 12")),
            "m/retort.lock:1:1: error: format 12 of the lock is unknown: it was written by a newer "
            "retort [bad-lock-file]");
}

TEST_F(LockRead, a_newer_algorithm) {
  EXPECT_EQ(line_of(edited("sha256-tokens-1", "sha256-tokens-2")),
            "m/retort.lock:2:17: error: unknown hash algorithm 'sha256-tokens-2': this line was "
            "written by a newer retort [bad-lock-file]");
}

TEST_F(LockRead, conflict_markers) {
  EXPECT_EQ(
      with("# retort lock 1\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\n"),
      R"(m/retort.lock:2:1: error: git conflict marker: two branches have locked revisions [bad-lock-file]
    2 | <<<<<<< HEAD
      | ^~~~~~~~~~~~
help: if only one of them was released, keep that side and lock again:
help:     git checkout --ours -- m/retort.lock     (or --theirs)
help:     retort rebase <own revision> --onto <released head>  and  retort lock
help: if both were released, keep the lines of both sides, and:  retort merge -m "..."
)");
}

TEST_F(LockRead, bad_words) {
  const auto line = [this](const std::string& from, const std::string& to) {
    return line_of(edited(from, to));
  };
  const std::size_t end = good.find(" file a.sql");
  const std::string marks = good.substr(end - 10, 10);  // "1:1a2b3c4d"
  EXPECT_EQ(line("a sqlite", "a mysql"),
            "m/retort.lock:2:3: error: 'mysql' is no engine [bad-lock-file]");
  EXPECT_EQ(
      line("native", "nativ"),
      "m/retort.lock:2:10: error: 'nativ' is neither 'native' nor 'portable' [bad-lock-file]");
  EXPECT_EQ(line("sha256-tokens-1:", "sha256-tokens-1:x"),
            "m/retort.lock:2:17: error: this is no content hash [bad-lock-file]");
  EXPECT_THAT(line("sha256-chain-1:", "sha256-chain-1:X"),
              HasSubstr("error: this is no chain digest [bad-lock-file]"));
  EXPECT_THAT(line(" " + marks, " 2:" + marks.substr(2)),
              HasSubstr("error: this is no list of statements"));
  EXPECT_THAT(line(" " + marks, " x:"), HasSubstr("error: this is no list of statements"));
  EXPECT_THAT(line(" " + marks, " 99999999999999999999999:"),
              HasSubstr("error: this is no list of statements"));
  EXPECT_THAT(line(" file ", ", file "), HasSubstr("error: this is no list of statements"));
  EXPECT_THAT(line(" file a.sql", ""), HasSubstr("error: line ends before its 'file'"));
  EXPECT_THAT(line("file a.sql", "file "), HasSubstr("error: line without a file name"));
  EXPECT_THAT(line("a sqlite", "a  sqlite"), HasSubstr("error: '' is no engine"));
}

TEST_F(LockRead, a_line_cut_anywhere_is_an_error_or_a_comment_and_never_a_crash) {
  const std::size_t start = good.find("\na ") + 1;
  for (std::size_t end = start + 1; end < good.size() - 2; ++end) {
    folder.put("retort.lock", good.substr(0, end));
    const std::string text = folder.check();
    EXPECT_TRUE(text.find("[bad-lock-file]") != std::string::npos || end + 5 >= good.size())
        << good.substr(start, end - start);
  }
}

TEST_F(LockRead, a_revision_twice) {
  EXPECT_EQ(with(good + good.substr(good.find("\na ") + 1)),
            R"(m/retort.lock:3:1: error: revision 'a' is locked twice [bad-lock-file]
    3 | a sqlite native sha256-tokens-1:2ef0e27c… sha256-chain-1:196efcb0… 1:2ef0e27c file a.sql
      | ^
m/retort.lock:2:1: note: the first line is here
    2 | a sqlite native sha256-tokens-1:2ef0e27c… sha256-chain-1:196efcb0… 1:2ef0e27c file a.sql
      | ^
help: a merge in git may have kept both: delete the line that was never released
)");
}

TEST_F(LockRead, an_engine_twice_on_one_line) {
  const std::size_t begin = good.find("sqlite"), end = good.find("file a.sql");
  const std::string body = good.substr(begin, end - begin);
  EXPECT_THAT(edited("file a.sql", body + "file a.sql"),
              HasSubstr("error: engine 'sqlite' twice on one line"));
}

TEST_F(LockRead, a_bad_lock_is_held_against_nobody) {
  folder.put("a.sql", Folder::migration("", "SELECT 'changed';"));
  folder.options.locked = true;
  const std::string text = with("# retort lock 1\nrubbish\n");
  EXPECT_THAT(text, HasSubstr("[bad-lock-file]"));
  EXPECT_THAT(text, Not(HasSubstr("locked-changed")));
  EXPECT_THAT(text, Not(HasSubstr("not-locked")));
}

TEST_F(LockRead, bad_lines_have_a_limit) {
  std::string text = "# retort lock 1\n";
  for (int i = 0; i < 1000; ++i) text += "rubbish\n";
  folder.put("retort.lock", text);
  EXPECT_EQ(testing::count(folder.check(), "[bad-lock-file]"), 20u);
}

TEST_F(LockRead, a_lock_that_cannot_be_read) {
  folder.files.deny("m/retort.lock", "Permission denied");
  EXPECT_EQ(folder.check(),
            "m/retort.lock:1:1: error: cannot read 'm/retort.lock': Permission "
            "denied [cannot-read]\n");
}

}  // namespace
}  // namespace retort::compiler::chain
