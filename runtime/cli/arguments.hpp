// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Options of a command line, described once: parsed by CLI11, with our own help page and messages.
// CLI11 is slow to compile and is included in arguments.cpp alone.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace retort::cli {

// "@file" arguments replaced by the lines of the file, one argument a line; empty lines do not
// count, "--" ends the replacing, and a message (-m) may begin with "@". Returns the error, or an
// empty string.
std::string expand_files(std::vector<std::string>& arguments);

struct ParseResult {
  enum class Kind { done, help, error };
  Kind kind = Kind::done;
  std::string text;  // the help page, or one line that says what is wrong
};

// An option or a positional argument as it was declared.
struct OptionInfo {
  std::string names;    // "-m,--message"; "REV"
  std::string metavar;  // empty: a flag
  std::string help;
  std::vector<std::string> choices;  // empty: anything
  bool many = false;                 // may be given several times
  bool positional = false;
};

// Bound variables keep their value where an option is not given.
class Arguments {
 public:
  // `usage` is what follows the program's name: "history [options] [DIR]".
  Arguments(std::string program, std::string usage, std::string description);
  Arguments(Arguments&&) noexcept;
  ~Arguments();

  // The heading under which the following options stand in the help page.
  void group(std::string name);
  void flag(const std::string& names, const std::string& help, bool& value);
  // `names` as in "-m,--message"; `metavar` names the value in the help page.
  void value(const std::string& names, const std::string& metavar, const std::string& help,
             std::string& value);
  // May be given several times; with `separator`, a value may be a list.
  void values(const std::string& names, const std::string& metavar, const std::string& help,
              std::vector<std::string>& values, char separator = '\0');
  // What the option that was declared last accepts, for completion.
  void choices(std::vector<std::string> words);
  void positional(const std::string& name, const std::string& help, std::string& value);
  void positionals(const std::string& name, const std::string& help,
                   std::vector<std::string>& values);

  const std::vector<OptionInfo>& options() const;

  ParseResult parse(std::vector<std::string> arguments);

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

// The help page's form, also for lists of verbs: names in a first column, text wrapped at 80.
std::string help_entry(const std::string& names, const std::string& help);

}  // namespace retort::cli
