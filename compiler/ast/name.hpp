// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Names of things, and strings.
#pragma once

#include <string>

#include "ast/box.hpp"
#include "source/span.hpp"

namespace retort::compiler::ast {

using source::Span;

// `text` is the name as the engine takes it: without quotes and escapes, and in PostgreSQL an
// unquoted name in lower case. SQLite keeps the case and ignores it when it compares.
struct Name {
  std::string text;
  Span span;
  bool quoted = false;
};

struct QualifiedName {
  Span span;         // of the whole
  Box<Name> schema;  // may be empty
  Name name;
};

// A string literal that is no expression: a comment's text, a value of an enum.
struct Text {
  std::string text;  // without quotes and escapes
  Span span;
};

}  // namespace retort::compiler::ast
