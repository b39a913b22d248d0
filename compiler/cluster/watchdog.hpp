// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A process that outlives this one by a moment: it stops the server and removes the folder where
// nobody else is left to do so.
#pragma once

#include <sys/types.h>

#include <string>

namespace retort::compiler::cluster {

class Watchdog {
 public:
  Watchdog() = default;
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;
  ~Watchdog() { dismiss(); }

  // Begins to watch this process. `root` holds the server's data in "data". False: no process.
  bool start(const std::string& root);
  // The server is stopped and the folder is gone.
  void dismiss();

 private:
  pid_t child_ = -1;
  int pipe_ = -1;
};

}  // namespace retort::compiler::cluster
