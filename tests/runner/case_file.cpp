// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Reads and writes case files. In: the text of one. Out: its marks in order, or what is wrong with
// it.
#include "case_file.hpp"

#include <array>
#include <charconv>

#include "text.hpp"

namespace retort::cases {
namespace {

constexpr std::string_view prefix = "-- --- ";
constexpr std::size_t any_number = 99;

struct VerbInfo {
  std::string_view name;
  std::size_t min_words, max_words;
  bool content;
};

// In the order of Verb.
constexpr std::array<VerbInfo, 14> verbs = {{
    {"file", 1, 1, true},
    {"folder", 1, 1, false},
    {"remove", 1, 1, false},
    {"rename", 2, 2, false},
    {"link", 2, 2, false},
    {"mode", 2, 2, false},
    {"size", 2, 2, false},
    {"env", 1, 1, false},
    {"retort", 0, any_number, false},
    {"exit", 1, 1, false},
    {"stdout", 0, 0, true},
    {"stderr", 0, 0, true},
    {"result", 1, 1, true},
    {"absent", 1, 1, false},
}};

const VerbInfo& info(Verb verb) { return verbs[static_cast<std::size_t>(verb)]; }

bool is_number(const std::string& word, int base) {
  unsigned long long value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value, base);
  return error == std::errc{} && end == word.data() + word.size();
}

// Cases stay inside their folder.
bool is_safe_path(const std::string& path) {
  return !path.empty() && path.front() != '/' && path != ".." && !path.starts_with("../") &&
         path.find("/../") == std::string::npos && !path.ends_with("/..");
}

std::string check_words(const Mark& mark) {
  const VerbInfo& verb = info(mark.verb);
  if (mark.words.size() < verb.min_words || mark.words.size() > verb.max_words) {
    return "wrong number of words behind '" + std::string(verb.name) + "'";
  }
  const bool number_fits = mark.verb == Verb::mode   ? is_number(mark.words[0], 8)
                           : mark.verb == Verb::size ? is_number(mark.words[1], 10)
                           : mark.verb == Verb::exit ? is_number(mark.words[0], 10)
                                                     : true;
  if (!number_fits) return "not a number";
  if (mark.verb == Verb::env && mark.words[0].find('=') == std::string::npos) {
    return "'env' needs NAME=VALUE";
  }
  if (mark.verb == Verb::retort || mark.verb == Verb::env || mark.verb == Verb::exit) return {};
  const std::size_t path = mark.verb == Verb::mode ? 1 : 0;
  if (path < mark.words.size() && !is_safe_path(mark.words[path])) return "path leaves the folder";
  if (mark.verb == Verb::rename && !is_safe_path(mark.words[1])) return "path leaves the folder";
  return {};
}

std::string parse_mark(const std::string& text, Mark& mark) {
  mark.text = text;
  const auto words = split_words(text);
  if (!words || words->empty()) return "mark without a word, or with an open quote";
  mark.words.assign(words->begin() + 1, words->end());
  std::size_t index = 0;
  while (index < verbs.size() && verbs[index].name != words->front()) ++index;
  if (index == verbs.size()) return "unknown mark '" + words->front() + "'";
  mark.verb = static_cast<Verb>(index);
  while (verbs[index].content && !mark.words.empty() && mark.words.back().starts_with('(')) {
    if (mark.words.back() == "(escaped)") {
      mark.escaped = true;
    } else if (mark.words.back() == "(no-newline)") {
      mark.newline = false;
    } else {
      return "unknown word '" + mark.words.back() + "'";
    }
    mark.words.pop_back();
  }
  return check_words(mark);
}

// Makes the content of `mark`, whose raw lines have been collected.
std::string finish(Mark& mark) {
  if (!has_content(mark.verb)) {
    const bool blank = mark.raw.find_first_not_of('\n') == std::string::npos;
    return blank ? "" : "'" + std::string(info(mark.verb).name) + "' takes no content";
  }
  mark.content = mark.raw;
  if (!mark.newline && mark.content.ends_with('\n')) mark.content.pop_back();
  if (!mark.escaped) return {};
  const auto bytes = unescape(mark.content);
  if (!bytes) return "bad escape in the content";
  mark.content = *bytes;
  return {};
}

}  // namespace

bool is_expectation(Verb verb) { return verb > Verb::retort; }
bool has_content(Verb verb) { return info(verb).content; }

std::string parse_case(std::string_view text, CaseFile& result) {
  const auto at = [](std::size_t line, const std::string& error) {
    return std::to_string(line) + ": " + error;
  };
  std::size_t number = 0;
  bool step = false;
  for (const std::string& line : split_lines(text)) {
    ++number;
    if (!line.starts_with(prefix)) {
      (result.marks.empty() ? result.intro : result.marks.back().raw) += line + "\n";
      continue;
    }
    Mark mark;
    mark.line = number;
    if (const auto error = parse_mark(line.substr(prefix.size()), mark); !error.empty()) {
      return at(number, error);
    }
    step = step || mark.verb == Verb::retort;
    if (is_expectation(mark.verb) && !step) return at(number, "expectation before the first step");
    result.marks.push_back(std::move(mark));
  }
  for (Mark& mark : result.marks) {
    if (const auto error = finish(mark); !error.empty()) return at(mark.line, error);
  }
  return step ? "" : at(number, "no step: '-- --- retort …' is missing");
}

Mark make_content_mark(Verb verb, const std::string& head, std::string content) {
  Mark mark;
  mark.verb = verb;
  mark.text = head;
  mark.newline = content.empty() || content.ends_with('\n');
  mark.escaped = needs_escape(content);
  for (const std::string& line : split_lines(content)) {
    mark.escaped = mark.escaped || line.starts_with(prefix);
  }
  if (mark.escaped) mark.text += " (escaped)";
  if (!mark.newline) mark.text += " (no-newline)";
  for (const std::string& line : split_lines(mark.escaped ? escape(content) : content)) {
    mark.raw += (line.starts_with(prefix) ? "\\x2D" + line.substr(1) : line) + "\n";
  }
  mark.content = std::move(content);
  return mark;
}

std::string render_case(const CaseFile& file) {
  std::string result = file.intro;
  for (const Mark& mark : file.marks) {
    result.append(prefix).append(mark.text).append("\n").append(mark.raw);
  }
  return result;
}

}  // namespace retort::cases
