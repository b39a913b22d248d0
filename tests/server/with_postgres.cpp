// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// with_postgres COMMAND [ARGUMENT…]: starts a throw-away server, runs the command with PGHOST,
// PGUSER, PGDATABASE and RETORT_TEST_POSTGRES_URL set, stops the server. The exit code is the
// command's; 125 where there is no server, which is never a reason to skip.
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "cluster/cluster.hpp"

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: with_postgres COMMAND [ARGUMENT...]\n", stderr);
    return 2;
  }
  std::string error;
  const auto cluster = retort::compiler::cluster::Cluster::start({}, error);
  if (cluster == nullptr) {
    std::fprintf(stderr, "with_postgres: %s\n", error.c_str());
    return 125;
  }
  const std::string& host = cluster->socket_directory();
  setenv("PGHOST", host.c_str(), 1);
  setenv("PGUSER", "postgres", 1);
  setenv("PGDATABASE", "postgres", 1);
  setenv("RETORT_TEST_POSTGRES_URL", ("postgresql://postgres@/postgres?host=" + host).c_str(), 1);
  const pid_t child = fork();
  if (child == 0) {
    execvp(argv[1], argv + 1);
    std::perror(argv[1]);
    _exit(127);
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child) return 125;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
