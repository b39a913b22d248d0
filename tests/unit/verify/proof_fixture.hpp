// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Revisions from SQL, proved.
#pragma once

#include <string>
#include <vector>

#include "fixture.hpp"
#include "verify/verify.hpp"

namespace retort::test {

class ProofFolder {
 public:
  // The next revision: r1, r2, … Sections as they stand in a file.
  ProofFolder& add(const std::string& sections) {
    const std::string number = std::to_string(++count_);
    const std::string parent = count_ == 1 ? "" : " r" + std::to_string(count_ - 1);
    folder_.put("000" + number + ".sql", "-- Step\n--\n-- Revision ID: r" + number +
                                             "\n-- Revises:" + parent + "\n" + sections);
    return *this;
  }

  // Line 5 of each file is the up directive.
  ProofFolder& add(const std::string& up, const std::string& down) {
    return add("-- migrate:up\n" + up + ";\n-- migrate:down\n" + down + ";\n");
  }

  // What `retort check` would print; empty when the chain is proved.
  std::string prove(const compiler::verify::VerifyOptions& options = {}) {
    const auto compiled = folder_.lower();
    const std::string before = folder_.messages();
    if (!before.empty()) return before;
    proved_ = compiler::verify::verify_sqlite(compiled, options, folder_.diagnostics);
    return folder_.messages();
  }
  bool proved() const { return proved_; }

 private:
  Folder folder_;
  int count_ = 0;
  bool proved_ = false;
};

}  // namespace retort::test
