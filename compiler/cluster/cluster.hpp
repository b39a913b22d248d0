// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A throw-away PostgreSQL server: initdb into a folder of its own, a unix socket and no port, fsync
// off, gone with this object. For the proof on PostgreSQL and for tests.
//
// As root the server programs run as an unprivileged user ("postgres" where it exists, else
// "nobody"), because they refuse root. The server is a child of this process. When this process
// dies, however it dies, a helper process stops the server and removes its folder.
#pragma once

#include <sys/types.h>

#include <memory>
#include <optional>
#include <string>

#include "cluster/watchdog.hpp"

namespace retort::compiler::cluster {

struct ClusterOptions {
  // The folder of initdb and postgres; empty: `pg_config --bindir`, Debian's folders, PATH.
  std::string bindir;
  // Lines for postgresql.conf, e.g. "wal_level = logical".
  std::string configuration;
  // Where what initdb makes is kept for the next start, which copies it: a folder that may not
  // exist yet, for any number of processes at once. Empty: initdb runs each time.
  std::string template_directory;
};

// The server programs.
struct Server {
  std::string bindir;
  std::string version;  // "15.20" as they say
};

// Nothing where there are none; `error` then says so in one line.
std::optional<Server> find_server(const std::string& bindir, std::string& error);

class Cluster {
 public:
  // Null on failure; `error` then says why in one line ("no initdb found in …").
  static std::unique_ptr<Cluster> start(const ClusterOptions& options, std::string& error);

  // A hot standby that follows `primary`, which must outlive it.
  static std::unique_ptr<Cluster> start_standby(const Cluster& primary, std::string& error);

  Cluster(const Cluster&) = delete;
  Cluster& operator=(const Cluster&) = delete;
  ~Cluster();

  // A connection string for libpq; the superuser is "postgres" and needs no password.
  std::string connection_string(const std::string& database = "postgres") const;
  // The folder of the socket, which is also PGHOST; the port is 5432.
  const std::string& socket_directory() const { return root_; }
  // "15.20" as the server programs say.
  const std::string& version() const { return version_; }
  pid_t postmaster() const { return postmaster_; }

  // Stops the server and starts it again on the same data, e.g. after a test has killed it.
  bool restart(std::string& error);
  // SIGKILL to the postmaster, as a crash.
  void kill_server();

 private:
  Cluster() = default;
  bool find_user(std::string& error);
  bool make_root(std::string& error);
  bool make_data(const ClusterOptions& options, std::string& error);
  bool initdb(bool small, std::string& error);
  bool launch(std::string& error);
  void stop();

  std::string bindir_;
  std::string root_;  // short, because socket paths end at 107 bytes
  std::string version_;
  pid_t postmaster_ = -1;
  Watchdog watchdog_;
  uid_t uid_ = 0;
  gid_t gid_ = 0;
};

}  // namespace retort::compiler::cluster
