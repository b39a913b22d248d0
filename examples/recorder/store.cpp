// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The program's own queries. They name the tables of the chain's head; which revision made which
// table is no concern of theirs.
#include "store.hpp"

#include <algorithm>

#include "statement.hpp"

namespace recorder {
namespace {

// Each word as a quoted FTS5 string, so that what a user types is never FTS5 syntax.
std::string as_fts_query(std::string_view words) {
  std::string query;
  std::size_t begin = 0;
  while (begin < words.size()) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    if (end > begin) {
      query += query.empty() ? "\"" : " \"";
      for (const char c : words.substr(begin, end - begin)) {
        query += c;
        if (c == '"') query += c;
      }
      query += '"';
    }
    begin = end + 1;
  }
  return query;
}

}  // namespace

Store::Store(sqlite3* connection) : connection_(connection) { run("PRAGMA foreign_keys = ON"); }

bool Store::has(std::string_view id) const {
  return Statement(connection_, "SELECT 1 FROM transcripts WHERE id = ?1").bind(1, id).step();
}

void Store::add(std::string_view id, std::string_view title, std::string_view lang,
                const std::vector<Segment>& segments) {
  run("BEGIN IMMEDIATE");
  try {
    Statement(connection_,
              "INSERT INTO transcripts (id, org_id, title, lang) VALUES (?1, 'demo', ?2, ?3)")
        .bind(1, id)
        .bind(2, title)
        .bind(3, lang)
        .step();
    Statement insert(connection_,
                     "INSERT INTO segments (transcript_id, segment_id, rev, t0, t1, text, speaker,"
                     " speaker_role) VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6, ?7)");
    int number = 0;
    for (const Segment& segment : segments) {
      insert.reset();
      insert.bind(1, id).bind(2, ++number).bind(3, segment.begin).bind(4, segment.end);
      insert.bind(5, segment.text).bind_optional(6, segment.speaker);
      insert.bind_optional(7, segment.role);
      insert.step();
    }
    run("COMMIT");
  } catch (...) {
    sqlite3_exec(connection_, "ROLLBACK", nullptr, nullptr, nullptr);
    throw;
  }
}

std::vector<Summary> Store::list() const {
  Statement select(connection_,
                   "SELECT t.id, t.title, t.status, count(s.id), coalesce(max(s.t1), 0)"
                   "  FROM transcripts t LEFT JOIN segments s ON s.transcript_id = t.id"
                   " GROUP BY t.id ORDER BY t.created_at, t.id");
  std::vector<Summary> result;
  while (select.step()) {
    result.push_back({select.text(0), select.text(1), select.text(2),
                      static_cast<int>(select.number(3)), select.number(4)});
  }
  return result;
}

std::vector<Segment> Store::segments(std::string_view id) const {
  Statement select(connection_,
                   "SELECT t0, t1, speaker, speaker_role, text FROM segments"
                   " WHERE transcript_id = ?1 ORDER BY t0, id");
  select.bind(1, id);
  std::vector<Segment> result;
  while (select.step()) {
    result.push_back(
        {select.number(0), select.number(1), select.text(2), select.text(3), select.text(4)});
  }
  return result;
}

std::vector<Hit> Store::search(std::string_view words) const {
  const std::string query = as_fts_query(words);
  std::vector<Hit> result;
  if (query.empty()) return result;
  Statement select(connection_,
                   "SELECT t.title, s.t0, s.speaker, s.text FROM segments_fts"
                   "  JOIN segments s ON s.id = segments_fts.rowid"
                   "  JOIN transcripts t ON t.id = s.transcript_id"
                   " WHERE segments_fts MATCH ?1 ORDER BY rank, s.id");
  select.bind(1, query);
  while (select.step()) {
    result.push_back({select.text(0), select.number(1), select.text(2), select.text(3)});
  }
  return result;
}

std::string Store::new_id() const {
  Statement select(connection_, "SELECT lower(hex(randomblob(6)))");
  select.step();
  return select.text(0);
}

void Store::run(const char* sql) const {
  if (sqlite3_exec(connection_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
    throw std::runtime_error(sqlite3_errmsg(connection_));
  }
}

}  // namespace recorder
