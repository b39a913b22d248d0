// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: the options as texts, between argv and Options.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "driver/options.hpp"

namespace retort::compiler::driver {

struct RawOptions {
  std::vector<std::string> directories;  // or ENGINE=DIR for each engine
  std::string directory_word;            // the positional DIR
  std::vector<std::string> files, exclude, engines;
  std::string layout = "retort";
  std::vector<std::string> variables;
  std::string placeholder_prefix = "${", placeholder_suffix = "}";
  std::string name, lock_file, root, schema;
  bool no_lock_file = false;
  bool locked = false;

  std::vector<std::string> warnings;
  bool werror = false;
  std::string diagnostics = "gnu";
  std::string color = "auto";

  std::vector<std::string> verify, sqlite_functions, sqlite_features;
  std::string sqlite_profile = "full";
  std::string sqlite_minimum;

  std::string output_dir;

  cli::RawOptions database;
};

// Fills `options` from the texts, or returns one line that says what is wrong and, behind a '\n',
// a way out where there is one.
std::string convert(const RawOptions& raw, Options& options);

// "a::b" of identifiers that are no keywords? Otherwise the error.
std::string check_namespace(std::string_view name);

}  // namespace retort::compiler::driver
