// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: the lines "key = value" of the small files that lie beside migrations. Their
// keys of interest are few and their values are one word, in TOML as in Java's properties.
#pragma once

#include <string_view>
#include <vector>

#include "source/source_file.hpp"

namespace retort::compiler::chain {

struct Setting {
  std::string_view table;  // "[table]" above it, in TOML
  std::string_view key;
  std::string_view value;  // without quotes and comment
  source::Span span;       // of the value
  source::Span key_span;
};

struct Settings {
  std::vector<Setting> list;
  bool broken = false;  // some line is no setting
};

// What begins with `comment` up to the line's end is none. Points into the file.
Settings read_settings(const source::SourceFile& file, char comment);

}  // namespace retort::compiler::chain
