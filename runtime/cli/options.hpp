// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What the command line of a chain said, and the table of its verbs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/program_info.hpp"
#include "retort/migrate.hpp"

namespace retort::cli {

class Session;

struct Options {
  std::string url;
  bool verbose = false;
  bool json = false;

  std::string revision;           // upgrade, downgrade, stamp, show
  std::string form;               // completion
  std::string range;              // history -r
  bool indicate_current = false;  // history -i

  bool sql = false;
  bool dry_run = false;
  bool purge = false;
  bool adopt = false;
  bool no_adopt = false;
  std::string adopt_table;
  std::string scratch_url;
  bool no_schema = false;  // check: the ledger alone
  bool strict = false;     // verify
  std::vector<std::string> ignored;
  bool echo = false;

  std::string from;  // transfer
  std::string to;
  bool replace = false;
  std::vector<std::string> exclude;

  std::int64_t lock_wait_ms = 10'000;
  TransactionMode transaction_mode = TransactionMode::automatic;
};

// The options whose texts must be read, between argv and Options.
struct RawOptions {
  std::string lock_wait;
  std::string transaction_mode = "auto";
};

class Arguments;

// A verb is one line of the table in options.cpp and one function.
struct Verb {
  std::string_view name;
  std::string_view usage;  // behind the name
  std::string_view help;
  void (*declare)(Arguments&, RawOptions&, Options&);
  int (*run)(Session&);
};

const std::vector<Verb>& verbs();
// The whole command line as data, for `completion`.
ProgramInfo program_info(const std::string& program, const Chain& chain);
// Null where there is none of this name.
const Verb* find_verb(std::string_view name);

// --url, under its own heading.
void declare_database(Arguments& arguments, Options& options);
// Fills what the texts and the environment say. Returns what is wrong, or an empty string.
std::string complete(std::string_view verb, const RawOptions& raw, Options& options);

// Either a verb and its options, or what to print and the exit code.
struct CommandLine {
  const Verb* verb = nullptr;
  Options options;
  std::string out;
  std::string err;
  int exit_code = 0;
};

CommandLine parse_command_line(const std::string& program, std::vector<std::string> arguments,
                               const Chain& chain);

// "10s", "500ms", "2min", "3" (seconds); nothing where it is none of these.
std::optional<std::int64_t> parse_duration(std::string_view text);

}  // namespace retort::cli
