// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Byte ranges in source files. Everything inside the compiler speaks of spans; line and column are
// computed at the rim, when a diagnostic is printed or a position is compiled into the chain.
#pragma once

#include <cstdint>

namespace retort::compiler::source {

// Names a file of a SourceFiles. 0 names no file: a diagnostic there has no place.
using FileId = std::uint32_t;

struct Span {
  FileId file = 0;
  std::uint32_t begin = 0;  // byte offset of the first byte
  std::uint32_t end = 0;    // byte offset behind the last byte; begin == end marks a point

  friend bool operator==(const Span&, const Span&) = default;
};

// Lines and columns count from 1; columns count UTF-8 code points, a tab as one.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

}  // namespace retort::compiler::source
