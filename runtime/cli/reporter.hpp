// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What upgrade and downgrade show while they run: the progress bar or its lines, and with --echo
// every statement with its source line and its time.
#pragma once

#include "retort/progress.hpp"

namespace retort::cli {

class Reporter final : public Observer {
 public:
  explicit Reporter(bool echo);

  // Whether anything was run.
  bool ran() const { return ran_; }
  void finish() { bar_.finish(); }

  void on_run(Direction direction, std::uint32_t steps, std::uint32_t statements) override;
  void on_step(const Step& step) override;
  bool on_statement(const Step& step, const Script& script, std::uint32_t index) override;
  void on_statement_done(const Step& step, const Script& script, std::uint32_t index,
                         std::int64_t microseconds) override;
  void on_step_done(const Step& step, std::int64_t microseconds) override;
  void on_wait(std::string_view holder, std::int64_t waited_ms) override;
  void on_notice(std::string_view text) override;

 private:
  ProgressBar bar_;
  bool echo_;
  bool ran_ = false;
};

// The statement's SQL, without the data of a COPY.
std::string sql_of(const Statement& statement);

}  // namespace retort::cli
