// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A running cluster in, a second one that follows it out: pg_basebackup over the socket.
#include <fstream>

#include "cluster/cluster.hpp"
#include "cluster/process.hpp"

namespace retort::compiler::cluster {

std::unique_ptr<Cluster> Cluster::start_standby(const Cluster& primary, std::string& error) {
  std::unique_ptr<Cluster> cluster(new Cluster);
  cluster->bindir_ = primary.bindir_;
  cluster->version_ = primary.version_;
  if (!cluster->find_user(error) || !cluster->make_root(error)) return nullptr;
  const std::string& root = cluster->root_;
  ProcessOptions process;
  process.output = root + "/basebackup.log";
  process.uid = cluster->uid_;
  process.gid = cluster->gid_;
  const int code = run({cluster->bindir_ + "/pg_basebackup", "-h", primary.root_, "-U", "postgres",
                        "-D", root + "/data", "-R", "-X", "stream", "-c", "fast", "--no-sync"},
                       process);
  if (code != 0) {
    std::ifstream log(process.output);
    std::getline(log, error);
    error = "pg_basebackup failed: " + error;
    return nullptr;
  }
  std::ofstream(root + "/data/postgresql.conf", std::ios::app)
      << "unix_socket_directories = '" << root << "'\n";
  if (!cluster->launch(error)) return nullptr;
  return cluster;
}

}  // namespace retort::compiler::cluster
