// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The shipped command line beside other tools, as whole processes, on one PostgreSQL server with
// fsync on, in one run.
//   retort_bench_peers folder LENGTH DIR          writes the chain as DIR/retort, for the build
//   retort_bench_peers run LENGTH DIR MIGRATE [DBMATE]
// Out: for no-op and for apply one row per tool: wall time, CPU time and peak memory of its process
// and its children, and our time to it. Exit code 1 where a tool fails or is ahead of ours.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "cluster/cluster.hpp"
#include "folders.hpp"

namespace {

namespace fs = std::filesystem;
using namespace retort::bench;

struct Sample {
  double wall = 0, cpu = 0;  // milliseconds
  double memory = 0;         // MiB
};

struct Tool {
  std::string name;
  std::vector<std::string> apply, noop;
  int rounds_apply, rounds_noop;
  bool peer = true;  // to be ahead of, else a limit
  std::vector<Sample> samples = {};
};

double milliseconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) * 1e-3;
}

Sample run(const std::vector<std::string>& command, const fs::path& directory,
           const std::string& log) {
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    std::vector<char*> words;
    for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    if (chdir(directory.c_str()) != 0 || std::freopen(log.c_str(), "w", stdout) == nullptr ||
        dup2(STDOUT_FILENO, STDERR_FILENO) < 0) {
      _exit(126);
    }
    execvp(words[0], words.data());
    std::perror(words[0]);
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0) {
    die(command[0] + " failed; it said: " + log);
  }
  const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - begin;
  return {time.count(), milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime),
          static_cast<double>(usage.ru_maxrss) / 1024};
}

double median(const std::vector<Sample>& samples, double Sample::*field) {
  std::vector<double> values;
  for (const Sample& sample : samples) values.push_back(sample.*field);
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

// What the apply left: the number of tables must be the same for every tool, or nothing was
// compared. The query fails where it is not.
void check_tables(const std::string& url, std::size_t expected) {
  Connection(url).run("SELECT 1 / (count(*) = " + std::to_string(expected) +
                      ")::int FROM pg_tables WHERE tablename ~ '^(accounts|orders)_'");
}

class Bench {
 public:
  Bench(const std::string& url, fs::path root, std::size_t tables)
      : url_(url), root_(std::move(root)), tables_(tables) {}

  void measure(const char* title, std::vector<Tool>& tools, bool apply) {
    for (Tool& tool : tools) tool.samples.clear();
    for (int round = 0; std::any_of(tools.begin(), tools.end(),
                                    [&](const Tool& tool) {
                                      return round < (apply ? tool.rounds_apply : tool.rounds_noop);
                                    });
         ++round) {
      for (Tool& tool : tools) {
        if (round >= (apply ? tool.rounds_apply : tool.rounds_noop)) continue;
        if (apply) empty(tool.name);
        use(tool.name);
        const fs::path directory = root_ / (fs::exists(root_ / tool.name) ? tool.name : "retort");
        tool.samples.push_back(run(apply ? tool.apply : tool.noop, directory, root_ / "log"));
        if (apply) check_tables(database_url(tool.name), tables_);
      }
    }
    print(title, tools);
  }
  bool ahead() const { return ahead_; }
  std::string database_url(const std::string& tool) const {
    return url_.substr(0, url_.find("dbname=")) + "dbname=bench_" + key(tool);
  }

 private:
  static std::string key(std::string tool) {
    std::replace_if(
        tool.begin(), tool.end(), [](char c) { return c < 'a' || c > 'z'; }, '_');
    return tool;
  }
  void empty(const std::string& tool) {
    Connection connection(url_);
    connection.run("DROP DATABASE IF EXISTS bench_" + key(tool));
    connection.run("CREATE DATABASE bench_" + key(tool));
    connection.run("CHECKPOINT");
  }
  // Every tool reads the form that it understands.
  void use(const std::string& tool) {
    const std::string name = "bench_" + key(tool);
    const std::string host = getenv("PGHOST");
    setenv("PGDATABASE", name.c_str(), 1);
    setenv("BENCH_URL", ("postgresql+psycopg2://postgres@/" + name + "?host=" + host).c_str(), 1);
    setenv("BENCH_DATASOURCE",
           ("dbname=" + name + " user=postgres host=" + host + " sslmode=disable").c_str(), 1);
    setenv("DATABASE_URL",
           ("postgres://postgres@/" + name + "?socket=" + host + "&sslmode=disable").c_str(), 1);
    setenv("BENCH_LIBPQ", database_url(tool).c_str(), 1);
    setenv("SQITCH_TARGET", ("db:pg:" + name).c_str(), 1);
  }
  void print(const char* title, const std::vector<Tool>& tools) {
    std::printf("%-36s %10s %10s %9s %7s  %s\n", title, "wall ms", "cpu ms", "peak MiB", "runs",
                "our wall / its");
    const Sample ours{median(tools[0].samples, &Sample::wall),
                      median(tools[0].samples, &Sample::cpu),
                      median(tools[0].samples, &Sample::memory)};
    for (const Tool& tool : tools) {
      if (tool.samples.empty()) continue;
      const double wall = median(tool.samples, &Sample::wall);
      const double memory = median(tool.samples, &Sample::memory);
      const bool behind =
          &tool != &tools[0] && tool.peer && (wall < ours.wall || memory < ours.memory);
      std::printf("  %-34s %10.1f %10.1f %9.1f %7zu  %.2f%s\n", tool.name.c_str(), wall,
                  median(tool.samples, &Sample::cpu), memory, tool.samples.size(), ours.wall / wall,
                  behind ? "  AHEAD OF OURS" : "");
      ahead_ = ahead_ && !behind;
    }
    std::fflush(stdout);
  }

  std::string url_;
  fs::path root_;
  std::size_t tables_;
  bool ahead_ = true;
};

bool installed(const std::string& program) {
  const std::string command = "command -v '" + program + "' > /dev/null 2>&1";
  return std::system(command.c_str()) == 0;
}

std::vector<Tool> make_tools(const std::string& self, const std::string& length,
                             const std::string& migrate, const std::string& dbmate) {
  std::vector<Tool> all = {
      {"retort",
       {"sh", "-c", "exec \"$0\" upgrade head --url \"$BENCH_LIBPQ\"", migrate},
       {},
       5,
       21},
      {"libpq by hand", {self, "by-hand", length}, {self, "read-row"}, 5, 21, false},
      {"psql",
       {"psql", "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-f", "all.sql"},
       {"psql", "-X", "-q", "-c", "SELECT 1"},
       5,
       21,
       false},
      {"dbmate", {dbmate, "--no-dump-schema", "migrate"}, {}, 5, 21},
      {"sql-migrate", {"sql-migrate", "up"}, {}, 5, 21},
      {"alembic", {"alembic", "upgrade", "head"}, {}, 3, 7},
      // One run of a minute.
      {"sqitch", {"sh", "-c", "exec sqitch deploy \"$SQITCH_TARGET\""}, {}, 1, 5},
  };
  std::vector<Tool> tools;
  for (Tool& tool : all) {
    const std::string program = tool.name == "dbmate" ? dbmate : tool.name;
    if (tool.noop.empty()) tool.noop = tool.apply;
    if (tool.peer && tool.name != "retort" && (program.empty() || !installed(program))) {
      std::printf("ABSENT: %s is not installed, there is no row for it\n", tool.name.c_str());
      continue;
    }
    tools.push_back(tool);
  }
  return tools;
}

int bench(const std::vector<std::string>& words, const std::string& self) {
  const std::vector<Step> steps =
      make_steps(static_cast<std::uint32_t>(std::strtoul(words[1].c_str(), nullptr, 10)));
  const fs::path root = fs::absolute(words[2]);
  std::vector<Tool> tools = make_tools(self, words[1], fs::absolute(words[3]),
                                       words.size() > 4 ? words[4] : std::string());
  for (const Tool& tool : tools) write_folder(root, tool.name, steps);
  std::string error;
  const auto cluster = retort::compiler::cluster::Cluster::start(
      {{}, "fsync = on\nfull_page_writes = on", {}}, error);
  if (cluster == nullptr) die(error);
  setenv("PGHOST", cluster->socket_directory().c_str(), 1);
  setenv("PGUSER", "postgres", 1);
  setenv("HOME", root.c_str(), 1);
  setenv("SQITCH_FULLNAME", "Bench", 1);
  setenv("SQITCH_EMAIL", "bench@example.org", 1);
  Bench bench(cluster->connection_string(), root, steps.size() / 5 * 2);
  bench.measure(("apply " + words[1] + " revisions").c_str(), tools, true);
  bench.measure(("no-op at head of " + words[1]).c_str(), tools, false);
  return bench.ahead() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const std::string verb = words.empty() ? std::string() : words[0];
  const char* url = getenv("BENCH_LIBPQ");
  if (verb == "folder" && words.size() == 3) {
    const std::size_t length = std::strtoul(words[1].c_str(), nullptr, 10);
    return write_folder(words[2], "retort", make_steps(static_cast<std::uint32_t>(length))) ? 0 : 1;
  }
  if (verb == "by-hand" && words.size() == 2 && url != nullptr) {
    const std::size_t length = std::strtoul(words[1].c_str(), nullptr, 10);
    by_hand(url, make_steps(static_cast<std::uint32_t>(length)));
    return 0;
  }
  if (verb == "read-row" && url != nullptr) {
    Connection(url).run("SELECT id, digest FROM versions ORDER BY id DESC LIMIT 1");
    return 0;
  }
  if (verb == "run" && (words.size() == 4 || words.size() == 5))
    return bench(words, fs::read_symlink("/proc/self/exe"));
  std::fprintf(stderr, "usage: retort_bench_peers run LENGTH DIR MIGRATE [DBMATE]\n");
  return 2;
}
