// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Texts in, files with the right content and the right time out.
#include "driver/outputs.hpp"

#include <system_error>

#include "driver/depfile.hpp"
#include "driver/paths.hpp"
#include "driver/session.hpp"

namespace retort::compiler::driver {
namespace fs = std::filesystem;

Outputs::~Outputs() {
  if (committed_) return;
  disk_.remove(temporary_stamp());
  disk_.remove(options_.stamp);
  disk_.remove(options_.source);
}

bool Outputs::begin(diag::Diagnostics& diagnostics) {
  std::string reason = disk_.write(temporary_stamp(), "");
  std::error_code error;
  if (reason.empty()) {
    time_ = fs::last_write_time(temporary_stamp(), error);
    if (error) reason = error.message();
  }
  begun_ = reason.empty();
  if (!begun_) {
    diagnostics.report(diag::Kind::cannot_write, {}, {temporary_stamp(), reason});
  }
  return begun_;
}

void Outputs::write(const std::string& path, const std::string& text,
                    diag::Diagnostics& diagnostics) {
  bool written = false;
  const std::string reason = write_if_different(disk_, path, text, written);
  if (!reason.empty()) {
    diagnostics.report(diag::Kind::cannot_write, {}, {path, reason});
  } else if (written) {
    ++written_;
    set_time(path);
  }
}

void Outputs::set_time(const std::string& path) {
  std::error_code ignored;  // at worst the next build runs the tool once more
  if (begun_) fs::last_write_time(path, time_, ignored);
}

// Inputs of the previous run that do not exist any more, one a line. Makefiles of CMake 3.23
// to 3.31 remember them for ever and would run the tool in every build until the next configure.
std::string Outputs::gone_inputs() {
  std::string gone;
  if (options_.forget_file.empty()) return gone;
  const auto previous = disk_.read(options_.depfile);
  if (!previous) return gone;
  for (const std::string& input : read_depfile(*previous.value)) {
    if (disk_.kind(input) == source::FileKind::missing) gone += input + "\n";
  }
  return gone;
}

void Outputs::write_depfile(const std::vector<std::string>& inputs,
                            diag::Diagnostics& diagnostics) {
  const std::string gone = gone_inputs();
  std::vector<std::string> absolute;
  for (const std::string& input : inputs) absolute.push_back(absolute_path(input));
  write(options_.depfile, render_depfile(absolute_path(options_.stamp), absolute), diagnostics);
  if (gone.empty()) return;
  // Its time is the message, so that it is written even where it says the same as before.
  const std::string reason = disk_.write(options_.forget_file, gone);
  if (!reason.empty()) {
    diagnostics.report(diag::Kind::cannot_write, {}, {options_.forget_file, reason});
  }
}

std::string Outputs::commit() {
  std::error_code error;
  fs::rename(temporary_stamp(), options_.stamp, error);
  committed_ = !error;
  return error ? error.message() : std::string();
}

}  // namespace retort::compiler::driver
