// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The whole tool in one call, over files in memory or on disk.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "driver/verbs.hpp"

namespace retort::test {

struct Outcome {
  int code = -1;
  std::string out, err;
};

inline Outcome run_tool(compiler::source::FileSystem& files,
                        const std::vector<std::string>& words) {
  std::ostringstream out, err;
  Outcome outcome;
  outcome.code = compiler::driver::run(words, {files, out, err});
  outcome.out = out.str();
  outcome.err = err.str();
  return outcome;
}

// A migration with one table per revision.
inline std::string migration(const std::string& id, const std::string& parent) {
  return "-- Make " + id + "\n--\n-- Revision ID: " + id +
         "\n-- Revises:" + (parent.empty() ? "" : " " + parent) +
         "\n\n-- migrate:up\nCREATE TABLE t_" + id + " (x int);\n\n-- migrate:down\nDROP TABLE t_" +
         id + ";\n";
}

}  // namespace retort::test
