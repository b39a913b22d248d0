// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The verb transfer: two databases in, a report out. What it does is in retort/transfer.hpp.
#include "retort/transfer.hpp"

#include <unistd.h>

#include <chrono>
#include <cstdio>

#include "cli/reporter.hpp"
#include "cli/text.hpp"
#include "cli/url.hpp"
#include "cli/verbs.hpp"

namespace retort::cli {
namespace {

// On a terminal one line that is drawn again, elsewhere a line per table and pass.
class TransferProgress final : public TransferObserver {
 public:
  TransferProgress() : terminal_(isatty(fileno(stderr)) != 0) {}
  ~TransferProgress() override { finish(); }

  void on_rows(Phase phase, std::string_view table, std::uint32_t index, std::uint32_t count,
               std::int64_t rows, std::int64_t total) override {
    if (!terminal_) return;
    const auto now = std::chrono::steady_clock::now();
    if (shown_ && now - drawn_ < std::chrono::milliseconds(100)) return;
    drawn_ = now;
    shown_ = true;
    constexpr int width = 24;
    const int filled =
        total > 0 ? static_cast<int>(static_cast<double>(rows) / static_cast<double>(total) * width)
                  : 0;
    std::string bar(static_cast<std::size_t>(filled > width ? width : filled), '#');
    bar.resize(width, '-');
    std::fprintf(stderr, "\r\033[K%s [%s] %s, table %u of %u", word(phase), bar.c_str(),
                 printable(table).c_str(), index + 1, count);
    std::fflush(stderr);
  }

  void finish() {
    if (shown_) std::fputs("\r\033[K", stderr);
    shown_ = false;
  }

 private:
  static const char* word(Phase phase) {
    switch (phase) {
      case Phase::examine:
        return "examining";
      case Phase::copy:
        return "copying  ";
      case Phase::verify:
        break;
    }
    return "verifying";
  }

  bool terminal_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point drawn_;
};

std::string report_json(const TransferReport& report, bool ok) {
  std::string text = "{\"revision\": " + json_string(report.revision) +
                     ", \"ok\": " + (ok ? "true" : "false") + ", \"tables\": [";
  for (std::size_t i = 0; i < report.tables.size(); ++i) {
    const TransferredTable& table = report.tables[i];
    text += std::string(i == 0 ? "" : ",") + "\n  {\"table\": " + json_string(table.name) +
            ", \"rows\": " + std::to_string(table.rows) +
            ", \"comparedColumns\": " + std::to_string(table.compared_columns) +
            ", \"countedColumns\": " + json_array(table.counted_columns) +
            ", \"decisions\": " + json_array(table.decisions) + "}";
  }
  text += "],\n \"problemCount\": " + std::to_string(report.problem_count) + ", \"problems\": [";
  for (std::size_t i = 0; i < report.problems.size(); ++i) {
    const TransferProblem& problem = report.problems[i];
    text += std::string(i == 0 ? "" : ",") + "\n  {\"table\": " + json_string(problem.table) +
            ", \"column\": " + json_string(problem.column) +
            ", \"rowid\": " + (problem.has_rowid ? std::to_string(problem.rowid) : "null") +
            ", \"text\": " + json_string(problem.text) + "}";
  }
  return text + "],\n \"notes\": " + json_array(report.notes) + "}\n";
}

std::string table_text(const TransferredTable& table, bool moved) {
  std::string text =
      printable(table.name) + ": " + counted(static_cast<std::size_t>(table.rows), "row");
  if (moved) {
    text += ", " + counted(table.compared_columns, "column") + " equal by checksum";
    for (std::size_t i = 0; i < table.counted_columns.size(); ++i) {
      text += (i == 0 ? "; only counted: " : ", ") + printable(table.counted_columns[i]);
    }
  }
  text += "\n";
  for (const std::string& decision : table.decisions) text += "  " + printable(decision) + "\n";
  return text;
}

void print_report(Session& session, const TransferReport& report, bool ok) {
  if (session.options().json) {
    session.print(report_json(report, ok));
    return;
  }
  const bool moved = ok && !session.options().dry_run;
  if (ok) {
    for (const TransferredTable& table : report.tables) session.print(table_text(table, moved));
  }
  for (const TransferProblem& problem : report.problems) {
    std::fprintf(stderr, "%s\n", printable(problem.to_string()).c_str());
  }
  if (report.problem_count > report.problems.size()) {
    std::fprintf(stderr, "… and %llu more\n",
                 static_cast<unsigned long long>(report.problem_count - report.problems.size()));
  }
  for (const std::string& note : report.notes) session.note(printable(note));
}

bool is_dump(const std::string& source) {
  return source.size() > 4 && source.compare(source.size() - 4, 4, ".sql") == 0;
}

// Opens one side; the message names the database without its password.
template <class Open>
int open_side(Session& session, const std::string& url, Open open) {
  const Status status = open();
  if (status.ok()) return exit_done;
  return session.fail(without_password(url) + ": " + printable(redacted(status.message(), url)), {},
                      status.code() == Code::invalid_argument ? exit_usage : exit_no_connection);
}

int open_source(Session& session, sqlite::Database& source) {
  const std::string& url = session.options().from;
  if (is_dump(url)) return open_side(session, url, [&] { return open_dump(url, source); });
  const UrlKind kind = classify_url(url);
  if (kind.engine && *kind.engine != Engine::sqlite) {
    return session.fail("--from names no SQLite database: " + without_password(url), {},
                        exit_usage);
  }
  return open_side(session, url, [&] { return source.open_read_only(url); });
}

int open_target(Session& session, postgres::Database& target) {
  const std::string& url = session.options().to;
  const UrlKind kind = classify_url(url);
  if (!kind.engine || *kind.engine != Engine::postgres) {
    return session.fail("--to names no PostgreSQL database: " + without_password(url), {},
                        exit_usage);
  }
  std::string error;
  const std::string readable = libpq_url(url, error);
  if (!error.empty()) return session.fail(error, {}, exit_usage);
  return open_side(session, url, [&] { return target.open(readable); });
}

}  // namespace

int run_transfer(Session& session) {
  const Options& given = session.options();
  if (given.from.empty() || given.to.empty()) {
    return session.fail(
        "transfer needs both sides",
        session.program() + " transfer --from sqlite:data/app.db --to postgresql://user@host/app",
        exit_usage);
  }
  sqlite::Database source;
  postgres::Database target;
  if (const int code = open_source(session, source); code != exit_done) return code;
  if (const int code = open_target(session, target); code != exit_done) return code;
  if (const int code = session.prepare(source); code != exit_done) return code;
  if (const int code = session.prepare(target); code != exit_done) return code;

  Reporter upgrade(given.echo);
  TransferProgress progress;
  TransferOptions options;
  options.dry_run = given.dry_run;
  options.replace = given.replace;
  options.exclude = given.exclude;
  options.lock_wait_ms = given.lock_wait_ms;
  options.observer = &progress;
  options.upgrade_observer = &upgrade;
  TransferReport report;
  const Status status = transfer(source, target, session.chain(), options, report);
  upgrade.finish();
  progress.finish();
  print_report(session, report, status.ok());
  if (!status.ok()) return session.fail(status);
  if (!given.dry_run) session.note("the target holds what the source holds, at " + report.revision);
  return exit_done;
}

}  // namespace retort::cli
