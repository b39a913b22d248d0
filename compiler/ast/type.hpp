// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Types as written; what they mean is decided by `schema` and `lower`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ast/name.hpp"

namespace retort::compiler::ast {

struct TypeModifier {
  std::string text;  // as written: "10", "-2", "'x'", "point"
  Span span;
};

// `name.text` holds the words of a type, in lower case with single blanks between them: "int",
// "double precision", "character varying", "timestamp with time zone". In SQLite any words as
// written ("VARCHAR", "UNSIGNED BIG INT"). A quoted name is no keyword: "char" is another type than
// char.
struct TypeName {
  Span span;
  Box<Name> schema;  // may be empty
  Name name;
  std::vector<TypeModifier> modifiers;
  std::string interval_fields;  // "day to second"; empty if none
  // One element per dimension, with its bound if that is written: int[][3] has two.
  std::vector<std::optional<std::int64_t>> array;
  bool setof = false;
};

}  // namespace retort::compiler::ast
