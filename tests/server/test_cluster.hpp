// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The PostgreSQL server of a test program.
#pragma once

#include "cluster/cluster.hpp"

namespace retort::test {

// The server of this process. Ends the process with a message where it cannot be started: these
// tests are never skipped.
compiler::cluster::Cluster& test_cluster();

}  // namespace retort::test
