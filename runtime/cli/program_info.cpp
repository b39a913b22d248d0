// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What the writers of completion scripts and man page share.
#include "cli/program_info.hpp"

#include <algorithm>
#include <cctype>

#include "cli/text.hpp"

namespace retort::cli {

const std::vector<std::string>& completion_forms() {
  static const std::vector<std::string> forms = {"bash", "zsh", "fish", "man"};
  return forms;
}

std::string completion(const ProgramInfo& program, std::string_view form) {
  return form == "bash"   ? bash_completion(program)
         : form == "zsh"  ? zsh_completion(program)
         : form == "fish" ? fish_completion(program)
                          : man_page(program);
}

std::vector<SharedOption> shared_options(const ProgramInfo& program) {
  std::vector<SharedOption> shared;
  for (const VerbInfo& verb : program.verbs) {
    for (const OptionInfo& option : verb.options) {
      if (option.positional) continue;
      const auto same = std::find_if(shared.begin(), shared.end(), [&](const SharedOption& other) {
        return other.option->names == option.names && other.option->help == option.help &&
               other.option->metavar == option.metavar && other.option->choices == option.choices;
      });
      if (same == shared.end()) {
        shared.push_back({&option, {verb.name}});
      } else {
        same->verbs.push_back(verb.name);
      }
    }
  }
  return shared;
}

std::vector<std::string> option_names(const OptionInfo& option) {
  std::vector<std::string> names;
  for (std::size_t begin = 0; begin < option.names.size();) {
    const std::size_t end = std::min(option.names.find(',', begin), option.names.size());
    names.push_back(option.names.substr(begin, end - begin));
    begin = end + 1;
  }
  return names;
}

bool takes_folder(const OptionInfo& option) {
  return option.metavar == "DIR" || (option.positional && option.names == "DIR");
}

bool takes_file(const OptionInfo& option) { return option.metavar == "FILE"; }

std::string identifier_of(std::string_view name) {
  std::string result;
  for (const char c : name) {
    result += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  }
  return result;
}

std::string as_comment(std::string_view text, std::string_view mark) {
  std::string result;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    result.append(mark).append(text.substr(0, end)).append("\n");
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

}  // namespace retort::cli
