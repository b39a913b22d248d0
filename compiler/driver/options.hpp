// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What the command line said, checked and complete: every verb reads from here and from nowhere
// else.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chain/chain.hpp"
#include "cli/options.hpp"
#include "diag/warning_options.hpp"
#include "verify/verify.hpp"

namespace retort::compiler::driver {

enum class DiagnosticsFormat { gnu, msvc, json };
enum class ColorMode { automatic, always, never };

// The outputs of `compile`. Paths that are not given are those below the output folder.
struct CompileOptions {
  std::string stamp, depfile, source, header_file, manifest;
  std::string forget_file;  // may be empty
  std::string cxx_namespace, header, export_macro, export_header, default_url;
  std::vector<std::string> depends_on;  // manifests of other chains
};

// The proof on PostgreSQL.
struct PostgresOptions {
  bool verify = false;
  bool required = false;           // no server is an error
  std::string bindir;              // of initdb and postgres; empty: searched
  std::string template_directory;  // keeps what initdb made; empty: initdb each time
  std::string stamp;               // says what was proved; empty: the proof runs each time
};

struct Options {
  std::string verb;

  // --- the chain
  chain::LoadOptions load;
  bool name_given = false;     // else it is the folder's
  bool engines_given = false;  // else those of the lock and of the URL
  std::string root;            // absolute; paths in generated code are relative to it

  // --- findings
  diag::WarningOptions warnings;
  DiagnosticsFormat format = DiagnosticsFormat::gnu;
  ColorMode color = ColorMode::automatic;
  std::string sarif;
  bool verbose = false;

  // --- the proof
  bool verify_sqlite = false;
  verify::VerifyOptions verify;
  PostgresOptions postgres;
  lower::SqliteProfile sqlite_profile = lower::SqliteProfile::full;

  CompileOptions compile;

  // --- verbs on a database
  cli::Options database;

  // --- reading and writing verbs
  bool json = false;
  std::string range;                   // history
  std::string revision;                // show, rebase
  std::string onto;                    // rebase
  std::string message, revision_id;    // revision, merge
  std::string head;                    // revision: what to revise
  std::vector<std::string> revisions;  // merge
  std::string output;                  // import: the new folder
  std::string graph_format = "text";   // graph
  std::string completion_form;         // completion
};

// Either options, or what to print and the exit code (help and version: 0; usage: 2).
struct CommandLine {
  std::optional<Options> options;
  std::string out;
  std::string err;
  int exit_code = 0;
};

// The whole command line as data, for `completion`.
cli::ProgramInfo program_info();

// `arguments` without the program's name; "@file" is expanded here.
CommandLine parse_command_line(std::vector<std::string> arguments);

}  // namespace retort::compiler::driver
