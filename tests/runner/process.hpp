// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Runs a program to its end and collects what it wrote.
#pragma once

#include <string>
#include <vector>

namespace retort::cases {

struct ProcessResult {
  int exit_code = 0;
  std::string out, err;
  std::string
      failure;  // why it could not run to its end: not started, killed by a signal, too slow
};

struct ProcessOptions {
  std::string directory;
  std::vector<std::string> environment;  // NAME=VALUE, the whole of it
  // Take from root the right to read what its permissions forbid.
  bool obey_permissions = false;
  int timeout_seconds = 60;
};

ProcessResult run_process(const std::string& program, const std::vector<std::string>& arguments,
                          const ProcessOptions& options);

}  // namespace retort::cases
