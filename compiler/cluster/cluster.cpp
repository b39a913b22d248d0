// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Finds the server programs, makes a data folder, runs the postmaster.
#include "cluster/cluster.hpp"

#include <pwd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "cluster/process.hpp"
#include "cluster/template.hpp"

namespace retort::compiler::cluster {
namespace fs = std::filesystem;
namespace {

constexpr int start_seconds = 60;

bool is_program(const std::string& path) { return access(path.c_str(), X_OK) == 0; }

bool has_server(const std::string& bindir) {
  return is_program(bindir + "/initdb") && is_program(bindir + "/postgres");
}

std::string read_file(const std::string& path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string last_line(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  const auto begin = text.rfind('\n');
  return begin == std::string::npos ? text : text.substr(begin + 1);
}

std::string output_of(const std::vector<std::string>& command, const std::string& scratch) {
  ProcessOptions options;
  options.output = scratch;
  const int code = run(command, options);
  std::string text = code == 0 ? last_line(read_file(scratch)) : std::string();
  std::remove(scratch.c_str());
  return text;
}

std::vector<std::string> path_directories() {
  std::vector<std::string> result;
  const char* path = std::getenv("PATH");
  std::istringstream in(path == nullptr ? "" : path);
  for (std::string directory; std::getline(in, directory, ':');) result.push_back(directory);
  return result;
}

// Debian keeps the server programs of each version in a folder of its own; the newest one wins.
std::string debian_bindir() {
  std::error_code error;
  std::string best;
  int best_version = 0;
  for (const auto& entry : fs::directory_iterator("/usr/lib/postgresql", error)) {
    const int version = std::atoi(entry.path().filename().c_str());
    const std::string bindir = (entry.path() / "bin").string();
    if (version > best_version && has_server(bindir)) {
      best = bindir;
      best_version = version;
    }
  }
  return best;
}

std::string find_bindir(const std::string& wanted, const std::string& scratch, std::string& error) {
  if (!wanted.empty()) {
    if (has_server(wanted)) return wanted;
    error = "no initdb and postgres in '" + wanted + "'";
    return {};
  }
  const std::vector<std::string> path = path_directories();
  for (const std::string& directory : path) {
    const std::string program = directory + "/pg_config";
    if (!is_program(program)) continue;
    const std::string bindir = output_of({program, "--bindir"}, scratch);
    if (has_server(bindir)) return bindir;
  }
  if (std::string bindir = debian_bindir(); !bindir.empty()) return bindir;
  for (const std::string& directory : path) {
    if (has_server(directory)) return directory;
  }
  error = "no PostgreSQL server programs (initdb, postgres) found";
  return {};
}

}  // namespace

std::optional<Server> find_server(const std::string& bindir, std::string& error) {
  std::string scratch = (fs::temp_directory_path() / "retort-pg-XXXXXX").string();
  const int file = mkstemp(scratch.data());
  if (file < 0) {
    error = "cannot make a file in " + fs::temp_directory_path().string();
    return std::nullopt;
  }
  close(file);
  Server server;
  server.bindir = find_bindir(bindir, scratch, error);
  if (!server.bindir.empty()) {
    // "postgres (PostgreSQL) 15.20 (Debian …)"
    std::istringstream words(output_of({server.bindir + "/postgres", "--version"}, scratch));
    words >> server.version >> server.version >> server.version;
  }
  std::remove(scratch.c_str());
  if (!server.version.empty()) return server;
  if (error.empty()) error = "'" + server.bindir + "/postgres --version' fails";
  return std::nullopt;
}

std::unique_ptr<Cluster> Cluster::start(const ClusterOptions& options, std::string& error) {
  const auto server = find_server(options.bindir, error);
  if (!server) return nullptr;
  std::unique_ptr<Cluster> cluster(new Cluster);
  cluster->bindir_ = server->bindir;
  cluster->version_ = server->version;
  if (!cluster->find_user(error) || !cluster->make_root(error) ||
      !cluster->make_data(options, error) || !cluster->launch(error)) {
    return nullptr;
  }
  return cluster;
}

bool Cluster::find_user(std::string& error) {
  if (geteuid() != 0) return true;
  const passwd* user = getpwnam("postgres");
  if (user == nullptr) user = getpwnam("nobody");
  if (user == nullptr || user->pw_uid == 0) {
    error = "running as root and no unprivileged user found for the server";
    return false;
  }
  uid_ = user->pw_uid;
  gid_ = user->pw_gid;
  return true;
}

bool Cluster::make_root(std::string& error) {
  std::string root = "/tmp/retort-pg-XXXXXX";
  if (mkdtemp(root.data()) == nullptr) {
    error = "cannot make a folder in /tmp";
    return false;
  }
  root_ = root;
  if (!watchdog_.start(root_)) {
    error = "cannot start another process";
    return false;
  }
  if (uid_ != 0 && chown(root.c_str(), uid_, gid_) != 0) {
    error = "cannot give '" + root + "' to the server's user";
    return false;
  }
  return true;
}

bool Cluster::make_data(const ClusterOptions& options, std::string& error) {
  const std::string data = root_ + "/data";
  const std::string& kept = options.template_directory;
  if (kept.empty() || !copy_template(kept, version_, data, uid_, gid_)) {
    if (!initdb(!kept.empty(), error)) return false;
    if (!kept.empty()) keep_template(kept, version_, data);
  }
  std::ofstream(data + "/postgresql.conf", std::ios::app)
      << "listen_addresses = ''\nunix_socket_directories = '" << root_
      << "'\nfsync = off\nfull_page_writes = off\n"
      << options.configuration << "\n";
  return true;
}

// What is kept and copied is small: segments of one MiB instead of sixteen.
bool Cluster::initdb(bool small, std::string& error) {
  ProcessOptions process;
  process.output = root_ + "/initdb.log";
  process.uid = uid_;
  process.gid = gid_;
  std::vector<std::string> command = {
      bindir_ + "/initdb", "-D", root_ + "/data", "-A",         "trust",    "-U",
      "postgres",          "-E", "UTF8",          "--locale=C", "--no-sync"};
  if (small) command.emplace_back("--wal-segsize=1");
  const int code = run(command, process);
  if (code != 0) error = "initdb failed: " + last_line(read_file(process.output));
  return code == 0;
}

bool Cluster::launch(std::string& error) {
  std::error_code ignored;
  fs::remove(root_ + "/data/postmaster.pid", ignored);
  ProcessOptions process;
  process.output = root_ + "/server.log";
  process.uid = uid_;
  process.gid = gid_;
  process.die_with_parent = true;
  postmaster_ = spawn({bindir_ + "/postgres", "-D", root_ + "/data"}, process);
  for (int i = 0; postmaster_ > 0 && i < start_seconds * 100; ++i) {
    // The eighth line says "ready" once connections are taken.
    if (read_file(root_ + "/data/postmaster.pid").find("\nready") != std::string::npos) return true;
    if (waitpid(postmaster_, nullptr, WNOHANG) == postmaster_) {
      postmaster_ = -1;
      break;
    }
    usleep(10'000);
  }
  error = "the server did not start: " + last_line(read_file(root_ + "/server.log"));
  return false;
}

void Cluster::stop() {
  if (postmaster_ <= 0) return;
  ::kill(postmaster_, SIGQUIT);
  wait_for(postmaster_);
  postmaster_ = -1;
}

void Cluster::kill_server() {
  if (postmaster_ <= 0) return;
  ::kill(postmaster_, SIGKILL);
  wait_for(postmaster_);
  postmaster_ = -1;
}

bool Cluster::restart(std::string& error) {
  stop();
  // Backends outlive a killed postmaster for a moment, and beside them a new one ends at once:
  // their shared memory is still in use.
  constexpr int tries = 50;
  for (int i = 1; !launch(error); ++i) {
    const bool ended = postmaster_ <= 0;
    if (!ended || i == tries) return false;
    usleep(100'000);
  }
  return true;
}

std::string Cluster::connection_string(const std::string& database) const {
  return "host=" + root_ + " user=postgres dbname=" + database;
}

Cluster::~Cluster() {
  stop();
  std::error_code ignored;
  if (!root_.empty()) fs::remove_all(root_, ignored);
  watchdog_.dismiss();
}

}  // namespace retort::compiler::cluster
