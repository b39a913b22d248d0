// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include "retort/progress.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace retort {
namespace {

using ::testing::HasSubstr;

class Progress : public ::testing::Test {
 protected:
  Progress() : file_(std::tmpfile()) {}
  ~Progress() override { std::fclose(file_); }

  std::string text() {
    std::string text(static_cast<std::size_t>(std::ftell(file_)), '\0');
    std::rewind(file_);
    text.resize(std::fread(text.data(), 1, text.size(), file_));
    return text;
  }

  static Step step(std::uint32_t index, std::string_view from, std::string_view id) {
    Step step;
    step.index = index;
    step.count = 2;
    step.from = from;
    step.id = id;
    step.message = "make it";
    return step;
  }

  void run(ProgressBar& bar) {
    bar.on_run(Direction::upgrade, 2, 4);
    for (const Step& current : {step(0, "", "a1"), step(1, "a1", "b2")}) {
      bar.on_step(current);
      for (std::uint32_t i = 0; i < 2; ++i) {
        EXPECT_TRUE(bar.on_statement(current, Script{}, i));
        bar.on_statement_done(current, Script{}, i, 10);
      }
      bar.on_step_done(current, 20);
    }
  }

  std::FILE* file_;
};

TEST_F(Progress, LinesInAlembicsWords) {
  ProgressBar bar(file_);  // no terminal
  run(bar);
  bar.finish();
  EXPECT_EQ(text(), "Running upgrade  -> a1, make it\nRunning upgrade a1 -> b2, make it\n");
}

TEST_F(Progress, DowngradesRunTheOtherWay) {
  Step down = step(0, "a1", "b2");
  down.direction = Direction::downgrade;
  EXPECT_EQ(running_line(down), "Running downgrade b2 -> a1, make it");
  down.from = "";
  EXPECT_EQ(running_line(down), "Running downgrade b2 -> , make it");
}

TEST_F(Progress, TheBarIsFullAtTheEndAndEndsItsLine) {
  ProgressBar bar(file_, ProgressBar::Style::bar);
  run(bar);
  bar.finish();
  bar.finish();
  const std::string shown = text();
  EXPECT_EQ(shown.substr(0, 5), "\r\x1b[K[");
  EXPECT_THAT(shown, HasSubstr("[" + std::string(24, '#') + "] 2/2 b2"));
  EXPECT_EQ(shown.back(), '\n');
  EXPECT_EQ(std::count(shown.begin(), shown.end(), '\n'), 1);
}

TEST_F(Progress, NothingToDoShowsNothing) {
  { ProgressBar bar(file_, ProgressBar::Style::bar); }
  EXPECT_EQ(text(), "");
}

TEST_F(Progress, WaitingIsSaidOnce) {
  ProgressBar bar(file_, ProgressBar::Style::lines);
  bar.on_wait("pid 7 (recorder)", 1000);
  bar.on_wait("pid 7 (recorder)", 2000);
  EXPECT_EQ(text(), "waiting for the lock held by pid 7 (recorder)\n");
}

TEST_F(Progress, HostileMessagesAreShownHarmless) {
  ProgressBar bar(file_, ProgressBar::Style::lines);
  Step evil = step(0, "", "a1");
  evil.message = "\x1b[2Jgone\r\n\xC2\x9B";
  bar.on_step(evil);
  bar.on_notice("\x07");
  EXPECT_EQ(text(), "Running upgrade  -> a1, ?[2Jgone???\nnotice: ?\n");
}

TEST_F(Progress, ALongMessageStaysOnOneLine) {
  ProgressBar bar(file_, ProgressBar::Style::bar);
  Step wide = step(0, "", "a1");
  const std::string message(500, 'x');
  wide.message = message;
  bar.on_run(Direction::upgrade, 2, 4);
  bar.on_step(wide);
  EXPECT_LE(text().size(), 84u);
}

}  // namespace
}  // namespace retort
