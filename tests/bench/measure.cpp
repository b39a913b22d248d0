// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// retort_bench_measure RUNS COMMAND…: runs the command and prints the CPU seconds of its fastest
// run and the peak memory in MiB: "0.123 45". Its output goes nowhere, its errors stay visible.
// Exit code 1 where a run fails.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace {

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

[[noreturn]] void run(char** command) {
  const int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (null < 0 || dup2(null, STDOUT_FILENO) < 0) _exit(126);
  execvp(command[0], command);
  std::perror(command[0]);
  _exit(127);
}

}  // namespace

int main(int argc, char** argv) {
  const int runs = argc > 2 ? std::atoi(argv[1]) : 0;
  if (runs <= 0) {
    std::fprintf(stderr, "usage: retort_bench_measure RUNS COMMAND…\n");
    return 2;
  }
  double fastest = 0;
  long peak = 0;
  for (int i = 0; i < runs; ++i) {
    const pid_t child = fork();
    if (child == 0) run(argv + 2);
    int status = 0;
    rusage usage{};
    if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0) {
      std::fprintf(stderr, "%s failed\n", argv[2]);
      return 1;
    }
    const double cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    fastest = i == 0 ? cpu : std::min(fastest, cpu);
    peak = std::max(peak, usage.ru_maxrss);
  }
  std::printf("%.3f %ld\n", fastest, peak / 1024);
  return 0;
}
