// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The observer's calls in, stderr out.
#include "cli/reporter.hpp"

#include <cstdio>

#include "cli/text.hpp"

namespace retort::cli {

std::string sql_of(const Statement& statement) {
  std::string sql;
  for (std::uint32_t i = 0; i + statement.copy_chunks < statement.chunk_count; ++i) {
    sql.append(statement.chunks[i]);
  }
  return sql;
}

// A bar that is redrawn does not go together with statements that scroll by.
Reporter::Reporter(bool echo)
    : bar_(stderr, echo ? ProgressBar::Style::lines : ProgressBar::Style::automatic), echo_(echo) {}

void Reporter::on_run(Direction direction, std::uint32_t steps, std::uint32_t statements) {
  ran_ = true;
  bar_.on_run(direction, steps, statements);
}

void Reporter::on_step(const Step& step) { bar_.on_step(step); }

bool Reporter::on_statement(const Step& step, const Script& script, std::uint32_t index) {
  if (echo_) {
    const Statement& statement = script.statements[index];
    std::fprintf(stderr, "-- %s:%u:%u\n%s;\n", printable(script.file).c_str(), statement.line,
                 statement.column, printable(sql_of(statement), true).c_str());
    if (statement.copy_chunks > 0) std::fputs("-- … rows\n", stderr);
  }
  return bar_.on_statement(step, script, index);
}

void Reporter::on_statement_done(const Step& step, const Script& script, std::uint32_t index,
                                 std::int64_t microseconds) {
  if (echo_) std::fprintf(stderr, "-- %.3f ms\n", static_cast<double>(microseconds) / 1000.0);
  bar_.on_statement_done(step, script, index, microseconds);
}

void Reporter::on_step_done(const Step& step, std::int64_t microseconds) {
  bar_.on_step_done(step, microseconds);
}

void Reporter::on_wait(std::string_view holder, std::int64_t waited_ms) {
  bar_.on_wait(holder, waited_ms);
}

void Reporter::on_notice(std::string_view text) { bar_.on_notice(text); }

}  // namespace retort::cli
