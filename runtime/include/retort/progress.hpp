// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Shows a run to the person in front of it: a bar that is redrawn in place on a terminal, and one
// plain line per revision, in Alembic's words, where the output goes to a file or a pipe:
//
//   Running upgrade 8f2c61d0a4b7 -> 41e0c2d9b8aa, add a notes column
//
//   retort::ProgressBar progress;
//   retort::Options options;
//   options.observer = &progress;
//   retort::Status status = retort::upgrade(db, chain, options);
//   progress.finish();                       // before anything else is printed
//
// Writes nothing when there is nothing to do. Never throws; a failed write is ignored. Uses no
// colour. No control character of a message reaches the terminal.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include "retort/observer.hpp"

namespace retort {

// "Running upgrade a -> b, message", without a line end. At the base the first id is empty.
std::string running_line(const Step& step);

class ProgressBar final : public Observer {
 public:
  enum class Style : std::uint8_t {
    automatic,  // a bar where `out` is a terminal and $TERM is not "dumb", else lines
    bar,
    lines,
  };

  // `out` is not owned and must outlive the object.
  explicit ProgressBar(std::FILE* out = stderr, Style style = Style::automatic) noexcept;
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar() override;  // calls finish()

  // Ends the line of a bar that is still shown, so that other output begins on a line of its own.
  // Does nothing otherwise.
  void finish() noexcept;

  void on_run(Direction direction, std::uint32_t steps, std::uint32_t statements) override;
  void on_step(const Step& step) override;
  bool on_statement(const Step& step, const Script& script, std::uint32_t index) override;
  void on_statement_done(const Step& step, const Script& script, std::uint32_t index,
                         std::int64_t microseconds) override;
  void on_step_done(const Step& step, std::int64_t microseconds) override;
  void on_wait(std::string_view holder, std::int64_t waited_ms) override;
  void on_notice(std::string_view text) override;

 private:
  void draw(const std::string& text);
  void print_line(const std::string& text);

  std::FILE* out_;
  bool bar_;
  bool shown_ = false;  // a bar stands on the terminal's current line
  bool told_wait_ = false;
  std::uint32_t statements_ = 0;
  std::uint32_t done_ = 0;
  std::int64_t drawn_at_ms_ = 0;
};

}  // namespace retort
