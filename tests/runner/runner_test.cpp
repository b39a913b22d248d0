// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The case runner itself, run against a shell script instead of the tool.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "case_file.hpp"
#include "run_case.hpp"
#include "text.hpp"

namespace retort::cases {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

TEST(Text, UnescapesWhatItEscapes) {
  const std::string odd(
      "\xEF\xBB\xBF"
      "a\\b\r\n\0\x7F\xFFé",
      13);
  EXPECT_EQ(unescape(escape(odd)), odd);
  EXPECT_EQ(unescape("\\0\\x41\\t"), std::string("\0A\t", 3));
  EXPECT_FALSE(unescape("\\q"));
  EXPECT_FALSE(unescape("\\x4"));
  EXPECT_FALSE(unescape("\\"));
}

TEST(Text, KnowsWhatShowsBadly) {
  EXPECT_FALSE(needs_escape("plain\n\ttext é …\n"));
  EXPECT_TRUE(needs_escape("\r\n"));
  EXPECT_TRUE(needs_escape("\xFF"));
  EXPECT_TRUE(needs_escape("\xE2\x82"));
  EXPECT_TRUE(needs_escape("\xED\xA0\x80"));
  EXPECT_TRUE(needs_escape("\xF4\x90\x80\x80"));
  EXPECT_TRUE(needs_escape(std::string_view("\0", 1)));
}

TEST(Text, SplitsWordsAtSpacesOutsideQuotes) {
  const auto words = split_words("check  'a b' -m\"x y\" ''");
  ASSERT_TRUE(words);
  EXPECT_THAT(*words, testing::ElementsAre("check", "a b", "-mx y", ""));
  EXPECT_FALSE(split_words("a 'b"));
}

TEST(Text, PatternsMatchWithinTheirLineOnly) {
  EXPECT_TRUE(line_matches("retort {{[0-9.]+}} (x)", "retort 0.1.0 (x)"));
  EXPECT_FALSE(line_matches("retort {{[0-9.]+}}", "retort x"));
  EXPECT_TRUE(text_matches("a {{.*}}\nb\n", "a c\nb\n"));
  EXPECT_FALSE(text_matches("a {{.*}}\n", "a c\nb\n"));
  EXPECT_FALSE(text_matches("a {{.*}}\n", "a c"));
}

TEST(Text, UpdateKeepsPatternsThatStillMatch) {
  EXPECT_EQ(keep_patterns("v {{[0-9]+}}\nold\n", "new\nv 7\n"), "new\nv {{[0-9]+}}\n");
  EXPECT_EQ(keep_patterns("v {{[a-z]+}}\n", "v 7\n"), "v 7\n");
}

TEST(Text, ShowsADifferenceByLine) {
  EXPECT_EQ(difference("a\nb\nc\n", "a\nx\nc\n"), "  a\n- b\n+ x\n  c\n");
}

std::string error_of(std::string_view text) {
  CaseFile file;
  return parse_case(text, file);
}

TEST(CaseFile, RefusesWhatItDoesNotUnderstand) {
  EXPECT_EQ(error_of("-- --- fiel a\n-- --- retort\n"), "1: unknown mark 'fiel'");
  EXPECT_EQ(error_of("-- --- file\n"), "1: wrong number of words behind 'file'");
  EXPECT_EQ(error_of("-- --- file /etc/passwd\n"), "1: path leaves the folder");
  EXPECT_EQ(error_of("-- --- file a/../../b\n"), "1: path leaves the folder");
  EXPECT_EQ(error_of("-- --- rename a ../b\n"), "1: path leaves the folder");
  EXPECT_EQ(error_of("-- --- stdout\n"), "1: expectation before the first step");
  EXPECT_EQ(error_of("-- --- retort\n-- --- exit one\n"), "2: not a number");
  EXPECT_EQ(error_of("-- --- retort\ntext\n"), "1: 'retort' takes no content");
  EXPECT_EQ(error_of("-- --- retort\n-- --- stdout (raw)\n"), "2: unknown word '(raw)'");
  EXPECT_EQ(error_of("-- --- retort\n-- --- stdout (escaped)\n\\q\n"),
            "2: bad escape in the content");
  EXPECT_EQ(error_of("just text\n"), "1: no step: '-- --- retort …' is missing");
}

TEST(CaseFile, ReadsContentAsBytes) {
  CaseFile file;
  ASSERT_EQ(parse_case("intro\n"
                       "-- --- file a.sql (escaped) (no-newline)\n"
                       "\\xEF\\xBB\\xBFx\\r\n"
                       "\n"
                       "-- --- retort check 'a b'\n"
                       "-- --- stdout\n",
                       file),
            "");
  EXPECT_EQ(file.intro, "intro\n");
  ASSERT_EQ(file.marks.size(), 3u);
  EXPECT_EQ(file.marks[0].content, "\xEF\xBB\xBFx\r\n");
  EXPECT_THAT(file.marks[1].words, testing::ElementsAre("check", "a b"));
}

TEST(CaseFile, WrittenContentReadsBackTheSame) {
  for (const std::string& content :
       {std::string(), std::string("a\n"), std::string("a"), std::string("a\r\n"),
        std::string("\0\xFF", 2), std::string("-- --- stdout\n")}) {
    CaseFile written, read;
    ASSERT_EQ(parse_case("-- --- retort\n", written), "");
    written.marks.push_back(make_content_mark(Verb::expect_stdout, "stdout", content));
    ASSERT_EQ(parse_case(render_case(written), read), "") << render_case(written);
    ASSERT_EQ(read.marks.size(), 2u);
    EXPECT_EQ(read.marks[1].content, content);
  }
}

// A "tool" and case files in a folder of their own.
class RunCase : public testing::Test {
 protected:
  RunCase() {
    std::string pattern = (fs::temp_directory_path() / "retort-runner-XXXXXX").string();
    directory_ = mkdtemp(pattern.data());
    options_.tool = put("tool.sh",
                        "#!/bin/sh\n"
                        "case $1 in\n"
                        "cat) cat \"$2\" ;;\n"
                        "fail) echo 'x.sql:1:1: error: it broke [broken]' >&2; exit 3 ;;\n"
                        "where) pwd ;;\n"
                        "make) echo made > made.txt ;;\n"
                        "crash) kill -SEGV $$ ;;\n"
                        "env) echo \"$GREETING\" ;;\n"
                        "esac\n");
    fs::permissions(options_.tool, fs::perms::owner_all);
  }
  ~RunCase() override { fs::remove_all(directory_); }

  std::string put(const std::string& name, const std::string& text) {
    std::ofstream(directory_ / name, std::ios::binary) << text;
    return (directory_ / name).string();
  }
  std::string run(const std::string& name, const std::string& text) {
    return run_case(put(name, text), options_).failure;
  }
  std::string read(const std::string& name) {
    std::ostringstream text;
    text << std::ifstream(directory_ / name, std::ios::binary).rdbuf();
    return text.str();
  }

  fs::path directory_;
  RunOptions options_;
};

TEST_F(RunCase, HoldsWhenEverythingIsAsExpected) {
  EXPECT_EQ(run("steps.sql",
                "-- --- file d/a.txt\none\n"
                "-- --- retort cat d/a.txt\n-- --- stdout\none\n"
                "-- --- file d/a.txt\ntwo\n"
                "-- --- rename d/a.txt d/b.txt\n"
                "-- --- retort cat d/b.txt\n-- --- stdout\ntwo\n"
                "-- --- env GREETING=hello\n"
                "-- --- retort env\n-- --- stdout\nhello\n"
                "-- --- retort make\n-- --- result made.txt\nmade\n-- --- absent other.txt\n"
                "-- --- retort where\n-- --- stdout\n<dir>\n"),
            "");
}

TEST_F(RunCase, TellsWhatDiffers) {
  EXPECT_EQ(run("a.sql", "-- --- file a\nx\n-- --- retort cat a\n-- --- stdout\ny\n"),
            "line 3: retort cat a\nstdout differs:\n- y\n+ x\n");
  EXPECT_THAT(run("fail_b.sql", "-- --- retort fail\n"),
              HasSubstr("exit code 3, expected 0\nstderr differs:\n+ x.sql:1:1: error"));
  EXPECT_THAT(run("c.sql", "-- --- retort make\n-- --- absent made.txt\n"),
              HasSubstr("made.txt is there and should not be"));
  EXPECT_THAT(run("d.sql", "-- --- retort where\n-- --- stdout\n<dir>\n-- --- result x\n"),
              HasSubstr("x is not there"));
}

TEST_F(RunCase, ACrashIsNeverExpected) {
  EXPECT_THAT(run("fail_a.sql", "-- --- retort crash\n-- --- exit 139\n"), HasSubstr("signal 11"));
}

TEST_F(RunCase, AToolThatCannotBeRunIsNeverExpected) {
  options_.tool = (directory_ / "missing").string();
  options_.update = true;
  const std::string text = "-- --- retort check\n-- --- exit 127\n";
  EXPECT_EQ(run("fail_a.sql", text),
            "line 1: retort check\ncannot run the tool: No such file or directory\n");
  EXPECT_EQ(read("fail_a.sql"), text);
}

TEST_F(RunCase, TheNameTellsWhetherAStepFails) {
  const std::string failing =
      "-- --- retort fail\n-- --- exit 3\n-- --- stderr\nx.sql:1:1: error: it broke [broken]\n";
  EXPECT_EQ(run("fail_a.sql", failing), "");
  EXPECT_THAT(run("a.sql", failing), HasSubstr("must begin with 'fail_'"));
  EXPECT_THAT(run("fail_b.sql", "-- --- retort make\n"), HasSubstr("must not begin with 'fail_'"));
}

TEST_F(RunCase, AnUnreadableFileIsUnreadableForRootToo) {
  EXPECT_THAT(run("fail_a.sql", "-- --- file a\nx\n-- --- mode 000 a\n-- --- retort cat a\n"),
              HasSubstr("Permission denied"));
}

TEST_F(RunCase, UpdateRewritesTheExpectedPartOnly) {
  options_.update = true;
  const std::string kept = "why\n-- --- file a (escaped)\n\\x41\n";
  const std::string path = put("fail_a.sql", kept + "-- --- retort cat a\n-- --- exit 9\n" +
                                                 "-- --- retort where\n-- --- stdout\n{{.*}}\n" +
                                                 "-- --- retort fail\n");
  const CaseOutcome outcome = run_case(path, options_);
  EXPECT_EQ(outcome.failure, "");
  EXPECT_TRUE(outcome.rewritten);
  EXPECT_EQ(read("fail_a.sql"), kept +
                                    "-- --- retort cat a\n-- --- stdout\nA\n"
                                    "-- --- retort where\n-- --- stdout\n{{.*}}\n"
                                    "-- --- retort fail\n-- --- exit 3\n-- --- stderr\n"
                                    "x.sql:1:1: error: it broke [broken]\n");
  EXPECT_FALSE(run_case(path, options_).rewritten);
}

}  // namespace
}  // namespace retort::cases
