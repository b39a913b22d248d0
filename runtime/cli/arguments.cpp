// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The only file that includes CLI11: argv words in, bound variables, a help page or one line of
// error out.
#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <utility>

#include "cli/text.hpp"

namespace retort::cli {
namespace {

constexpr std::size_t page_width = 80;
constexpr std::size_t name_width = 30;
constexpr std::size_t max_file_arguments = 1'000'000;

// "-m, --message MSG"
std::string shown_names(const std::string& names, const std::string& metavar) {
  std::string text = names.substr(0, 2) == "--" ? "    " : "";
  for (const char c : names) text += c == ',' ? std::string(", ") : std::string(1, c);
  return metavar.empty() ? text : text + " " + metavar;
}

std::string lower_first(std::string text) {
  const bool word = text.size() > 1 && text[1] >= 'a' && text[1] <= 'z';
  if (word && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
  while (!text.empty() && (text.back() == '\n' || text.back() == '.')) text.pop_back();
  return text;
}

bool asks_for_help(const std::vector<std::string>& arguments) {
  for (const std::string& argument : arguments) {
    if (argument == "--") return false;
    if (argument == "-h" || argument == "--help") return true;
  }
  return false;
}

// CLI11 takes the next argument as the value of "--name=".
const std::string* empty_value(const std::vector<std::string>& arguments) {
  for (const std::string& argument : arguments) {
    if (argument == "--") return nullptr;
    const auto equals = argument.find('=');
    if (argument.substr(0, 2) == "--" && equals != std::string::npos &&
        equals + 1 == argument.size()) {
      return &argument;
    }
  }
  return nullptr;
}

}  // namespace

struct Arguments::Implementation {
  CLI::App app;
  std::string program, usage, description, heading;
  std::string groups;              // the help page's groups so far
  std::vector<std::string> names;  // "--message", for "did you mean"
  std::vector<OptionInfo> options;

  OptionInfo& describe(const std::string& option_names, const std::string& metavar,
                       const std::string& help) {
    if (!heading.empty()) groups += "\n" + std::exchange(heading, {}) + ":\n";
    groups += help_entry(shown_names(option_names, metavar), help);
    for (std::size_t begin = option_names.find("--"); begin != std::string::npos;
         begin = option_names.find("--", begin + 2)) {
      names.push_back(option_names.substr(begin, option_names.find(',', begin) - begin));
    }
    return options.emplace_back(OptionInfo{option_names, metavar, help, {}, false, false});
  }

  std::string page() const {
    return "usage: " + program + " " + usage + "\n\n" + description + "\n" + groups;
  }

  // What CLI11 did not expect: an option or a word too many.
  std::string unexpected(const std::string& argument) const {
    if (argument.empty() || argument[0] != '-') return "unexpected argument " + in_quotes(argument);
    const std::string name = argument.substr(0, argument.find('='));
    std::string text = "unknown option " + in_quotes(name);
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    if (const auto close = nearest(name, candidates))
      text += "; did you mean " + in_quotes(*close) + "?";
    return text;
  }

  std::string error_text(const CLI::ParseError& error) const {
    if (error.get_name() == "ArgumentMismatch") {
      const std::string what = error.what();
      return "option " + in_quotes(what.substr(0, what.find(':'))) + " needs a value";
    }
    return printable(lower_first(error.what()));
  }
};

Arguments::Arguments(std::string program, std::string usage, std::string description)
    : implementation_(std::make_unique<Implementation>()) {
  implementation_->program = std::move(program);
  implementation_->usage = std::move(usage);
  implementation_->description = std::move(description);
  implementation_->app.set_help_flag();
  implementation_->app.allow_extras();  // reported in parse(), in our words
}
Arguments::Arguments(Arguments&&) noexcept = default;
Arguments::~Arguments() = default;

void Arguments::group(std::string name) { implementation_->heading = std::move(name); }

void Arguments::flag(const std::string& names, const std::string& help, bool& value) {
  implementation_->describe(names, {}, help);
  implementation_->app.add_flag(names, value);
}

void Arguments::value(const std::string& names, const std::string& metavar, const std::string& help,
                      std::string& value) {
  implementation_->describe(names, metavar, help);
  // The last one wins, so that a line behind @file can correct the file.
  implementation_->app.add_option(names, value)->take_last();
}

void Arguments::values(const std::string& names, const std::string& metavar,
                       const std::string& help, std::vector<std::string>& values, char separator) {
  implementation_->describe(names, metavar, help).many = true;
  CLI::Option* option = implementation_->app.add_option(names, values)->allow_extra_args(false);
  if (separator != '\0') option->delimiter(separator);
}

void Arguments::choices(std::vector<std::string> words) {
  implementation_->options.back().choices = std::move(words);
}

const std::vector<OptionInfo>& Arguments::options() const { return implementation_->options; }

void Arguments::positional(const std::string& name, const std::string& help, std::string& value) {
  implementation_->describe(name, {}, help).positional = true;
  implementation_->app.add_option(name, value);
}

void Arguments::positionals(const std::string& name, const std::string& help,
                            std::vector<std::string>& values) {
  OptionInfo& info = implementation_->describe(name, {}, help);
  info.positional = info.many = true;
  implementation_->app.add_option(name, values);
}

ParseResult Arguments::parse(std::vector<std::string> arguments) {
  if (asks_for_help(arguments)) return {ParseResult::Kind::help, implementation_->page()};
  if (const std::string* argument = empty_value(arguments)) {
    const std::string name = argument->substr(0, argument->size() - 1);
    return {ParseResult::Kind::error, "option " + in_quotes(name) + " needs a value"};
  }
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
  try {
    implementation_->app.parse(std::move(arguments));
  } catch (const CLI::ParseError& error) {
    return {ParseResult::Kind::error, implementation_->error_text(error)};
  }
  for (const std::string& extra : implementation_->app.remaining()) {
    if (extra == "--") continue;  // CLI11 keeps the mark in this list
    return {ParseResult::Kind::error, implementation_->unexpected(extra)};
  }
  return {};
}

std::string help_entry(const std::string& names, const std::string& help) {
  std::string text = "  " + names;
  if (text.size() + 2 > name_width) {
    text += "\n" + std::string(name_width, ' ');
  } else {
    text += std::string(name_width - text.size(), ' ');
  }
  std::size_t column = name_width;
  for (std::size_t begin = 0; begin < help.size();) {
    const std::size_t end = std::min(help.find(' ', begin), help.size());
    if (column > name_width && column + 1 + (end - begin) > page_width) {
      text += "\n" + std::string(name_width, ' ');
      column = name_width;
    }
    if (column > name_width) text += ' ', ++column;
    text.append(help, begin, end - begin);
    column += end - begin;
    begin = end + 1;
  }
  return text + "\n";
}

std::string expand_files(std::vector<std::string>& arguments) {
  std::vector<std::string> result;
  bool expanding = true;
  for (std::string& argument : arguments) {
    if (argument == "--") expanding = false;
    const bool is_message =
        !result.empty() && (result.back() == "-m" || result.back() == "--message");
    if (!expanding || is_message || argument.size() < 2 || argument[0] != '@') {
      result.push_back(std::move(argument));
      continue;
    }
    std::ifstream in(argument.substr(1), std::ios::binary);
    if (!in) return "cannot read the options in " + in_quotes(argument.substr(1));
    for (std::string line; std::getline(in, line);) {
      if (!line.empty() && line.back() == '\r') line.pop_back();
      if (line.empty()) continue;
      if (result.size() >= max_file_arguments)
        return in_quotes(argument) + " holds too many options";
      result.push_back(std::move(line));
    }
    if (in.bad()) return "cannot read the options in " + in_quotes(argument.substr(1));
  }
  arguments = std::move(result);
  return {};
}

}  // namespace retort::cli
