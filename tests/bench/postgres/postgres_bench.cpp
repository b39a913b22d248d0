// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// upgrade() on PostgreSQL beside C on libpq that does only what must be done, and beside psql. In:
// the number of rounds of the long part, if not 7; out: rows of name, value, unit, ratio, goal. One
// server for all, with fsync on. Every round measures each side, in turns; a ratio is the median of
// the rounds' own ratios, because the machine drifts.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "cluster/cluster.hpp"
#include "retort/postgres.hpp"
#include "support/chain_builder.hpp"
#include "work.hpp"

namespace {

using retort::Status;

using retort::bench::Connection;
using retort::bench::die;
using retort::bench::Step;

void check(const Status& status) {
  if (!status.ok()) die(status.to_string());
}

double milliseconds_of(const std::function<void()>& function) {
  const auto begin = std::chrono::steady_clock::now();
  function();
  const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - begin;
  return time.count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

struct Side {
  std::string name;
  std::function<void()> act;
  const char* goal;  // of our time to this one's
};

// The first side is ours. `before` is run, untimed, ahead of each.
void compare(const std::string& name, int rounds, const std::function<void()>& before,
             const std::vector<Side>& sides) {
  std::vector<std::vector<double>> times(sides.size());
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t turn = 0; turn < sides.size(); ++turn) {
      const std::size_t who = (turn + static_cast<std::size_t>(round)) % sides.size();
      before();
      times[who].push_back(milliseconds_of(sides[who].act));
    }
  }
  std::printf("%-44s %10.3f %-6s\n", name.c_str(), median(times[0]), "ms");
  for (std::size_t i = 1; i < sides.size(); ++i) {
    std::vector<double> ratios;
    for (std::size_t round = 0; round < times[i].size(); ++round) {
      ratios.push_back(times[0][round] / times[i][round]);
    }
    std::printf("%-44s %10.3f %-6s %.2f %s\n", ("  limit: " + sides[i].name).c_str(),
                median(times[i]), "ms", median(ratios), sides[i].goal);
  }
  std::fflush(stdout);
}

void upgrade(const std::string& url, const retort::Chain& chain) {
  retort::postgres::Database database;
  check(database.open(url));
  check(retort::upgrade(database, chain));
}

void psql(const std::string& url, const std::string& file) {
  const pid_t child = fork();
  if (child == 0) {
    execlp("psql", "psql", "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-d", url.c_str(), "-f",
           file.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  int status = 0;
  if (waitpid(child, &status, 0) != child || status != 0) die("psql failed");
}

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc > 1 ? std::atoi(argv[1]) : 7;
  std::string error;
  const auto cluster = retort::compiler::cluster::Cluster::start(
      {{}, "fsync = on\nfull_page_writes = on", {}}, error);
  if (cluster == nullptr) die(error);
  const std::string url = cluster->connection_string();
  const std::vector<Step> steps = retort::bench::make_steps(1000);
  retort::test::ChainBuilder builder("app", retort::Engine::postgres);
  std::string sql;
  for (const Step& step : steps) {
    auto& revision = builder.add(step.id);
    for (const std::string& statement : step.up) {
      revision.add_up(statement);
      sql += statement + ";\n";
    }
  }
  const retort::Chain& chain = builder.chain();
  const std::string file = cluster->socket_directory() + "/all.sql";
  std::ofstream(file) << sql;

  const std::string work = url + " options=-csearch_path=work";
  const auto empty = [&] {
    Connection connection(url);
    connection.run("DROP SCHEMA IF EXISTS work CASCADE; CREATE SCHEMA work; CHECKPOINT");
  };
  empty();
  upgrade(work, chain);
  compare("upgrade() at head, 1000 revisions", 301, [] {},
          {{"", [&] { upgrade(work, chain); }, ""},
           {"libpq: connect, read one row",
            [&] {
              Connection connection(work);
              connection.run(
                  "SELECT revision, digest FROM retort_ledger WHERE chain = $1 ORDER BY seq DESC "
                  "LIMIT 1",
                  {"app"});
            },
            "<= 1.10"}});
  compare("upgrade(), 1000 revisions to an empty schema", rounds, empty,
          {{"", [&] { upgrade(work, chain); }, ""},
           {"libpq by hand, a transaction each", [&] { retort::bench::by_hand(work, steps); },
            "<= 1.15"},
           {"psql -1 -f of the same SQL", [&] { psql(work, file); }, ""}});
  return 0;
}
