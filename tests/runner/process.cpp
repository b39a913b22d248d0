// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// fork, exec, and two pipes read until both close. In: a program and its arguments. Out: its exit
// code and output, or why it has none.
#include "process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#ifdef __linux__
#include <linux/capability.h>
#include <sys/prctl.h>
#endif

namespace retort::cases {
namespace {

constexpr int not_started = 127;

std::vector<char*> pointers(const std::vector<std::string>& strings) {
  std::vector<char*> result;
  for (const std::string& string : strings) result.push_back(const_cast<char*>(string.c_str()));
  result.push_back(nullptr);
  return result;
}

// Root reads and writes whatever it likes; without these two capabilities it is like anybody else
// with the files that it owns.
bool drop_override() {
#ifdef __linux__
  if (geteuid() != 0) return true;
  return prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0) == 0 &&
         prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH, 0, 0, 0) == 0;
#else
  return geteuid() != 0;
#endif
}

// What the child tells about itself before it becomes the tool goes through a pipe of its own, so
// that it is never taken for the tool's output.
[[noreturn]] void fail_in_child(int status, const char* what) {
  const std::string message = std::string(what) + ": " + std::strerror(errno);
  [[maybe_unused]] const auto written = write(status, message.data(), message.size());
  _exit(not_started);
}

struct Pipes {
  std::array<int, 2> out{}, err{}, status{};
};

[[noreturn]] void run_child(const std::string& program, const std::vector<std::string>& arguments,
                            const ProcessOptions& options, const Pipes& pipes) {
  const int status = pipes.status[1];
  setpgid(0, 0);  // so that a late one can be ended with all that it started
  const int null = open("/dev/null", O_RDONLY);
  if (null < 0 || dup2(null, STDIN_FILENO) < 0) fail_in_child(status, "no input");
  if (dup2(pipes.out[1], STDOUT_FILENO) < 0 || dup2(pipes.err[1], STDERR_FILENO) < 0) {
    fail_in_child(status, "no output");
  }
  if (chdir(options.directory.c_str()) != 0) fail_in_child(status, "cannot enter the folder");
  if (options.obey_permissions && !drop_override()) {
    fail_in_child(status, "cannot give up root's rights");
  }
  std::vector<std::string> all = {"retort"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  execve(program.c_str(), pointers(all).data(), pointers(options.environment).data());
  fail_in_child(status, "cannot run the tool");
}

// Empty when the tool was started: then the pipe closes without a word.
std::string read_status(int status) {
  std::string text;
  std::array<char, 256> buffer{};
  for (;;) {
    const auto count = read(status, buffer.data(), buffer.size());
    if (count > 0) {
      text.append(buffer.data(), static_cast<std::size_t>(count));
    } else if (count == 0 || errno != EINTR) {
      return text;
    }
  }
}

// Reads both pipes until they close or the time is over; false when it is over.
bool collect(int out, int err, int seconds, ProcessResult& result) {
  using Clock = std::chrono::steady_clock;
  const auto deadline = Clock::now() + std::chrono::seconds(seconds);
  std::array<pollfd, 2> polls = {{{out, POLLIN, 0}, {err, POLLIN, 0}}};
  while (polls[0].fd >= 0 || polls[1].fd >= 0) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return false;
    if (poll(polls.data(), polls.size(), static_cast<int>(left)) < 0 && errno != EINTR)
      return false;
    for (std::size_t i = 0; i < polls.size(); ++i) {
      if (polls[i].fd < 0 || (polls[i].revents & (POLLIN | POLLHUP | POLLERR)) == 0) continue;
      std::array<char, 4096> buffer{};
      const auto count = read(polls[i].fd, buffer.data(), buffer.size());
      if (count > 0) {
        (i == 0 ? result.out : result.err).append(buffer.data(), static_cast<std::size_t>(count));
      } else if (count == 0 || errno != EINTR) {
        polls[i].fd = -1;
      }
    }
  }
  return true;
}

}  // namespace

ProcessResult run_process(const std::string& program, const std::vector<std::string>& arguments,
                          const ProcessOptions& options) {
  ProcessResult result;
  Pipes pipes;
  for (auto* pipe : {&pipes.out, &pipes.err, &pipes.status}) {
    if (pipe2(pipe->data(), O_CLOEXEC) == 0) continue;
    result.failure = std::string("pipe: ") + std::strerror(errno);
    return result;
  }
  const pid_t child = fork();
  if (child == 0) run_child(program, arguments, options, pipes);
  for (const auto& pipe : {pipes.out, pipes.err, pipes.status}) close(pipe[1]);
  if (child < 0) {
    result.failure = std::string("fork: ") + std::strerror(errno);
  } else {
    result.failure = read_status(pipes.status[0]);
    const bool in_time = collect(pipes.out[0], pipes.err[0], options.timeout_seconds, result);
    if (!in_time) kill(-child, SIGKILL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (!result.failure.empty()) {
      // said by the child
    } else if (!in_time) {
      result.failure = "no end after " + std::to_string(options.timeout_seconds) + " seconds";
    } else if (WIFSIGNALED(status)) {
      result.failure = "killed by signal " + std::to_string(WTERMSIG(status));
    } else {
      result.exit_code = WEXITSTATUS(status);
    }
  }
  for (const auto& pipe : {pipes.out, pipes.err, pipes.status}) close(pipe[0]);
  return result;
}

}  // namespace retort::cases
