// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A command line as data in, completion scripts for bash, zsh and fish out.
#include <algorithm>
#include <map>

#include "cli/program_info.hpp"
#include "cli/text.hpp"

namespace retort::cli {
namespace {

std::string words_of(const std::vector<std::string>& words) {
  return joined(std::vector<std::string_view>(words.begin(), words.end()), " ");
}

std::string head_of(const ProgramInfo& program, const std::string& shell) {
  return as_comment(program.licence, "# ") + (program.licence.empty() ? "" : "#\n") +
         "# Completion of " + program.name + " for " + shell + ", written by `" + program.name +
         " completion " + shell + "`.\n";
}

std::vector<std::string> verb_names(const ProgramInfo& program) {
  std::vector<std::string> names;
  for (const VerbInfo& verb : program.verbs) names.push_back(verb.name);
  return names;
}

// 'text' for a shell.
std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

// What may stand behind an option: bash, as an argument of compgen; empty: nothing is known.
std::string bash_values(const OptionInfo& option) {
  if (!option.choices.empty()) return "-W \"" + words_of(option.choices) + "\"";
  if (takes_folder(option)) return "-d";
  return takes_file(option) ? "-f" : "";
}

// Brackets and colons end the parts of a specification of _arguments.
std::string zsh_text(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') result += '\\';
    result += c;
  }
  return result;
}

std::string zsh_action(const OptionInfo& option) {
  if (!option.choices.empty()) return "(" + words_of(option.choices) + ")";
  if (takes_folder(option)) return "_files -/";
  return takes_file(option) ? "_files" : "";
}

std::string zsh_option(const OptionInfo& option) {
  const bool flag = option.metavar.empty();
  const auto names = option_names(option);
  const std::string text = "[" + zsh_text(option.help) + "]" +
                           (flag ? "" : ":" + zsh_text(option.metavar) + ":" + zsh_action(option));
  std::string all;
  for (const std::string& name : names) {
    const char* value = flag ? "" : name.size() > 2 ? "=" : "+";
    all += (all.empty() ? "" : ",") + name + value;
  }
  const std::string many = option.many ? "*" : "";
  if (names.size() == 1) return quoted(many + all + text);
  const std::string exclude = option.many ? "'*'" : quoted("(" + words_of(names) + ")");
  return exclude + "{" + all + "}" + quoted(text);
}

std::string zsh_positional(const OptionInfo& option) {
  return quoted((option.many ? "*:" : ":") + zsh_text(option.names) + ":" + zsh_action(option));
}

std::string fish_values(const OptionInfo& option) {
  if (option.metavar.empty()) return "";
  if (!option.choices.empty()) return " -xa " + quoted(words_of(option.choices));
  if (takes_folder(option)) return " -xa '(__fish_complete_directories)'";
  return takes_file(option) ? " -r" : " -x";
}

}  // namespace

std::string bash_completion(const ProgramInfo& program) {
  const std::string function = "_" + identifier_of(program.name);
  std::map<std::string, std::vector<std::string>> by_values;
  for (const SharedOption& shared : shared_options(program)) {
    if (shared.option->metavar.empty()) continue;
    auto& names = by_values[bash_values(*shared.option)];
    for (const std::string& name : option_names(*shared.option)) {
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
  }
  std::string text = head_of(program, "bash") + function +
                     "() {\n  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - "
                     "1]} verb=${COMP_WORDS[1]} words=--help\n  COMPREPLY=()\n"
                     "  # bash cuts words at '=': --option=value are three of them.\n"
                     "  if [ \"$cur\" = = ]; then cur=; "
                     "elif [ \"$prev\" = = ]; then prev=${COMP_WORDS[COMP_CWORD - 2]}; fi\n"
                     "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    COMPREPLY=($(compgen -W \"" +
                     words_of(verb_names(program)) +
                     " --help --version\" -- \"$cur\"))\n    return\n  fi\n  case $prev in\n";
  for (const auto& [values, names] : by_values) {
    std::string pattern;
    for (const std::string& name : names) pattern += (pattern.empty() ? "" : " | ") + name;
    text += "    " + pattern + ")";
    text += values.empty()
                ? " return ;;\n"
                : "\n      COMPREPLY=($(compgen " + values + " -- \"$cur\"))\n      return ;;\n";
  }
  text += "  esac\n  case $verb in\n";
  for (const VerbInfo& verb : program.verbs) {
    std::string words, positional;
    for (const OptionInfo& option : verb.options) {
      if (option.positional && !option.choices.empty()) positional = words_of(option.choices);
      if (option.positional) continue;
      for (const std::string& name : option_names(option)) {
        if (name.size() > 2) words += " " + name;
      }
    }
    if (!positional.empty()) words += " " + positional;
    text += "    " + verb.name + ") words=\"$words" + words + "\" ;;\n";
  }
  return text +
         "  esac\n  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
         "  case $cur in\n    -*) ;;\n    *) COMPREPLY+=($(compgen -f -- \"$cur\")) ;;\n  esac\n}\n"
         "complete -o filenames -F " +
         function + " " + program.name + "\n";
}

std::string zsh_completion(const ProgramInfo& program) {
  std::string text =
      "#compdef " + program.name + "\n" + head_of(program, "zsh") + "local -a verbs\nverbs=(\n";
  for (const VerbInfo& verb : program.verbs) {
    text += "  " + quoted(verb.name + ":" + verb.help) + "\n";
  }
  text +=
      ")\nif ((CURRENT == 2)); then\n  _describe verb verbs\n"
      "  _arguments '--help[show the verbs]' '--version[show the version]'\n  return\nfi\n"
      "local verb=$words[2]\nshift words\n((CURRENT--))\ncase $verb in\n";
  for (const VerbInfo& verb : program.verbs) {
    text += "  " + verb.name + ")\n    _arguments '--help[show the options]'";
    for (const OptionInfo& option : verb.options) {
      text += " \\\n      " + (option.positional ? zsh_positional(option) : zsh_option(option));
    }
    text += " ;;\n";
  }
  return text + "esac\n";
}

std::string fish_completion(const ProgramInfo& program) {
  const std::string command = "complete -c " + program.name;
  const std::string no_verb = command + " -n \"not __fish_seen_subcommand_from $verbs\"";
  std::string text = head_of(program, "fish") + "set -l verbs " + words_of(verb_names(program)) +
                     "\n" + no_verb + " -f\n" + no_verb + " -l version -d 'show the version'\n" +
                     command + " -l help -s h -d 'show this page, or the options of a verb'\n";
  for (const VerbInfo& verb : program.verbs) {
    text += no_verb + " -a " + verb.name + " -d " + quoted(verb.help) + "\n";
  }
  for (const SharedOption& shared : shared_options(program)) {
    text += command + " -n '__fish_seen_subcommand_from " + joined(shared.verbs, " ") + "'";
    for (const std::string& name : option_names(*shared.option)) {
      text += name.size() == 2 ? " -s " + name.substr(1) : " -l " + name.substr(2);
    }
    text += fish_values(*shared.option) + " -d " + quoted(shared.option->help) + "\n";
  }
  for (const VerbInfo& verb : program.verbs) {
    for (const OptionInfo& option : verb.options) {
      if (!option.positional || option.choices.empty()) continue;
      text += command + " -n '__fish_seen_subcommand_from " + verb.name + "' -xa " +
              quoted(words_of(option.choices)) + "\n";
    }
  }
  return text;
}

}  // namespace retort::cli
