// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// One case from its file to its outcome. In: the path of a case and of the tool. Out: what did not
// hold, as text to read; with --update a rewritten case file.
#include "run_case.hpp"

#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "sandbox.hpp"
#include "text.hpp"

namespace retort::cases {
namespace {

// A step with the expectations behind it: marks [step, end).
struct Step {
  std::size_t step, end;
};

const Mark* find(const CaseFile& file, Step step, Verb verb) {
  for (std::size_t i = step.step + 1; i < step.end; ++i) {
    if (file.marks[i].verb == verb) return &file.marks[i];
  }
  return nullptr;
}

std::string compare(const std::string& what, const std::string& expected,
                    const std::string& actual) {
  if (text_matches(expected, actual)) return {};
  return what + " differs:\n" + difference(expected, actual);
}

std::string compare_step(const CaseFile& file, Step step, const ProcessResult& found,
                         const Sandbox& sandbox) {
  std::string failure;
  const Mark* exit = find(file, step, Verb::exit);
  const int expected = exit != nullptr ? std::stoi(exit->words[0]) : 0;
  if (found.exit_code != expected) {
    failure += "exit code " + std::to_string(found.exit_code) + ", expected " +
               std::to_string(expected) + "\n";
  }
  const auto content = [](const Mark* mark) { return mark != nullptr ? mark->content : ""; };
  failure += compare("stdout", content(find(file, step, Verb::expect_stdout)), found.out);
  failure += compare("stderr", content(find(file, step, Verb::expect_stderr)), found.err);
  for (std::size_t i = step.step + 1; i < step.end; ++i) {
    const Mark& mark = file.marks[i];
    if (mark.verb != Verb::result && mark.verb != Verb::absent) continue;
    const auto there = sandbox.content(mark.words[0]);
    if (mark.verb == Verb::absent) {
      if (there) failure += mark.words[0] + " is there and should not be\n";
    } else if (!there) {
      failure += mark.words[0] + " is not there\n";
    } else {
      failure += compare(mark.words[0], mark.content, *there);
    }
  }
  return failure;
}

// The expectations of a step as they were found.
std::vector<Mark> found_marks(const CaseFile& file, Step step, const ProcessResult& found,
                              const Sandbox& sandbox) {
  std::vector<Mark> marks;
  if (found.exit_code != 0) {
    Mark mark;
    mark.verb = Verb::exit;
    mark.text = "exit " + std::to_string(found.exit_code);
    marks.push_back(mark);
  }
  const auto add = [&](Verb verb, const std::string& head, const Mark* old,
                       const std::string& text) {
    marks.push_back(make_content_mark(verb, head, keep_patterns(old ? old->content : "", text)));
  };
  if (!found.out.empty()) {
    add(Verb::expect_stdout, "stdout", find(file, step, Verb::expect_stdout), found.out);
  }
  if (!found.err.empty()) {
    add(Verb::expect_stderr, "stderr", find(file, step, Verb::expect_stderr), found.err);
  }
  for (std::size_t i = step.step + 1; i < step.end; ++i) {
    const Mark& mark = file.marks[i];
    if (mark.verb == Verb::absent) marks.push_back(mark);
    if (mark.verb != Verb::result) continue;
    if (const auto there = sandbox.content(mark.words[0])) {
      add(Verb::result, "result " + mark.words[0], &mark, *there);
    } else {
      marks.push_back(mark);  // fails the next time, as it should
    }
  }
  return marks;
}

std::optional<std::string> read(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return std::nullopt;
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::string header(const CaseFile& file, Step step) {
  const Mark& mark = file.marks[step.step];
  return "line " + std::to_string(mark.line) + ": " + mark.text + "\n";
}

}  // namespace

std::string check_name(const std::string& path, bool some_step_failed) {
  const std::string name = std::filesystem::path(path).filename().string();
  if (name.starts_with("fail_") == some_step_failed) return {};
  return some_step_failed ? "a step fails, so the case's name must begin with 'fail_'\n"
                          : "no step fails, so the case's name must not begin with 'fail_'\n";
}

CaseOutcome run_case(const std::string& path, const RunOptions& options) {
  CaseOutcome outcome;
  const auto text = read(path);
  if (!text) return {"cannot read the case file\n", false};
  CaseFile file;
  if (const auto error = parse_case(*text, file); !error.empty()) {
    return {"line " + error + "\n", false};
  }
  Sandbox sandbox(options.keep);
  CaseFile rewritten{file.intro, {}};
  bool some_step_failed = false;
  for (std::size_t i = 0; i < file.marks.size();) {
    const Mark& mark = file.marks[i];
    rewritten.marks.push_back(mark);
    if (mark.verb != Verb::retort) {
      sandbox.apply(mark);
      ++i;
      continue;
    }
    Step step{i, i + 1};
    while (step.end < file.marks.size() && is_expectation(file.marks[step.end].verb)) ++step.end;
    i = step.end;
    const ProcessResult found = sandbox.run(options.tool, mark.words);
    if (!found.failure.empty()) {
      outcome.failure += header(file, step) + found.failure + "\n" + found.out + found.err;
      return outcome;
    }
    some_step_failed = some_step_failed || found.exit_code != 0;
    const std::string failure = compare_step(file, step, found, sandbox);
    if (!failure.empty()) outcome.failure += header(file, step) + failure;
    const auto marks = found_marks(file, step, found, sandbox);
    rewritten.marks.insert(rewritten.marks.end(), marks.begin(), marks.end());
  }
  if (options.update && !outcome.failure.empty()) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << render_case(rewritten);
    return {check_name(path, some_step_failed), true};
  }
  outcome.failure += check_name(path, some_step_failed);
  return outcome;
}

}  // namespace retort::cases
