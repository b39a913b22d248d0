// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The vocabulary of a chain's command line: argv words in, a verb with checked options out.
#include "cli/options.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <utility>

#include "cli/arguments.hpp"
#include "cli/text.hpp"
#include "cli/verbs.hpp"

namespace retort::cli {

namespace {

constexpr const char* revision_help = "head, base, +1, -1, an id or its prefix, label@head";

void declare_run(Arguments& arguments, RawOptions& raw, Options& options) {
  arguments.flag("--dry-run", "show what would run, and run nothing", options.dry_run);
  arguments.flag("--sql", "write a script to stdout instead; REV may be A:B", options.sql);
  arguments.flag("--echo", "show each statement with its source line and time", options.echo);
  arguments.value("--lock-wait", "TIME", "wait so long for others (10s, 500ms, 2min)",
                  raw.lock_wait);
  arguments.value("--tx-mode", "MODE", "auto (default), all, per_revision", raw.transaction_mode);
  arguments.choices({"auto", "all", "per_revision"});
  declare_database(arguments, options);
}

void declare_scratch(Arguments& arguments, Options& options) {
  arguments.value("--scratch", "URL", "an empty database, to see what schema the chain makes",
                  options.scratch_url);
}

void declare_adoption(Arguments& arguments, Options& options) {
  arguments.flag("--adopt", "take over what another migration tool applied", options.adopt);
  arguments.value("--adopt-table", "TABLE", "where that tool's table has another name",
                  options.adopt_table);
  declare_scratch(arguments, options);
}

void declare_upgrade(Arguments& arguments, RawOptions& raw, Options& options) {
  arguments.positional("REV", std::string("up to here (default: head): ") + revision_help,
                       options.revision);
  declare_adoption(arguments, options);
  arguments.flag("--no-adopt", "another tool's table here has nothing to do with this chain",
                 options.no_adopt);
  declare_run(arguments, raw, options);
}

void declare_downgrade(Arguments& arguments, RawOptions& raw, Options& options) {
  arguments.positional("REV", std::string("down to here: ") + revision_help, options.revision);
  declare_run(arguments, raw, options);
}

void declare_stamp(Arguments& arguments, RawOptions& raw, Options& options) {
  arguments.positional("REV", std::string("as if here: ") + revision_help, options.revision);
  declare_adoption(arguments, options);
  arguments.flag("--purge", "forget first what the ledger says of this chain", options.purge);
  arguments.flag("--sql", "write a script to stdout instead; REV may be A:B", options.sql);
  arguments.value("--lock-wait", "TIME", "wait so long for others (10s, 500ms, 2min)",
                  raw.lock_wait);
  declare_database(arguments, options);
}

void declare_transfer(Arguments& arguments, RawOptions& raw, Options& options) {
  arguments.value("--from", "URL", "the SQLite database, or FILE.sql written by .dump",
                  options.from);
  arguments.value("--to", "URL", "the PostgreSQL database", options.to);
  arguments.flag("--dry-run", "look at every value, and write nothing", options.dry_run);
  arguments.flag("--replace", "delete the rows that the target holds", options.replace);
  arguments.values("--exclude", "TABLE", "leave this table behind (repeatable)", options.exclude);
  arguments.value("--lock-wait", "TIME", "wait so long for others (10s, 500ms, 2min)",
                  raw.lock_wait);
  arguments.flag("--json", "the report as JSON", options.json);
}

void declare_json(Arguments& arguments, Options& options) {
  arguments.flag("--json", "as JSON", options.json);
}

void declare_reading(Arguments& arguments, Options& options) {
  arguments.flag("-v,--verbose", "a block per revision", options.verbose);
  declare_json(arguments, options);
}

void declare_current(Arguments& arguments, RawOptions&, Options& options) {
  declare_reading(arguments, options);
  declare_database(arguments, options);
}

void declare_ignore(Arguments& arguments, Options& options) {
  arguments.values("--ignore", "NAME", "leave out a table, view or type; may be repeated",
                   options.ignored);
}

void declare_check(Arguments& arguments, RawOptions&, Options& options) {
  arguments.flag("--no-schema", "ask the ledger alone, and do not compare the schema",
                 options.no_schema);
  declare_scratch(arguments, options);
  declare_ignore(arguments, options);
  declare_json(arguments, options);
  declare_database(arguments, options);
}

void declare_verify(Arguments& arguments, RawOptions&, Options& options) {
  arguments.flag("--strict", "what the chain does not make counts as a difference", options.strict);
  declare_scratch(arguments, options);
  declare_ignore(arguments, options);
  declare_json(arguments, options);
  declare_database(arguments, options);
}

void declare_history(Arguments& arguments, RawOptions&, Options& options) {
  arguments.value("-r,--rev-range", "A:B", "only these, both ends included; A: and :B are open",
                  options.range);
  arguments.flag("-i,--indicate-current", "mark where the database stands",
                 options.indicate_current);
  declare_reading(arguments, options);
  declare_database(arguments, options);
}

void declare_list(Arguments& arguments, RawOptions&, Options& options) {
  declare_reading(arguments, options);
}

void declare_show(Arguments& arguments, RawOptions&, Options& options) {
  arguments.positional("REV", revision_help, options.revision);
  declare_reading(arguments, options);
  declare_database(arguments, options);
}

void declare_completion(Arguments& arguments, RawOptions&, Options& options) {
  arguments.positional("SHELL", "bash, zsh or fish; man: the man page", options.form);
  arguments.choices(completion_forms());
}

std::string usage_text(const std::string& text, const std::string& program,
                       const std::string& way_out) {
  return program + ": error: " + text + "\nhelp: " + program + " " + way_out + "\n";
}

std::string main_page(const std::string& program, const Chain& chain) {
  std::string page = "usage: " + program + " VERB [options]\n\nThe database of chain " +
                     in_quotes(chain.name) + ": " + counted(chain.revision_count, "revision");
  if (chain.revision_count > 0) {
    page += ", head " + printable(chain.revisions[chain.revision_count - 1].id);
  }
  page += ".\n\n";
  for (const Verb& verb : verbs()) {
    page += help_entry(std::string(verb.name), std::string(verb.help));
  }
  page += "\noptions:\n" + help_entry("-h, --help", "show this page, or that of a verb");
  page += help_entry("    --version", "show chain, head and release");
  page += help_entry("@FILE", "read options from a file, one a line");
  page += "\nexit codes: 0 done, 1 failed or found something, 2 usage, 3 could not connect\n";
  return page;
}

std::string version_page(const std::string& program, const Chain& chain) {
  std::string page = program + " (retort " + RETORT_VERSION + ", generated-abi " +
                     std::to_string(RETORT_GENERATED_ABI) + ")\nchain " + printable(chain.name);
  if (chain.revision_count > 0) {
    page += " at " + printable(chain.revisions[chain.revision_count - 1].id);
  }
  return page + "\n";
}

std::string convert(const RawOptions& raw, Options& options) {
  if (!raw.lock_wait.empty()) {
    const auto wait = parse_duration(raw.lock_wait);
    if (!wait) return in_quotes(raw.lock_wait) + " is not a time: 10s, 500ms, 2min";
    options.lock_wait_ms = *wait;
  }
  constexpr std::array<std::pair<std::string_view, TransactionMode>, 4> modes = {{
      {"auto", TransactionMode::automatic},
      {"all", TransactionMode::all},
      {"per-revision", TransactionMode::per_revision},
      {"per_revision", TransactionMode::per_revision},
  }};
  const auto mode = std::find_if(modes.begin(), modes.end(), [&](const auto& entry) {
    return entry.first == raw.transaction_mode;
  });
  if (mode == modes.end()) {
    return "unknown transaction mode " + in_quotes(raw.transaction_mode) +
           ": auto, all, per_revision";
  }
  options.transaction_mode = mode->second;
  const char* echo = std::getenv("RETORT_ECHO");
  if (echo != nullptr && *echo != '\0' && std::string_view(echo) != "0") options.echo = true;
  return {};
}

// A requirement of a verb that is not met, or an empty string.
std::string missing(std::string_view verb, Options& options) {
  if (!options.adopt_table.empty() && !options.no_adopt) options.adopt = true;
  if (options.adopt && options.no_adopt) return "--adopt and --no-adopt exclude each other";
  if (options.adopt && (options.sql || options.dry_run)) {
    return "--adopt reads and writes the database: it goes with neither --sql nor --dry-run";
  }
  if (verb == "stamp" && options.adopt) {
    if (options.purge) return "--adopt and --purge exclude each other";
    if (options.revision.empty()) return {};
    return "--adopt takes the revision from the other tool: stamp --adopt";
  }
  const bool needs_revision = verb == "downgrade" || verb == "stamp" || verb == "show";
  if (needs_revision && options.revision.empty()) {
    return in_quotes(verb) + " needs a revision";
  }
  if (verb == "completion") {
    const auto& forms = completion_forms();
    if (std::find(forms.begin(), forms.end(), options.form) != forms.end()) return {};
    return "'completion' needs the name of a shell: bash, zsh or fish";
  }
  if (options.sql && options.dry_run) return "--sql and --dry-run exclude each other";
  if (verb == "upgrade" && options.revision.empty()) options.revision = "head";
  return {};
}

}  // namespace

void declare_database(Arguments& arguments, Options& options) {
  arguments.group("the database");
  arguments.value("--url", "URL", "default: $DATABASE_URL, .env, the program's own", options.url);
}

ProgramInfo program_info(const std::string& program, const Chain& chain) {
  ProgramInfo info;
  info.name = program;
  info.summary = "upgrade the database of " + printable(chain.name);
  info.description = "Holds the migrations of " + printable(chain.name) +
                     " and brings a database to the revision that is asked for. Needs no file.";
  for (const Verb& verb : verbs()) {
    Arguments arguments(program, std::string(verb.usage), std::string(verb.help));
    RawOptions raw;
    Options options;
    verb.declare(arguments, raw, options);
    info.verbs.push_back({std::string(verb.name), std::string(verb.usage), std::string(verb.help),
                          arguments.options()});
  }
  return info;
}

std::string complete(std::string_view verb, const RawOptions& raw, Options& options) {
  std::string error = missing(verb, options);
  return error.empty() ? convert(raw, options) : error;
}

const Verb* find_verb(std::string_view name) {
  for (const Verb& verb : verbs()) {
    if (verb.name == name) return &verb;
  }
  return nullptr;
}

const std::vector<Verb>& verbs() {
  static const std::vector<Verb> table = {
      {"upgrade", "[options] [REV]", "apply what is missing", declare_upgrade, run_upgrade},
      {"downgrade", "[options] REV", "revert", declare_downgrade, run_downgrade},
      {"current", "[options]", "show where the database stands", declare_current, run_current},
      {"check", "[options]", "exit 1 unless the database is at head and has its schema",
       declare_check, run_check},
      {"verify", "[options]", "compare the live schema with the chain's", declare_verify,
       run_verify},
      {"history", "[options]", "list the revisions, newest first", declare_history, run_history},
      {"heads", "[options]", "show the head of the chain", declare_list, run_heads},
      {"branches", "[options]", "show the revisions that several others revise", declare_list,
       run_branches},
      {"show", "[options] REV", "show one revision", declare_show, run_show},
      {"stamp", "[options] REV|--adopt", "record a revision without running anything",
       declare_stamp, run_stamp},
      {"transfer", "[options]", "move the rows from SQLite to PostgreSQL", declare_transfer,
       run_transfer},
      {"completion", "SHELL", "print a completion script", declare_completion, run_completion},
  };
  return table;
}

std::optional<std::int64_t> parse_duration(std::string_view text) {
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, number);
  constexpr std::int64_t max_number = 1'000'000'000;
  if (parsed.ec != std::errc() || number < 0 || number > max_number) return std::nullopt;
  const std::string_view unit(parsed.ptr, static_cast<std::size_t>(end - parsed.ptr));
  if (unit == "ms") return number;
  if (unit.empty() || unit == "s") return number * 1000;
  if (unit == "min") return number * 60'000;
  return std::nullopt;
}

CommandLine parse_command_line(const std::string& program, std::vector<std::string> arguments,
                               const Chain& chain) {
  CommandLine result;
  const auto usage = [&](const std::string& text, const std::string& way_out) {
    result.err = usage_text(text, program, way_out);
    result.exit_code = exit_usage;
    return result;
  };
  if (const std::string error = expand_files(arguments); !error.empty())
    return usage(error, "--help");
  if (arguments.empty()) return usage("no verb is given", "--help");
  const std::string word = arguments.front();
  arguments.erase(arguments.begin());
  if (word == "--version") {
    result.out = version_page(program, chain);
    return result;
  }
  if (word == "-h" || word == "--help") {
    const Verb* about = arguments.empty() ? nullptr : find_verb(arguments.front());
    if (about != nullptr) return parse_command_line(program, {arguments.front(), "--help"}, chain);
    result.out = main_page(program, chain);
    return result;
  }
  const Verb* verb = find_verb(word);
  if (verb == nullptr && !word.empty() && word[0] == '-') {
    return usage("option " + in_quotes(word) + " before the verb: options come behind it",
                 "--help");
  }
  if (verb == nullptr) {
    std::vector<std::string_view> names;
    for (const Verb& known : verbs()) names.push_back(known.name);
    std::string text = "unknown verb " + in_quotes(word);
    if (const auto close = nearest(word, names))
      text += "; did you mean " + in_quotes(*close) + "?";
    return usage(text, "--help");
  }
  RawOptions raw;
  const std::string name(verb->name);
  Arguments parser(program + " " + name, std::string(verb->usage), std::string(verb->help));
  parser.group("options");
  verb->declare(parser, raw, result.options);
  const ParseResult parsed = parser.parse(std::move(arguments));
  if (parsed.kind == ParseResult::Kind::help) {
    result.out = parsed.text;
    return result;
  }
  std::string error = parsed.text;
  if (error.empty()) error = complete(verb->name, raw, result.options);
  if (!error.empty()) return usage(error, name + " --help");
  result.verb = verb;
  return result;
}

}  // namespace retort::cli
