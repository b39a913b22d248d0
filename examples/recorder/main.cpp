// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A recorder of transcripts that upgrades its own database: the program carries the whole chain of
// ../../migrations, needs no SQL file and no second tool where it runs.
//
//   recorder                          adds a sample transcript unless it is there, lists everything
//   recorder add TITLE TEXT...        adds a transcript, one segment per TEXT
//   recorder search WORD...           finds segments
//
// The database is $DATABASE_URL, or data/backend.db.
#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <recorder/migrations.hpp>
#include <string>
#include <vector>

#include "open.hpp"
#include "store.hpp"

namespace {

using recorder::Store;

void add_sample(Store& store) {
  if (store.has("sample")) return;
  store.add("sample", "Llamada de prueba", "es",
            {{0.0, 2.4, "Ana", "agente", "Buenos días, le atiende Ana."},
             {2.6, 5.1, "Luis", "cliente", "Quería cancelar la suscripción."},
             {5.3, 9.0, "Ana", "agente", "La cancelación queda hecha hoy mismo."}});
  std::puts("added the sample transcript");
}

void list(const Store& store) {
  for (const recorder::Summary& transcript : store.list()) {
    std::printf("%s  %s (%s, %d segments, %.1f s)\n", transcript.id.c_str(),
                transcript.title.c_str(), transcript.status.c_str(), transcript.segments,
                transcript.seconds);
    for (const recorder::Segment& segment : store.segments(transcript.id)) {
      std::printf("    %5.1f  %s: %s\n", segment.begin,
                  segment.speaker.empty() ? "?" : segment.speaker.c_str(), segment.text.c_str());
    }
  }
}

void add(Store& store, const std::vector<std::string>& words) {
  std::vector<recorder::Segment> segments;
  for (std::size_t i = 2; i < words.size(); ++i) {
    const double begin = segments.empty() ? 0.0 : segments.back().end;
    segments.push_back({begin, begin + 2.0, {}, {}, words[i]});
  }
  const std::string id = store.new_id();
  store.add(id, words[1], "es", segments);
  std::printf("added %s\n", id.c_str());
}

void search(const Store& store, const std::vector<std::string>& words) {
  std::string query;
  for (std::size_t i = 1; i < words.size(); ++i) query += words[i] + ' ';
  const std::vector<recorder::Hit> hits = store.search(query);
  for (const recorder::Hit& hit : hits) {
    std::printf("%s at %.1f s, %s: %s\n", hit.title.c_str(), hit.begin,
                hit.speaker.empty() ? "?" : hit.speaker.c_str(), hit.text.c_str());
  }
  std::printf("%zu found\n", hits.size());
}

int usage() {
  std::fputs("usage: recorder [add TITLE TEXT... | search WORD...]\n", stderr);
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
  const std::string command = words.empty() ? "" : words[0];
  const bool known = words.empty() || (command == "add" && words.size() > 2) ||
                     (command == "search" && words.size() > 1);
  if (!known) return usage();

  retort::sqlite::Database database;
  const retort::Chain& chain = recorder::migrations::chain();
  if (!recorder::open_and_upgrade(database, chain, std::getenv("DATABASE_URL"))) return 1;
  try {
    Store store(database.handle());
    if (command == "add") {
      add(store, words);
    } else if (command == "search") {
      search(store, words);
    } else {
      add_sample(store);
      list(store);
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "recorder: %s\n", error.what());
    return 1;
  }
  return 0;
}
