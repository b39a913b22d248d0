// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The vocabulary of the command line: which verb takes which options, and the help pages.
#include "driver/options.hpp"

#include <array>
#include <functional>
#include <utility>

#include "cli/arguments.hpp"
#include "cli/text.hpp"
#include "driver/raw_options.hpp"
#include "driver/version.hpp"

namespace retort::compiler::driver {
namespace {

using cli::Arguments;

struct Verb {
  std::string_view name;
  std::string_view usage;  // behind the name
  std::string_view help;   // one line
  std::string_view more;   // further text of the verb's own page
  void (*declare)(Arguments&, RawOptions&, Options&);
};

// `transfer` has an --exclude of its own, for tables.
void declare_chain(Arguments& arguments, RawOptions& raw, bool with_exclude = true) {
  arguments.group("the chain");
  arguments.values("--dir,--directory", "DIR",
                   "folder of the migrations; for each engine its own: sqlite=DIR",
                   raw.directories);
  arguments.values("--file", "FILE", "these files instead of a folder", raw.files);
  if (with_exclude)
    arguments.values("--exclude", "PATTERN", "leave out what fits (*, ?, **), below the folder",
                     raw.exclude);
  arguments.value("--layout", "NAME", "how the files are arranged (default: retort)", raw.layout);
  arguments.choices(chain::layout_names());
  arguments.values("--variable", "NAME=VALUE", "what a placeholder of another tool stands for",
                   raw.variables);
  arguments.value("--placeholder-prefix", "TEXT", "of layout flyway (default: ${)",
                  raw.placeholder_prefix);
  arguments.value("--placeholder-suffix", "TEXT", "of layout flyway (default: })",
                  raw.placeholder_suffix);
  arguments.values("--engine", "NAME", "sqlite (default), postgres; several: a,b", raw.engines,
                   ',');
  arguments.choices({"sqlite", "postgres"});
  arguments.value("--name", "NAME", "the chain's name in the ledger", raw.name);
  arguments.value("--lock-file", "FILE", "default: retort.lock in the folder", raw.lock_file);
  arguments.flag("--no-lock-file", "read no lock, even if one lies there", raw.no_lock_file);
}

void declare_findings(Arguments& arguments, RawOptions& raw, Options& options) {
  arguments.group("findings");
  arguments.values("-W", "NAME", "-Wall, -WNAME, -Wno-NAME, -Werror[=NAME]", raw.warnings);
  arguments.flag("--werror", "warnings are errors", raw.werror);
  arguments.value("--diagnostics", "FORM", "gnu (default), msvc or json", raw.diagnostics);
  arguments.choices({"gnu", "msvc", "json"});
  arguments.value("--sarif", "FILE", "also write SARIF 2.1.0 there", options.sarif);
  arguments.value("--color", "WHEN", "auto (default), always or never", raw.color);
  arguments.choices({"auto", "always", "never"});
}

void declare_proof(Arguments& arguments, RawOptions& raw, Options& options) {
  arguments.group("the proof");
  arguments.values("--verify", "ENGINE", "engines that prove the chain, or none", raw.verify, ',');
  arguments.choices({"sqlite", "postgres", "none"});
  arguments.value("--pg-bindir", "DIR", "where initdb and postgres are (default: searched)",
                  options.postgres.bindir);
  arguments.values("--sqlite-function", "NAME/N", "function that the program registers",
                   raw.sqlite_functions, ',');
  arguments.value("--sqlite-minimum", "VERSION", "the oldest SQLite that the program meets",
                  raw.sqlite_minimum);
  arguments.values("--sqlite-feature", "NAME", "a part that this SQLite has, as in fts5",
                   raw.sqlite_features, ',');
  arguments.value("--sqlite-profile", "NAME", "full (default) or plain: form of portable tables",
                  raw.sqlite_profile);
  arguments.choices({"full", "plain"});
}

void declare_check(Arguments& arguments, RawOptions& raw, Options& options) {
  arguments.positional("DIR", "folder of the migrations (default: migrations)", raw.directory_word);
  arguments.flag("-v,--verbose", "name every revision", options.verbose);
  declare_chain(arguments, raw);
  arguments.flag("--locked", "every revision must be locked", raw.locked);
  declare_findings(arguments, raw, options);
  declare_proof(arguments, raw, options);
  arguments.group("the database");
  arguments.value("--url", "URL", "also: is this database at the head?", options.database.url);
}

void declare_prove(Arguments& arguments, RawOptions& raw, Options& options) {
  arguments.positional("DIR", "folder of the migrations (default: migrations)", raw.directory_word);
  arguments.group("the proof");
  arguments.value("--stamp", "FILE", "says what was proved: it is done once (required)",
                  options.postgres.stamp);
  arguments.flag("--required", "no server is an error, not a warning", options.postgres.required);
  arguments.value("--pg-bindir", "DIR", "where initdb and postgres are (default: searched)",
                  options.postgres.bindir);
  arguments.value("--template", "DIR", "keeps what initdb makes for the next proof",
                  options.postgres.template_directory);
  declare_chain(arguments, raw);
  arguments.group("findings");
  arguments.value("--diagnostics", "FORM", "gnu (default), msvc or json", raw.diagnostics);
  arguments.choices({"gnu", "msvc", "json"});
  arguments.value("--color", "WHEN", "auto (default), always or never", raw.color);
  arguments.choices({"auto", "always", "never"});
}

void declare_compile(Arguments& arguments, RawOptions& raw, Options& options) {
  CompileOptions& compile = options.compile;
  arguments.positional("DIR", "folder of the migrations (default: migrations)", raw.directory_word);
  arguments.flag("-v,--verbose", "say what was done", options.verbose);
  arguments.group("outputs");
  arguments.value("--output-dir", "DIR", "for what is not named below", raw.output_dir);
  arguments.value("--source", "FILE", "NAME.cpp", compile.source);
  arguments.value("--header-file", "FILE", "include/NAME/migrations.hpp", compile.header_file);
  arguments.value("--manifest", "FILE", "NAME.json", compile.manifest);
  arguments.value("--stamp", "FILE", "NAME.stamp: last success", compile.stamp);
  arguments.value("--depfile", "FILE", "NAME.d: everything that was read", compile.depfile);
  arguments.value("--forget-file", "FILE", "rewritten when an input is gone", compile.forget_file);
  arguments.group("generated code");
  arguments.value("--namespace", "A::B", "default: the name as an identifier",
                  compile.cxx_namespace);
  arguments.value("--header", "PATH", "as written in #include (NAME/migrations.hpp)",
                  compile.header);
  arguments.value("--export-macro", "MACRO", "stands before chain()", compile.export_macro);
  arguments.value("--export-header", "PATH", "defines the macro", compile.export_header);
  arguments.value("--default-url", "URL", "used where none is given at run time",
                  compile.default_url);
  arguments.value("--root", "DIR", "paths in the code are relative to it (default: .)", raw.root);
  declare_chain(arguments, raw);
  arguments.flag("--locked", "every revision must be locked", raw.locked);
  arguments.value("--schema", "FILE", "declared schema that the head must equal", raw.schema);
  arguments.values("--depends-on", "FILE", "manifest of a chain that Depends on may name",
                   compile.depends_on);
  declare_findings(arguments, raw, options);
  declare_proof(arguments, raw, options);
}

void declare_lock(Arguments& arguments, RawOptions& raw, Options& options) {
  arguments.positional("DIR", "folder of the migrations (default: migrations)", raw.directory_word);
  declare_chain(arguments, raw);
  declare_findings(arguments, raw, options);
  declare_proof(arguments, raw, options);
}

void declare_reading(Arguments& arguments, RawOptions& raw, Options& options) {
  arguments.flag("-v,--verbose", "a block per revision", options.verbose);
  arguments.flag("--json", "as JSON", options.json);
  declare_chain(arguments, raw);
  arguments.value("--color", "WHEN", "auto (default), always or never", raw.color);
  arguments.choices({"auto", "always", "never"});
}

void declare_list(Arguments& arguments, RawOptions& raw, Options& options) {
  arguments.positional("DIR", "folder of the migrations (default: migrations)", raw.directory_word);
  declare_reading(arguments, raw, options);
}

void declare_history(Arguments& arguments, RawOptions& raw, Options& options) {
  arguments.positional("DIR", "folder of the migrations (default: migrations)", raw.directory_word);
  arguments.value("-r,--rev-range", "A:B", "only these, both ends included; A: and :B are open",
                  options.range);
  arguments.flag("-i,--indicate-current", "mark where the database stands",
                 options.database.indicate_current);
  declare_reading(arguments, raw, options);
  cli::declare_database(arguments, options.database);
}

void declare_show(Arguments& arguments, RawOptions& raw, Options& options) {
  arguments.positional("REV", "id, prefix, head, head-1, label@head, current", options.revision);
  declare_reading(arguments, raw, options);
  cli::declare_database(arguments, options.database);
}

// The compiled form of a revision; with one engine of a chain that has several, only its form.
void declare_compiled(Arguments& arguments, RawOptions& raw, Options& options) {
  arguments.positional("REV", "id, prefix, head, head-1, label@head (default: head)",
                       options.revision);
  declare_chain(arguments, raw);
  declare_findings(arguments, raw, options);
  arguments.group("portable tables");
  arguments.value("--sqlite-profile", "NAME", "full (default) or plain: form of portable tables",
                  raw.sqlite_profile);
}

void declare_graph(Arguments& arguments, RawOptions& raw, Options& options) {
  arguments.positional("DIR", "folder of the migrations (default: migrations)", raw.directory_word);
  arguments.value("--format", "FORM", "text (default), dot or mermaid", options.graph_format);
  arguments.choices({"text", "dot", "mermaid"});
  declare_chain(arguments, raw);
  arguments.value("--color", "WHEN", "auto (default), always or never", raw.color);
  arguments.choices({"auto", "always", "never"});
}

// A verb of the shipped command line, over a folder.
void declare_database_verb(Arguments& arguments, RawOptions& raw, Options& options) {
  cli::find_verb(options.verb)->declare(arguments, raw.database, options.database);
  declare_chain(arguments, raw, options.verb != "transfer");
  arguments.value("--color", "WHEN", "auto (default), always or never", raw.color);
  arguments.choices({"auto", "always", "never"});
}

void declare_writing(Arguments& arguments, RawOptions& raw, Options& options) {
  arguments.value("-m,--message", "TEXT", "what it does: the first line of the file (required)",
                  options.message);
  arguments.value("--rev-id", "ID", "instead of twelve random hex digits", options.revision_id);
  declare_chain(arguments, raw);
  arguments.value("--color", "WHEN", "auto (default), always or never", raw.color);
  arguments.choices({"auto", "always", "never"});
}

void declare_revision(Arguments& arguments, RawOptions& raw, Options& options) {
  arguments.value("--head", "REV", "the head to revise, where the chain has several", options.head);
  declare_writing(arguments, raw, options);
}

void declare_merge(Arguments& arguments, RawOptions& raw, Options& options) {
  arguments.positionals("REV", "the heads to join (default: all)", options.revisions);
  declare_writing(arguments, raw, options);
}

void declare_rebase(Arguments& arguments, RawOptions& raw, Options& options) {
  arguments.positional("REV", "the revision to move, with all that follows it", options.revision);
  arguments.value("--onto", "REV", "its new parent (required)", options.onto);
  declare_chain(arguments, raw);
  arguments.value("--color", "WHEN", "auto (default), always or never", raw.color);
  arguments.choices({"auto", "always", "never"});
}

void declare_import(Arguments& arguments, RawOptions& raw, Options& options) {
  arguments.positional("DIR", "folder of the other tool (default: migrations)", raw.directory_word);
  arguments.value("-o,--output", "DIR", "the new folder (required)", options.output);
  declare_chain(arguments, raw);
  arguments.value("--color", "WHEN", "auto (default), always or never", raw.color);
  arguments.choices({"auto", "always", "never"});
}

void declare_completion(Arguments& arguments, RawOptions&, Options& options) {
  arguments.positional("SHELL", "bash, zsh or fish; man: the man page", options.completion_form);
  arguments.choices(cli::completion_forms());
}

Verb database_verb(std::string_view name) {
  const cli::Verb& verb = *cli::find_verb(name);
  return {verb.name, verb.usage, verb.help, "", declare_database_verb};
}

const auto& verbs() {
  static const std::array table = {
      Verb{"check", "[options] [DIR]", "check a chain as the build does, with proof",
           "Says in one line what was proved, or what is wrong and where.", declare_check},
      Verb{"compile", "--name NAME --output-dir DIR [options] [DIR]",
           "compile a chain to C++: what add_migrations() calls",
           "Prints nothing when it succeeds.", declare_compile},
      Verb{"prove", "--stamp FILE [options] [DIR]",
           "prove a chain on PostgreSQL, for add_migrations()",
           "Prints nothing when it succeeds. By hand: retort check --verify=postgres.",
           declare_prove},
      Verb{"lock", "[options] [DIR]", "freeze the revisions that ship now in retort.lock",
           "Appends what is not locked yet; what is there stays as it is.", declare_lock},
      Verb{"history", "[options] [DIR]", "list the revisions, newest first", "", declare_history},
      Verb{"heads", "[options] [DIR]", "show the revisions that no other revises", "",
           declare_list},
      Verb{"branches", "[options] [DIR]", "show the revisions that several others revise", "",
           declare_list},
      Verb{"show", "[options] REV", "show one revision", "", declare_show},
      Verb{"revision", "[options] -m TEXT", "write the next migration file", "", declare_revision},
      Verb{"merge", "[options] -m TEXT [REV...]", "join heads in a new revision", "",
           declare_merge},
      Verb{"rebase", "[options] REV --onto REV", "put a revision behind another one",
           "Edits the Revises line of one file and nothing else.", declare_rebase},
      Verb{"import", "[options] --layout NAME -o DIR [DIR]",
           "turn another tool's folder into layout retort",
           "Ids, order and hashes stay, so that databases which the other tool migrated fit.",
           declare_import},
      Verb{"sql", "[options] [REV]", "print what a revision sends to each engine",
           "With one --engine only what that one is sent.", declare_compiled},
      Verb{"schema", "[options] [REV]", "print the schema behind a revision as SQL", "",
           declare_compiled},
      Verb{"explain", "[options] [REV]", "tell what each statement of a revision locks and costs",
           "", declare_compiled},
      Verb{"graph", "[options] [DIR]", "draw the chain", "", declare_graph},
      Verb{"completion", "SHELL", "print a completion script", "", declare_completion},
      database_verb("upgrade"),
      database_verb("downgrade"),
      database_verb("current"),
      database_verb("stamp"),
      database_verb("verify"),
      database_verb("transfer"),
  };
  return table;
}

std::string main_page() {
  std::string page =
      "usage: retort VERB [options]\n\n"
      "Compiles a folder of SQL migrations into C++ and checks it on the way.\n\n";
  page += "on files:\n";
  bool on_files = true;
  for (const Verb& verb : verbs()) {
    if (on_files && verb.declare == declare_database_verb) page += "\non a database:\n";
    on_files = verb.declare != declare_database_verb;
    page += cli::help_entry(std::string(verb.name), std::string(verb.help));
  }
  page += "\noptions:\n";
  page += cli::help_entry("-h, --help", "show this page, or that of a verb behind it");
  page += cli::help_entry("    --version", "show the version");
  page += cli::help_entry("@FILE", "read options from a file, one a line");
  page +=
      "\nexit codes: 0 done, 1 failed or found something, 2 usage, 3 could not connect,\n"
      "            70 a bug in retort\n";
  return page;
}

CommandLine usage_error(std::string_view text, std::string_view help) {
  CommandLine result;
  result.err = "retort: error: " + std::string(text) + "\n";
  if (!help.empty()) result.err += "help: " + std::string(help) + "\n";
  result.exit_code = 2;
  return result;
}

CommandLine page(std::string text) {
  CommandLine result;
  result.out = std::move(text);
  return result;
}

const Verb* find_verb(std::string_view name) {
  for (const Verb& verb : verbs()) {
    if (verb.name == name) return &verb;
  }
  return nullptr;
}

CommandLine unknown_verb(const std::string& word) {
  if (!word.empty() && word[0] == '-') {
    return usage_error("unknown option " + cli::in_quotes(word) + " before the verb",
                       "retort --help");
  }
  std::vector<std::string_view> names;
  for (const Verb& verb : verbs()) names.push_back(verb.name);
  std::string text = "unknown verb " + cli::in_quotes(word);
  if (const auto close = cli::nearest(word, names))
    text += "; did you mean " + cli::in_quotes(*close) + "?";
  return usage_error(text, "retort --help");
}

void trim(std::string& text) {
  const auto begin = text.find_first_not_of(' ');
  text =
      begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

// A requirement of a verb that is not met, or an empty string.
std::string missing(const Options& options) {
  const std::string& verb = options.verb;
  if ((verb == "show" || verb == "rebase") && options.revision.empty()) {
    return "'" + verb + "' needs a revision";
  }
  if (verb == "prove" && options.postgres.stamp.empty()) return "'prove' needs --stamp";
  if (verb == "import" && options.output.empty()) return "'import' needs the new folder (-o)";
  if (verb == "completion" && options.completion_form.empty()) {
    return "'completion' needs the name of a shell: bash, zsh or fish";
  }
  if (verb == "rebase" && options.onto.empty()) return "'rebase' needs --onto";
  if ((verb == "revision" || verb == "merge") && options.message.empty()) {
    return "'" + verb + "' needs a message (-m)";
  }
  return {};
}

}  // namespace

cli::ProgramInfo program_info() {
  cli::ProgramInfo info;
  info.name = "retort";
  info.summary = "compile a folder of SQL migrations into C++ and check it on the way";
  info.description =
      "Reads a folder of SQL migrations, refuses a broken revision chain the way a compiler "
      "refuses "
      "broken code, proves the chain on a real engine, and generates C++ that a small runtime "
      "executes. In a build it is called by the CMake function add_migrations(). It also upgrades "
      "a database from the folder itself.";
  info.licence = "SPDX-License-Identifier: BSL-1.0\nSPDX-FileCopyrightText: The retort authors";
  for (const Verb& verb : verbs()) {
    Arguments arguments("retort", std::string(verb.usage), std::string(verb.help));
    RawOptions raw;
    Options options;
    options.verb = verb.name;
    verb.declare(arguments, raw, options);
    info.verbs.push_back({std::string(verb.name), std::string(verb.usage), std::string(verb.help),
                          arguments.options()});
  }
  return info;
}

CommandLine parse_command_line(std::vector<std::string> arguments) {
  if (const std::string error = cli::expand_files(arguments); !error.empty()) {
    return usage_error(error, {});
  }
  if (arguments.empty()) return usage_error("no verb is given", "retort --help");
  const std::string word = arguments.front();
  arguments.erase(arguments.begin());
  if (word == "--version") return page(version_text());
  if (word == "-h" || word == "--help") {
    const Verb* about = arguments.empty() ? nullptr : find_verb(arguments.front());
    if (about == nullptr) return page(main_page());
    return parse_command_line({arguments.front(), "--help"});
  }
  const Verb* verb = find_verb(word);
  if (verb == nullptr) return unknown_verb(word);

  CommandLine result;
  Options options;
  options.verb = verb->name;
  RawOptions raw;
  std::string description(verb->help);
  if (!verb->more.empty()) description += ".\n" + std::string(verb->more);
  Arguments parser("retort " + options.verb, std::string(verb->usage), description);
  parser.group("options");
  verb->declare(parser, raw, options);
  const cli::ParseResult parsed = parser.parse(std::move(arguments));
  const std::string way_out = "retort " + options.verb + " --help";
  if (parsed.kind == cli::ParseResult::Kind::help) return page(parsed.text);
  if (parsed.kind == cli::ParseResult::Kind::error) return usage_error(parsed.text, way_out);
  trim(options.message);
  if (const std::string text = missing(options); !text.empty()) return usage_error(text, way_out);
  if (const std::string text = convert(raw, options); !text.empty()) {
    const auto end = text.find('\n');
    return usage_error(text.substr(0, end), end == text.npos ? way_out : text.substr(end + 1));
  }
  result.options = std::move(options);
  return result;
}

}  // namespace retort::compiler::driver
