// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Runs one case file against the tool.
#pragma once

#include <string>

#include "case_file.hpp"

namespace retort::cases {

struct RunOptions {
  std::string tool;     // absolute path of the executable
  bool update = false;  // write what was found into the expected part
  bool keep = false;    // leave the case's folder behind
};

struct CaseOutcome {
  std::string failure;  // empty: the case holds
  bool rewritten = false;
};

CaseOutcome run_case(const std::string& path, const RunOptions& options);

// The difference between the name's `fail_` and what the steps returned, or an empty string.
std::string check_name(const std::string& path, bool some_step_failed);

}  // namespace retort::cases
