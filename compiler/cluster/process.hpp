// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Child processes for the cluster: started as another user, output into a file.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace retort::compiler::cluster {

struct ProcessOptions {
  std::string output;  // file that receives stdout and stderr
  uid_t uid = 0;       // 0: as this process
  gid_t gid = 0;
  bool die_with_parent = false;
};

// -1 when fork failed. A program that cannot be run ends with 127.
pid_t spawn(const std::vector<std::string>& command, const ProcessOptions& options);
// The exit code, or 128 + signal.
int wait_for(pid_t child);
// spawn and wait_for.
int run(const std::vector<std::string>& command, const ProcessOptions& options);

}  // namespace retort::compiler::cluster
