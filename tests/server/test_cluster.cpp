// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
#include "server/test_cluster.hpp"

#include <cstdio>
#include <cstdlib>

namespace retort::test {

compiler::cluster::Cluster& test_cluster() {
  static const std::unique_ptr<compiler::cluster::Cluster> cluster = [] {
    std::string error;
    auto started = compiler::cluster::Cluster::start({}, error);
    if (started == nullptr) {
      std::fprintf(stderr, "no PostgreSQL server for the tests: %s\n", error.c_str());
      std::exit(1);
    }
    return started;
  }();
  return *cluster;
}

}  // namespace retort::test
