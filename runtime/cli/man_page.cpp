// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A command line as data in, a man page (man(7)) out.
#include "cli/program_info.hpp"
#include "cli/text.hpp"

namespace retort::cli {
namespace {

// A dash is a minus, a backslash is not an escape, and a line does not begin with a request.
std::string roff(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\\') {
      result += "\\e";
    } else if (c == '-') {
      result += "\\-";
    } else {
      result += c;
    }
  }
  const bool request = !result.empty() && (result[0] == '.' || result[0] == '\'');
  return request ? "\\&" + result : result;
}

// A term and its text.
std::string item(const std::string& term, const std::string& text) {
  return ".TP\n.B " + roff(term) + "\n" + roff(text) + "\n";
}

std::string term_of(const OptionInfo& option) {
  std::string term;
  for (const std::string& name : option_names(option)) term += (term.empty() ? "" : ", ") + name;
  return option.metavar.empty() ? term : term + " " + option.metavar;
}

std::string upper(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

}  // namespace

std::string man_page(const ProgramInfo& program) {
  std::string text = as_comment(program.licence, ".\\\" ") + ".TH " + roff(upper(program.name)) +
                     " 1 \"\" \"" + roff(program.name) + "\" \"User Commands\"\n.SH NAME\n" +
                     roff(program.name) + " \\- " + roff(program.summary) + "\n.SH SYNOPSIS\n.B " +
                     roff(program.name) + "\n.I VERB\n.RI [ options ]\n.br\n.B " +
                     roff(program.name) + "\n.I VERB\n.B \\-\\-help\n.SH DESCRIPTION\n" +
                     roff(program.description) + "\n.SH VERBS\n";
  for (const VerbInfo& verb : program.verbs) {
    text += item(verb.name + " " + verb.usage, verb.help);
  }
  text +=
      ".SH OPTIONS\nBehind each option stand the verbs that know it.\n.BI @ FILE\n"
      "reads options from a file, one a line;\n.B \\-\\-\nends them.\n";
  for (const SharedOption& shared : shared_options(program)) {
    text += item(term_of(*shared.option), shared.option->help);
    text += ".br\n.I " + roff(joined(shared.verbs)) + "\n";
  }
  text += ".SH EXIT STATUS\n";
  text += item("0", "done") + item("1", "failed, or found something") + item("2", "usage");
  text += item("3", "could not connect to the database") + item("70", "a bug in retort");
  text += ".SH ENVIRONMENT\n";
  text += item("DATABASE_URL",
               "the database, where --url does not name one; else the file .env in "
               "the working directory is looked into");
  text += item("RETORT_ECHO", "not empty and not 0: as --echo");
  return text + item("NO_COLOR", "not empty: no colour, where --color does not say otherwise");
}

}  // namespace retort::cli
