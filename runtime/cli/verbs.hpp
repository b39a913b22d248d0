// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// One run of one verb of a chain's command line.
#pragma once

#include <memory>
#include <string>

#include "cli/graph.hpp"
#include "cli/options.hpp"
#include "retort/cli.hpp"

namespace retort::cli {

class Session {
 public:
  Session(const Chain& chain, const Setup& setup, std::string program, const Verb& verb,
          const Options& options)
      : graph_(chain),
        setup_(setup),
        program_(std::move(program)),
        verb_(verb.name),
        options_(options) {}

  const Chain& chain() const { return graph_.chain(); }
  const Graph& graph() const { return graph_; }
  const Options& options() const { return options_; }
  const std::string& program() const { return program_; }

  // Opens the database that the command line, the environment or the chain names. On failure it
  // says why and returns the exit code; exit_done otherwise.
  int connect(bool read_only);
  // A database of the same engine beside it, which `option` names. Prepared as the first one.
  int open_second(const std::string& url, const std::string& option,
                  std::unique_ptr<Database>& result);
  // What the program does with each connection before it is used, e.g. register SQL functions.
  int prepare(Database& database);
  // Only behind connect().
  Database& database() { return *database_; }
  // Without its password; only behind connect().
  const std::string& shown_url() const { return shown_url_; }

  void print(const std::string& text);
  // A line on stderr, with the program's name before it.
  void note(const std::string& text);
  int fail(const std::string& text, const std::string& help = {}, int code = exit_failed);
  // More lines behind fail(): what belongs to the error, and further ways out.
  void detail(const std::string& text);
  void help(const std::string& text);
  // Says what the status says and what can be done about it.
  int fail(const Status& status);

 private:
  Graph graph_;
  const Setup& setup_;
  std::string program_;
  std::string verb_;
  const Options& options_;
  std::unique_ptr<Database> database_;
  std::string shown_url_;
  std::string secret_url_;  // never printed: what must not stand in a message
};

int run_upgrade(Session& session);
int run_downgrade(Session& session);
int run_stamp(Session& session);
int run_transfer(Session& session);
int run_current(Session& session);
int run_check(Session& session);
int run_verify(Session& session);
int run_history(Session& session);
int run_heads(Session& session);
int run_branches(Session& session);
int run_show(Session& session);
int run_completion(Session& session);

// --sql of upgrade, downgrade and stamp: the script for stdout.
int run_script(Session& session, std::string_view verb);

}  // namespace retort::cli
