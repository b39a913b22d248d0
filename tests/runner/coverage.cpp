// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// retort_case_coverage kinds|messages DIRECTORY
// Reads the expected output of every case below DIRECTORY, runs nothing.
//   kinds     each kind of compiler/diag/kinds.def is shown by at least one case
//   messages  no message shows a C++ type, ends in a full stop or begins with a capital
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "case_file.hpp"
#include "diag/kinds.hpp"
#include "text.hpp"

namespace {
namespace fs = std::filesystem;
namespace cases = retort::cases;
namespace diag = retort::compiler::diag;

struct Line {
  std::string place;  // "parse/fail_x.sql"
  std::string text;
};

// Every line of expected output on stdout and stderr.
bool collect(const fs::path& directory, std::vector<Line>& lines) {
  bool good = true;
  for (const auto& entry : fs::recursive_directory_iterator(directory)) {
    if (entry.path().extension() != ".sql") continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    cases::CaseFile file;
    const std::string place = fs::relative(entry.path(), directory).generic_string();
    if (const auto error = cases::parse_case(text.str(), file); !error.empty()) {
      std::cout << place << ":" << error << "\n";
      good = false;
    }
    for (const cases::Mark& mark : file.marks) {
      if (mark.verb != cases::Verb::expect_stdout && mark.verb != cases::Verb::expect_stderr)
        continue;
      for (std::string& line : cases::split_lines(mark.content)) lines.push_back({place, line});
    }
  }
  return good;
}

// The message of "file:1:2: error: message [name]", or nothing.
std::string_view message_of(std::string_view line) {
  for (const std::string_view severity : {": error: ", ": warning: ", ": note: "}) {
    const std::size_t at = line.find(severity);
    if (at != std::string_view::npos) return line.substr(at + severity.size());
  }
  return {};
}

// Whether the pieces of the kind's text between {0}, {1}, … stand in the message, in order.
bool shows(std::string_view message, const diag::KindInfo& kind) {
  const std::string name(kind.name);
  std::size_t end = std::string_view::npos;
  for (const std::string& tag :
       {" [" + name + "]", " [-W" + name + "]", " [-Werror=" + name + "]"}) {
    if (message.ends_with(tag)) end = message.size() - tag.size();
  }
  if (end == std::string_view::npos) return false;
  message = message.substr(0, end);
  std::string_view rest = kind.text;
  for (std::size_t at = 0; !rest.empty();) {
    const std::size_t open = rest.find('{');
    const std::string_view piece = rest.substr(0, open);
    const std::size_t found = message.find(piece, at);
    if (found == std::string_view::npos) return false;
    at = found + piece.size();
    rest = open == std::string_view::npos ? std::string_view{} : rest.substr(open + 3);
  }
  return true;
}

int check_kinds(const std::vector<Line>& lines) {
  int status = 0;
  for (std::size_t i = 0; i < diag::kind_count(); ++i) {
    const diag::KindInfo& kind = diag::kind_at(i);
    bool shown = false;
    for (const Line& line : lines) shown = shown || shows(message_of(line.text), kind);
    if (shown) continue;
    std::cout << "no case shows " << kind.identifier << ": " << kind.text << " [" << kind.name
              << "]\n";
    status = 1;
  }
  return status;
}

int check_messages(const std::vector<Line>& lines) {
  int status = 0;
  const auto complain = [&status](const Line& line, const char* what) {
    std::cout << line.place << ": " << what << ": " << line.text << "\n";
    status = 1;
  };
  for (const Line& line : lines) {
    for (const std::string_view word : {"boost", "std::", "spirit"}) {
      if (line.text.find(word) != std::string::npos) complain(line, "a C++ type is shown");
    }
    std::string_view message = message_of(line.text);
    if (message.empty()) continue;
    if (const std::size_t tag = message.rfind(" [");
        message.ends_with(']') && tag != message.npos) {
      message = message.substr(0, tag);
    }
    if (message.ends_with('.')) complain(line, "a message ends in a full stop");
    // NUL, SQL and BEGIN are words of their own.
    if (message.size() > 1 && std::isupper(static_cast<unsigned char>(message[0])) != 0 &&
        std::islower(static_cast<unsigned char>(message[1])) != 0) {
      complain(line, "a message begins with a capital");
    }
  }
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string what = argc == 3 ? argv[1] : "";
  if (what != "kinds" && what != "messages") {
    std::cerr << "usage: retort_case_coverage kinds|messages DIRECTORY\n";
    return 2;
  }
  std::vector<Line> lines;
  const bool good = collect(argv[2], lines);
  if (lines.empty()) std::cout << "no expected output below " << argv[2] << "\n";
  const int status = what == "kinds" ? check_kinds(lines) : check_messages(lines);
  return good && !lines.empty() ? status : 1;
}
