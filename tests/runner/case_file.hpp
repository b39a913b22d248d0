// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A case file as a list of marks (README.md has the format), and back to text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace retort::cases {

enum class Verb {
  file,
  folder,
  remove,
  rename,
  link,
  mode,
  size,
  env,     // what the user does
  retort,  // a step
  exit,
  expect_stdout,
  expect_stderr,
  result,
  absent  // what the step must have done
};

struct Mark {
  Verb verb = Verb::file;
  std::vector<std::string> words;  // behind the verb, without the words in parentheses
  std::string text;                // everything behind "-- --- "
  std::string raw;                 // the lines behind the mark, as they stand in the case file
  std::string content;             // what they mean; empty for verbs without content
  bool escaped = false;
  bool newline = true;  // the content ends in a newline
  std::size_t line = 0;
};

struct CaseFile {
  std::string intro;  // the lines before the first mark
  std::vector<Mark> marks;
};

bool is_expectation(Verb verb);
bool has_content(Verb verb);

// Returns the error, with its line, or an empty string.
std::string parse_case(std::string_view text, CaseFile& result);

// A mark for content that a run produced: `head` is "stdout", "result retort.lock", …
Mark make_content_mark(Verb verb, const std::string& head, std::string content);

std::string render_case(const CaseFile& file);

}  // namespace retort::cases
