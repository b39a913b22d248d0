// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Names in, Make's syntax out, and back.
#include "driver/depfile.hpp"

namespace retort::compiler::driver {
namespace {

std::string escaped(std::string_view name) {
  std::string result;
  std::size_t backslashes = 0;
  for (const char c : name) {
    if (c == ' ' || c == '\t' || c == '#') {
      // Backslashes that stand before an escaped character are doubled, others stay single.
      result.append(backslashes + 1, '\\');
    } else if (c == '$') {
      result += '$';
    }
    backslashes = c == '\\' ? backslashes + 1 : 0;
    result += c;
  }
  return result;
}

}  // namespace

std::string render_depfile(const std::string& target, const std::vector<std::string>& inputs) {
  std::string text = escaped(target) + ":";
  for (const std::string& input : inputs) text += " \\\n  " + escaped(input);
  return text + "\n";
}

std::vector<std::string> read_depfile(std::string_view text) {
  std::vector<std::string> names;
  std::string name;
  const auto end_name = [&] {
    if (!name.empty()) names.push_back(std::move(name));
    name.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : '\n';
    if (c == '\\' && next == '\n') {
      end_name();
      ++i;
    } else if (c == '\\' && (next == ' ' || next == '\t' || next == '#' || next == '\\')) {
      std::size_t run = i;
      while (run < text.size() && text[run] == '\\') ++run;
      const char behind = run < text.size() ? text[run] : '\n';
      const bool escapes = behind == ' ' || behind == '\t' || behind == '#';
      const std::size_t count = run - i;
      name.append(escapes ? count / 2 : count, '\\');
      i = run - 1;
      if (escapes && count % 2 == 1) name += text[++i];
    } else if (c == '$' && next == '$') {
      name += text[++i];
    } else if (c == ' ' || c == '\t' || c == '\n') {
      end_name();
    } else {
      name += c;
    }
  }
  end_name();
  if (!names.empty()) names.erase(names.begin());  // "target:"
  return names;
}

}  // namespace retort::compiler::driver
