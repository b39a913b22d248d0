// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A second process for a test: a fork that runs a function and ends without any destructor or
// at-exit handler of the test program.
#pragma once

#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace retort::test {

class Child {
 public:
  // The function's result is the exit code.
  template <class Function>
  explicit Child(Function function) : pid_(fork()) {
    if (pid_ == 0) _exit(function());
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    kill(SIGKILL);
    wait();
  }

  pid_t pid() const { return pid_; }
  void kill(int signal) {
    if (pid_ > 0) ::kill(pid_, signal);
  }
  // The exit code; 128 and the signal's number for a signal.
  int wait() {
    if (pid_ <= 0) return result_;
    int status = 0;
    waitpid(pid_, &status, 0);
    pid_ = 0;
    result_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return result_;
  }

 private:
  pid_t pid_;
  int result_ = -1;
};

// A place for two processes to wait for each other: who waits is let go when the other opens it, or
// ends.
class Gate {
 public:
  Gate() {
    if (pipe(ends_) != 0) ends_[0] = ends_[1] = -1;
  }
  ~Gate() {
    close(ends_[0]);
    if (ends_[1] >= 0) close(ends_[1]);
  }
  Gate(const Gate&) = delete;
  Gate& operator=(const Gate&) = delete;
  void open() {
    close(ends_[1]);
    ends_[1] = -1;
  }
  void wait() {
    open();  // our own copy of the writing end would keep the gate closed
    char byte = 0;
    while (read(ends_[0], &byte, 1) > 0) {
    }
  }

 private:
  int ends_[2];
};

}  // namespace retort::test
