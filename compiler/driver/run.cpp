// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// From words to a verb, and the last line of defence: what was not foreseen is a bug of ours and
// says so.
#include <array>
#include <exception>
#include <stdexcept>

#include "driver/verbs.hpp"
#include "driver/version.hpp"

namespace retort::compiler::driver {
namespace {

struct Entry {
  std::string_view name;
  int (*run)(const Options&, Environment);
};

int run_completion(const Options& options, Environment environment) {
  environment.out << cli::completion(program_info(), options.completion_form);
  return exit_done;
}

// One a line, so that branches which add verbs merge.
// clang-format off
constexpr std::array entries = {
    Entry{"check", run_check},
    Entry{"compile", run_compile},
    Entry{"prove", run_prove},
    Entry{"lock", run_lock},
    Entry{"history", run_history},
    Entry{"heads", run_heads},
    Entry{"branches", run_branches},
    Entry{"show", run_show},
    Entry{"revision", run_revision},
    Entry{"merge", run_merge},
    Entry{"rebase", run_rebase},
    Entry{"graph", run_graph},
    Entry{"completion", run_completion},
    Entry{"upgrade", run_on_database},
    Entry{"downgrade", run_on_database},
    Entry{"current", run_on_database},
    Entry{"stamp", run_on_database},
    Entry{"verify", run_on_database},
    Entry{"transfer", run_on_database},
    Entry{"import", run_import},
    Entry{"sql", run_sql},
    Entry{"schema", run_schema},
    Entry{"explain", run_explain},
};
// clang-format on

int run_verb(const Options& options, Environment environment) {
  for (const Entry& entry : entries) {
    if (entry.name == options.verb) return entry.run(options, environment);
  }
  throw std::logic_error("verb '" + options.verb + "' has no function");
}

}  // namespace

int run(std::vector<std::string> arguments, Environment environment) {
  try {
    const CommandLine line = parse_command_line(std::move(arguments));
    environment.out << line.out;
    environment.err << line.err;
    if (!line.options) return line.exit_code;
    return run_verb(*line.options, environment);
  } catch (const std::exception& error) {
    environment.err << "retort: internal error: " << error.what() << "\n"
                    << "this is a bug in retort " << version()
                    << "; please report it with the command line and the files\n";
  }
  return exit_bug;
}

}  // namespace retort::compiler::driver
