// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A fork that waits at a pipe. The pipe ends when its other end is closed by dismiss(), which then
// sends a byte first, or by the death of the process, which does not.
#include "cluster/watchdog.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "cluster/process.hpp"

namespace retort::compiler::cluster {
namespace {

// The pid in the first line of postmaster.pid, which the server removes when it ends.
pid_t postmaster_of(const std::string& root) {
  std::ifstream in(root + "/data/postmaster.pid");
  long pid = 0;
  in >> pid;
  return pid > 1 ? static_cast<pid_t>(pid) : 0;
}

void clean_up(const std::string& root) {
  for (int i = 0; i < 200; ++i) {
    const pid_t server = postmaster_of(root);
    if (server == 0 || (kill(server, SIGQUIT) != 0 && errno == ESRCH)) break;
    usleep(50'000);
  }
  std::error_code ignored;
  std::filesystem::remove_all(root, ignored);
}

// In a session of its own, so that an interrupt from the terminal leaves it alone, and without the
// files of its parent: a build waits until all who hold its pipe are gone.
[[noreturn]] void watch(int pipe, const std::string& root) {
  setsid();
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE}) {
    std::signal(signal, SIG_IGN);
  }
  const long open_files = sysconf(_SC_OPEN_MAX);
  for (int file = 0; file < (open_files > 0 && open_files < 4096 ? open_files : 4096); ++file) {
    if (file != pipe) close(file);
  }
  char byte = 0;
  ssize_t length = 0;
  do {
    length = read(pipe, &byte, 1);
  } while (length < 0 && errno == EINTR);
  if (length != 1) clean_up(root);
  _exit(0);
}

}  // namespace

bool Watchdog::start(const std::string& root) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return false;
  child_ = fork();
  if (child_ == 0) {
    close(ends[1]);
    watch(ends[0], root);
  }
  close(ends[0]);
  pipe_ = ends[1];
  return child_ > 0;
}

void Watchdog::dismiss() {
  if (pipe_ < 0) return;
  const char byte = 0;
  static_cast<void>(!write(pipe_, &byte, 1));
  close(pipe_);
  pipe_ = -1;
  if (child_ > 0) wait_for(child_);
}

}  // namespace retort::compiler::cluster
