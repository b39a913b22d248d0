// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A command line as data, and what can be made of it besides a help page: completion scripts and a
// man page. Both programs fill it from the table that their parser uses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"

namespace retort::cli {

struct VerbInfo {
  std::string name;
  std::string usage;  // behind the name
  std::string help;
  std::vector<OptionInfo> options;
};

struct ProgramInfo {
  std::string name;
  std::string summary;      // one line, for the man page
  std::string description;  // a paragraph, for the man page
  std::string licence;      // lines of a comment, without their mark; may be empty
  std::vector<VerbInfo> verbs;
};

// What `completion` accepts: shells, and "man" for the man page.
const std::vector<std::string>& completion_forms();

// The script or page; `form` is one of completion_forms().
std::string completion(const ProgramInfo& program, std::string_view form);

std::string bash_completion(const ProgramInfo& program);
std::string zsh_completion(const ProgramInfo& program);
std::string fish_completion(const ProgramInfo& program);
std::string man_page(const ProgramInfo& program);

// The same option of several verbs, once.
struct SharedOption {
  const OptionInfo* option;
  std::vector<std::string_view> verbs;
};
// In the order in which they first appear; positional arguments are left out.
std::vector<SharedOption> shared_options(const ProgramInfo& program);

// "-m" and "--message" of "-m,--message".
std::vector<std::string> option_names(const OptionInfo& option);
bool takes_folder(const OptionInfo& option);
bool takes_file(const OptionInfo& option);

// The program's name as a part of a shell function's name.
std::string identifier_of(std::string_view name);
// `text` behind "# " or another mark, line by line.
std::string as_comment(std::string_view text, std::string_view mark);

}  // namespace retort::cli
