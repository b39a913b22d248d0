// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Option texts in, checked values out. What the tool cannot do yet is refused here, never ignored.
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "cli/text.hpp"
#include "cli/url.hpp"
#include "driver/paths.hpp"
#include "driver/raw_options.hpp"

namespace retort::compiler::driver {
namespace {

using cli::in_quotes;

template <class Container, class Value>
bool holds(const Container& container, const Value& value) {
  return std::find(container.begin(), container.end(), value) != container.end();
}

template <class Names>
std::string list_of(const Names& names) {
  return cli::joined(std::vector<std::string_view>(names.begin(), names.end()));
}

template <class Names>
std::string unknown(std::string_view what, std::string_view value, const Names& names) {
  std::string text = "unknown " + std::string(what) + " " + in_quotes(value);
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  if (const auto close = cli::nearest(value, candidates)) {
    text += "; did you mean " + in_quotes(*close) + "?";
  }
  return text + "\n" + std::string(what) + "s: " + list_of(names);
}

std::string convert_layout(const RawOptions& raw, Options& options) {
  if (!holds(chain::layout_names(), raw.layout)) {
    return unknown("layout", raw.layout, chain::layout_names());
  }
  if (options.verb == "import" && raw.layout == "retort") {
    return "'import' needs the layout of the other tool (--layout)\nlayouts: " +
           list_of(chain::layout_names());
  }
  options.load.layout = raw.layout;
  options.load.placeholder_prefix = raw.placeholder_prefix;
  options.load.placeholder_suffix = raw.placeholder_suffix;
  for (const std::string& variable : raw.variables) {
    const std::size_t equals = variable.find('=');
    if (equals == 0 || equals == std::string::npos) {
      return "--variable " + in_quotes(variable) + " is not NAME=VALUE";
    }
    options.load.variables.emplace_back(variable.substr(0, equals), variable.substr(equals + 1));
  }
  return {};
}

std::string convert_engines(const RawOptions& raw, Options& options) {
  options.engines_given = !raw.engines.empty();
  if (raw.engines.empty()) return {};
  options.load.engines.clear();
  for (const std::string& name : raw.engines) {
    const auto engine = dialect::engine_by_name(name);
    if (!engine) return unknown("engine", name, std::array{"sqlite", "postgres"});
    if (holds(options.load.engines, *engine))
      return "engine " + in_quotes(name) + " is given twice";
    options.load.engines.push_back(*engine);
  }
  return {};
}

// The engine of "sqlite=migrations/sqlite"; nothing for a plain folder.
std::optional<dialect::Engine> engine_of_directory(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos) return std::nullopt;
  return dialect::engine_by_name(text.substr(0, equals));
}

// A folder for each engine: --dir sqlite=a --dir postgres=b. They tell the engines where --engine
// does not.
std::string convert_engine_directories(const RawOptions& raw, Options& options) {
  chain::LoadOptions& load = options.load;
  std::vector<std::pair<dialect::Engine, std::string>> given;
  for (const std::string& text : raw.directories) {
    const auto engine = engine_of_directory(text);
    if (!engine)
      return in_quotes(text) + " names no engine, and another folder does\nas in sqlite=DIR";
    const std::string name(dialect::engine_name(*engine));
    for (const auto& [other, folder] : given) {
      if (other == *engine) return "the folder of engine " + in_quotes(name) + " is given twice";
    }
    const std::string folder = without_trailing_slash(text.substr(name.size() + 1));
    if (folder.empty()) return in_quotes(text) + " names no folder\nas in " + name + "=DIR";
    if (!raw.engines.empty() && !holds(load.engines, *engine)) {
      return "there is a folder for engine " + in_quotes(name) +
             ", and the chain is not compiled for it";
    }
    given.emplace_back(*engine, folder);
  }
  if (raw.engines.empty()) {
    load.engines.clear();
    for (const auto& [engine, folder] : given) load.engines.push_back(engine);
  }
  for (const dialect::Engine engine : load.engines) {
    const auto same = [engine](const auto& pair) { return pair.first == engine; };
    const auto found = std::find_if(given.begin(), given.end(), same);
    if (found == given.end()) {
      const std::string name(dialect::engine_name(engine));
      return "engine " + in_quotes(name) + " has no folder\nas in --dir " + name + "=DIR";
    }
    load.engine_directories.push_back(found->second);
  }
  const std::string_view around = source::directory_name(load.engine_directories.front());
  load.directory = around.empty() ? "." : std::string(around);
  return {};
}

std::string convert_directory(const RawOptions& raw, Options& options) {
  std::vector<std::string> given = raw.directories;
  if (!raw.directory_word.empty()) given.push_back(raw.directory_word);
  if (given.empty()) return {};
  if (!raw.files.empty()) return "--file and a folder exclude each other";
  if (!raw.directories.empty() && engine_of_directory(raw.directories.front())) {
    if (!raw.directory_word.empty()) {
      return in_quotes(raw.directory_word) +
             " names no engine, and another folder does\nas in sqlite=DIR";
    }
    return convert_engine_directories(raw, options);
  }
  if (given.size() > 1) {
    return "the folder is given twice: " + in_quotes(given[0]) + " and " + in_quotes(given[1]);
  }
  options.load.directory = without_trailing_slash(given.front());
  return {};
}

std::string convert_chain(const RawOptions& raw, Options& options) {
  chain::LoadOptions& load = options.load;
  if (std::string error = convert_directory(raw, options); !error.empty()) return error;
  if (!raw.exclude.empty() && !raw.files.empty()) return "--exclude and --file exclude each other";
  load.files = raw.files;
  load.exclude = raw.exclude;
  load.locked = raw.locked;
  if (raw.no_lock_file && !raw.lock_file.empty()) {
    return "--lock-file and --no-lock-file exclude each other";
  }
  if (raw.no_lock_file && raw.locked)
    return "--locked needs a lock, and --no-lock-file says there is none";
  if (raw.no_lock_file && options.verb == "lock") {
    return "'lock' writes a lock, and --no-lock-file says there is none";
  }
  if (!raw.lock_file.empty()) {
    load.lock_file = raw.lock_file;
  } else if (!raw.no_lock_file) {
    const std::string beside =
        raw.files.empty() ? load.directory : std::string(source::directory_name(raw.files.front()));
    load.lock_file = source::join(beside, "retort.lock");
  }
  options.name_given = !raw.name.empty();
  load.name =
      raw.name.empty() ? std::string(source::base_name(absolute_path(load.directory))) : raw.name;
  options.root = absolute_path(raw.root.empty() ? "." : raw.root);
  if (!raw.schema.empty()) {
    return "--schema is not supported yet: the head is not compared with a declared schema\n"
           "leave out SCHEMA until it is";
  }
  return {};
}

// The verbs that only list or write show what is broken, and leave advice to `check`; before
// `prove` a build has run `compile`.
void silence_warnings(Options& options) {
  for (int group = 1; group <= static_cast<int>(diag::Group::naming); ++group) {
    const std::string name(diag::group_name(static_cast<diag::Group>(group)));
    options.warnings.add("-Wno-" + name);
  }
}

std::string convert_findings(const RawOptions& raw, Options& options) {
  const bool builds = holds(std::array{"check", "compile", "lock"}, options.verb);
  if (!builds) silence_warnings(options);
  for (const std::string& name : raw.warnings) {
    const std::string error = options.warnings.add("-W" + name);
    if (!error.empty()) return error;
  }
  if (raw.werror) options.warnings.add("-Werror");
  constexpr std::array forms = {"gnu", "msvc", "json"};
  if (!holds(forms, raw.diagnostics)) return unknown("form", raw.diagnostics, forms);
  if (raw.diagnostics == "msvc") options.format = DiagnosticsFormat::msvc;
  if (raw.diagnostics == "json") options.format = DiagnosticsFormat::json;
  constexpr std::array colors = {"auto", "always", "never"};
  if (!holds(colors, raw.color)) return unknown("color", raw.color, colors);
  if (raw.color == "always") options.color = ColorMode::always;
  if (raw.color == "never") options.color = ColorMode::never;
  return {};
}

// "name/2"
std::string convert_function(const std::string& text, Options& options) {
  const auto slash = text.rfind('/');
  verify::SqliteFunction function;
  function.name = text.substr(0, slash);
  const std::string digits = slash == std::string::npos ? "" : text.substr(slash + 1);
  const char* end = digits.data() + digits.size();
  const auto [rest, error] = std::from_chars(digits.data(), end, function.arguments);
  const bool number = error == std::errc() && rest == end && function.arguments >= -1 &&
                      function.arguments <= 127;  // SQLite's own limit
  if (function.name.empty() || !number) {
    return in_quotes(text) +
           " is not a function\nwrite its name and its number of arguments: normalize/2";
  }
  options.verify.sqlite_functions.push_back(std::move(function));
  return {};
}

// The number that sqlite3_libversion_number() has for "3.x" or "3.x.y"; 0 where it is none.
int sqlite_version_number(const std::string& text) {
  int parts[3] = {0, 0, 0};
  const char* at = text.data();
  const char* end = at + text.size();
  int count = 0;
  while (count < 3) {
    const auto [rest, error] = std::from_chars(at, end, parts[count]);
    if (error != std::errc() || parts[count] < 0 || parts[count] > 999) return 0;
    ++count;
    at = rest;
    if (at == end || *at != '.') break;
    ++at;
  }
  if (at != end || count < 2 || parts[0] != 3) return 0;
  return parts[0] * 1'000'000 + parts[1] * 1'000 + parts[2];
}

std::string convert_sqlite(const RawOptions& raw, Options& options) {
  for (const std::string& function : raw.sqlite_functions) {
    if (std::string error = convert_function(function, options); !error.empty()) return error;
  }
  constexpr std::array profiles = {"full", "plain"};
  if (!holds(profiles, raw.sqlite_profile)) return unknown("profile", raw.sqlite_profile, profiles);
  if (raw.sqlite_profile == "plain") options.sqlite_profile = lower::SqliteProfile::plain;
  if (!raw.sqlite_minimum.empty()) {
    const int minimum = sqlite_version_number(raw.sqlite_minimum);
    if (minimum == 0)
      return in_quotes(raw.sqlite_minimum) + " is not a version of SQLite\nas in 3.37";
    if (minimum > sqlite3_libversion_number()) {
      return "SQLite " + raw.sqlite_minimum + " is newer than the one inside this tool, which is " +
             sqlite3_libversion();
    }
  }
  for (const std::string& feature : raw.sqlite_features) {
    std::string option = "ENABLE_" + feature;
    std::transform(option.begin(), option.end(), option.begin(), [](char c) {
      return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    if (sqlite3_compileoption_used(option.c_str()) == 0) {
      return "the SQLite inside this tool has no part " + in_quotes(feature);
    }
  }
  return {};
}

std::string convert_proof(const RawOptions& raw, Options& options) {
  const bool has_sqlite = holds(options.load.engines, dialect::Engine::sqlite);
  const bool proves = holds(std::array{"check", "compile", "lock"}, options.verb);
  options.verify_sqlite = proves && raw.verify.empty() && has_sqlite;
  const bool has_postgres = holds(options.load.engines, dialect::Engine::postgres);
  for (const std::string& name : raw.verify) {
    if (name == "none" && raw.verify.size() > 1)
      return "--verify=none and an engine exclude each other";
    if (name != "none" && name != "sqlite" && name != "postgres") {
      return unknown("engine", name, std::array{"none", "sqlite", "postgres"});
    }
    const bool known = name == "none" || (name == "sqlite" ? has_sqlite : has_postgres);
    if (!known) return "--verify=" + name + ", and the chain has no engine '" + name + "'";
    options.verify_sqlite = options.verify_sqlite || name == "sqlite";
    options.postgres.verify = options.postgres.verify || name == "postgres";
  }
  if (options.verb == "prove") {
    if (!has_postgres) return "'prove' needs the engine 'postgres'\nretort prove --engine=postgres";
    options.verify_sqlite = false;
    options.postgres.verify = true;
  } else {
    options.postgres.required = true;  // asked for by hand: not to do it is a failure
  }
  return convert_sqlite(raw, options);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_identifier(std::string_view text) {
  return !text.empty() && is_letter(text[0]) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c); });
}

std::string identifier_of(std::string_view name) {
  std::string result;
  for (const char c : name) result += is_letter(c) || is_digit(c) ? c : '_';
  return is_digit(result[0]) ? "_" + result : result;
}

std::string convert_compile(const RawOptions& raw, Options& options) {
  CompileOptions& compile = options.compile;
  const std::string& name = options.load.name;
  if (raw.name.empty()) return "'compile' needs the chain's name (--name)";
  const bool valid =
      is_letter(name[0]) && name[0] != '_' && std::all_of(name.begin(), name.end(), [](char c) {
        return is_letter(c) || is_digit(c) || c == '-' || c == '.';
      });
  if (!valid) {
    return in_quotes(name) +
           " is not a chain's name\na letter, then letters, digits, '_', '-' or '.'";
  }
  if (compile.cxx_namespace.empty()) compile.cxx_namespace = identifier_of(name);
  if (std::string error = check_namespace(compile.cxx_namespace); !error.empty()) return error;
  if (!compile.export_macro.empty() && !is_identifier(compile.export_macro)) {
    return in_quotes(compile.export_macro) + " is not the name of a macro";
  }
  if (compile.header.empty()) compile.header = name + "/migrations.hpp";
  if (cli::without_password(compile.default_url) != compile.default_url) {
    return "the default URL holds a password, and it would be part of the program\n"
           "leave it out; pass the URL with --url or DATABASE_URL at run time";
  }
  const auto fill = [&](std::string& path, const std::string& file) {
    if (path.empty() && !raw.output_dir.empty()) path = source::join(raw.output_dir, file);
    return !path.empty();
  };
  const bool complete = fill(compile.source, name + ".cpp") &&
                        fill(compile.header_file, "include/" + compile.header) &&
                        fill(compile.manifest, name + ".json") &&
                        fill(compile.stamp, name + ".stamp") && fill(compile.depfile, name + ".d");
  return complete ? "" : "'compile' needs the output folder (--output-dir)";
}

}  // namespace

std::string check_namespace(std::string_view name) {
  std::string_view rest = name;
  for (bool first = true;; first = false) {
    const auto colons = rest.find("::");
    const std::string_view part = rest.substr(0, colons);
    if (!is_identifier(part)) return in_quotes(name) + " is not a namespace\nas in a::b";
    if (first && (part == "std" || part == "retort")) {
      return "namespace " + in_quotes(part) + " belongs to somebody else";
    }
    if (colons == std::string_view::npos) return {};
    rest.remove_prefix(colons + 2);
  }
}

// `check` asks the database, too, where a URL is given; its own line asks for nothing of it.
std::string convert_database(const RawOptions& raw, Options& options) {
  cli::Options& database = options.database;
  constexpr std::array forms = {"text", "dot", "mermaid"};
  if (!holds(forms, options.graph_format)) return unknown("form", options.graph_format, forms);
  const auto& shells = cli::completion_forms();
  if (options.verb == "completion" && !holds(shells, options.completion_form)) {
    return unknown("shell", options.completion_form, shells);
  }
  if (options.verb == "history" || options.verb == "show" || options.verb == "check") {
    database.verbose = options.verbose;
    database.json = options.json;
    database.range = options.range;
    database.revision = options.revision;
  }
  if (cli::find_verb(options.verb) == nullptr || options.verb == "completion") return {};
  return cli::complete(options.verb, raw.database, database);
}

std::string convert(const RawOptions& raw, Options& options) {
  for (const auto step : {convert_layout, convert_engines, convert_chain, convert_findings,
                          convert_proof, convert_database}) {
    if (std::string error = step(raw, options); !error.empty()) return error;
  }
  return options.verb == "compile" ? convert_compile(raw, options) : std::string();
}

}  // namespace retort::compiler::driver
