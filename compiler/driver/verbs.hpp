// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// One function per verb; each returns the exit code.
#pragma once

#include <string>
#include <vector>

#include "driver/session.hpp"

namespace retort::compiler::driver {

inline constexpr int exit_done = 0;
inline constexpr int exit_failed = 1;
inline constexpr int exit_usage = 2;
inline constexpr int exit_bug = 70;

int run_check(const Options& options, Environment environment);
int run_prove(const Options& options, Environment environment);
int run_compile(const Options& options, Environment environment);
int run_lock(const Options& options, Environment environment);
int run_graph(const Options& options, Environment environment);
int run_history(const Options& options, Environment environment);
int run_heads(const Options& options, Environment environment);
int run_branches(const Options& options, Environment environment);
int run_show(const Options& options, Environment environment);
int run_revision(const Options& options, Environment environment);
int run_merge(const Options& options, Environment environment);
int run_rebase(const Options& options, Environment environment);
int run_sql(const Options& options, Environment environment);
int run_schema(const Options& options, Environment environment);
int run_explain(const Options& options, Environment environment);
int run_import(const Options& options, Environment environment);

// upgrade, downgrade, current, stamp, and check, history and show where they ask a database: the
// chain of the folder, compiled in memory, in the hands of the shipped command line's code.
int run_on_database(const Options& options, Environment environment);

// The whole program except main(): argv's words without the first, the exit code out. Exceptions
// that are nobody's fault but ours become exit code 70.
int run(std::vector<std::string> arguments, Environment environment);

}  // namespace retort::compiler::driver
