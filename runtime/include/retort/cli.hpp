// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The command line of a chain: upgrade, downgrade, current, history and the other verbs that work
// on the chain inside the binary and need no file. Either a program of its own (add_migrations(…
// CLI name) writes its main), or a part of yours:
//
//   if (argc > 1 && std::string_view(argv[1]) == "db")
//     return retort::cli::run(argc - 1, argv + 1, app::migrations::chain());
//
// The database is --url, else $DATABASE_URL, else DATABASE_URL in ./.env, else the chain's default.
// Data goes to stdout; progress and errors go to stderr. Nobody ever sees a password: those in the
// arguments are overwritten in argv before anything else is done, because `ps` shows them.
#pragma once

#include "retort/chain.hpp"
#include "retort/database.hpp"
#include "retort/status.hpp"

namespace retort::cli {

// Exit codes, frozen.
enum ExitCode : int {
  exit_done = 0,
  exit_failed = 1,  // the operation failed, or the check found something
  exit_usage = 2,
  exit_no_connection = 3,
  exit_bug = 70,  // a bug in retort
};

struct Setup {
  // Called with each connection that was opened, before it is used: the place to register the SQL
  // functions that migrations call. For SQLite, `database` is a retort::sqlite::Database. May be
  // null.
  Status (*prepare)(Database& database, void* context) = nullptr;
  void* context = nullptr;
};

// Runs one command line and returns its exit code. argv[0] is the name shown in messages. Throws
// nothing; reads the environment; uses stdout and stderr.
int run(int argc, char** argv, const Chain& chain, const Setup& setup = {});

}  // namespace retort::cli
