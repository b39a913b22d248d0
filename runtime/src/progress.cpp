// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The observer's calls in, lines or a redrawn bar on a FILE* out. Linked only where it is used.
#include "retort/progress.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <cstring>

#ifdef _WIN32
#include <io.h>
#else
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace retort {
namespace {

constexpr std::size_t bar_cells = 24;
constexpr std::int64_t redraw_interval_ms = 80;

bool is_terminal(std::FILE* out) {
#ifdef _WIN32
  return _isatty(_fileno(out)) != 0;
#else
  const char* term = std::getenv("TERM");
  if (term != nullptr && std::strcmp(term, "dumb") == 0) return false;
  return isatty(fileno(out)) != 0;
#endif
}

std::size_t terminal_width(std::FILE* out) {
#ifndef _WIN32
  winsize size{};
  if (ioctl(fileno(out), TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
#else
  (void)out;
#endif
  return 80;
}

std::int64_t now_ms() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

void append_printable(std::string& line, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool c1 =
        byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c1) ++i;
    line += c1 || byte < 0x20 || byte == 0x7F ? '?' : text[i];
  }
}

// At most `width` code points of `text`.
void truncate(std::string& text, std::size_t width) {
  std::size_t points = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_continuation(text[i])) continue;
    if (++points > width) return text.resize(i);
  }
}

}  // namespace

std::string running_line(const Step& step) {
  std::string line =
      step.direction == Direction::upgrade ? "Running upgrade " : "Running downgrade ";
  // Alembic's arrow follows the direction: from what is there to what will be there.
  append_printable(line, step.direction == Direction::upgrade ? step.from : step.id);
  line += " -> ";
  append_printable(line, step.direction == Direction::upgrade ? step.id : step.from);
  if (!step.message.empty()) line += ", ";
  append_printable(line, step.message);
  return line;
}

ProgressBar::ProgressBar(std::FILE* out, Style style) noexcept
    : out_(out), bar_(style == Style::bar || (style == Style::automatic && is_terminal(out))) {}

ProgressBar::~ProgressBar() { finish(); }

void ProgressBar::finish() noexcept {
  if (!shown_) return;
  std::fputc('\n', out_);
  std::fflush(out_);
  shown_ = false;
}

void ProgressBar::draw(const std::string& text) {
  const std::uint32_t total = std::max(statements_, 1U);
  const std::size_t filled = bar_cells * std::min(done_, total) / total;
  std::string line =
      "[" + std::string(filled, '#') + std::string(bar_cells - filled, '.') + "] " + text;
  truncate(line, terminal_width(out_) - 1);
  std::fprintf(out_, "\r\x1b[K%s", line.c_str());
  std::fflush(out_);
  shown_ = true;
  drawn_at_ms_ = now_ms();
}

void ProgressBar::print_line(const std::string& text) {
  if (shown_) std::fputs("\r\x1b[K", out_);
  shown_ = false;
  std::fprintf(out_, "%s\n", text.c_str());
  std::fflush(out_);
}

void ProgressBar::on_run(Direction, std::uint32_t, std::uint32_t statements) {
  statements_ = statements;
  done_ = 0;
}

void ProgressBar::on_step(const Step& step) {
  if (!bar_) return print_line(running_line(step));
  std::string text = std::to_string(step.index + 1) + "/" + std::to_string(step.count) + " ";
  append_printable(text, step.id);
  if (!step.message.empty()) text += ", ";
  append_printable(text, step.message);
  // The first is always shown; a fast run of a thousand is not slowed down by its own display.
  if (!shown_ || now_ms() - drawn_at_ms_ >= redraw_interval_ms) draw(text);
}

bool ProgressBar::on_statement(const Step& step, const Script& script, std::uint32_t index) {
  if (!bar_ || now_ms() - drawn_at_ms_ < redraw_interval_ms) return true;
  std::string text = std::to_string(step.index + 1) + "/" + std::to_string(step.count) + " ";
  append_printable(text, step.id);
  if (index < script.statement_count) {
    text += "  ";
    append_printable(text, script.file);
    text += ":" + std::to_string(script.statements[index].line);
  }
  draw(text);
  return true;
}

void ProgressBar::on_statement_done(const Step&, const Script&, std::uint32_t, std::int64_t) {
  ++done_;
}

void ProgressBar::on_step_done(const Step& step, std::int64_t) {
  if (!bar_ || step.index + 1 != step.count) return;
  done_ = statements_;
  std::string text = std::to_string(step.count) + "/" + std::to_string(step.count) + " ";
  append_printable(text, step.direction == Direction::upgrade ? step.id : step.from);
  draw(text);
}

void ProgressBar::on_wait(std::string_view holder, std::int64_t waited_ms) {
  std::string text = "waiting for the lock";
  if (!holder.empty()) {
    text += " held by ";
    append_printable(text, holder);
  }
  if (bar_) return draw(text + ", " + std::to_string(waited_ms / 1000) + " s");
  if (!told_wait_) print_line(text);
  told_wait_ = true;
}

void ProgressBar::on_notice(std::string_view text) {
  std::string line = "notice: ";
  append_printable(line, text);
  print_line(line);
}

}  // namespace retort
