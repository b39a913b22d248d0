// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The files that `compile` leaves behind, so that a build system sees each change once and no
// change never:
//
//   * the stamp means "last success"; a temporary one is made before the first read and renamed
//   last
//   * every other file that is written gets the temporary stamp's time: a file that was edited
//   while
//     the tool ran is newer than all of them
//   * a file is written only if its content differs, beside its place, then renamed
//   * on failure the stamp and the source are deleted; the header stays, for indexers
//
// On the real disk only: times of files are no part of source::FileSystem.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "diag/diagnostics.hpp"
#include "driver/options.hpp"
#include "source/file_system.hpp"

namespace retort::compiler::driver {

class Outputs {
 public:
  explicit Outputs(const CompileOptions& options) : options_(options) {}
  Outputs(const Outputs&) = delete;
  Outputs& operator=(const Outputs&) = delete;
  ~Outputs();  // unless commit() was reached, cleans up as after a failure

  // Makes the temporary stamp. Errors are reported as cannot-write.
  bool begin(diag::Diagnostics& diagnostics);

  // Writes one file and sets its time.
  void write(const std::string& path, const std::string& text, diag::Diagnostics& diagnostics);
  // Gives a file that was written elsewhere (SARIF) the time of the run.
  void set_time(const std::string& path);

  // Writes the depfile and, where an input of the previous run is gone, the forget file.
  void write_depfile(const std::vector<std::string>& inputs, diag::Diagnostics& diagnostics);

  // The stamp appears: the run succeeded. Returns the reason on failure.
  std::string commit();

  std::size_t written() const { return written_; }

 private:
  std::string temporary_stamp() const { return options_.stamp + ".tmp"; }
  std::string gone_inputs();

  const CompileOptions& options_;
  source::RealFileSystem disk_;
  std::filesystem::file_time_type time_{};
  bool begun_ = false;
  bool committed_ = false;
  std::size_t written_ = 0;
};

}  // namespace retort::compiler::driver
