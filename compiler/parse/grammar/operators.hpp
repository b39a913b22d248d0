// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The operators of each engine by precedence, as tables (gram.y of PostgreSQL, parse.y of SQLite).
#pragma once

#include <cstdint>

#include "parse/grammar/functions.hpp"

namespace retort::compiler::parse::grammar {

// Higher binds tighter. 0 is no operator.
struct Levels {
  std::uint8_t or_, and_, not_;
  std::uint8_t is;          // IS, ISNULL, NOTNULL
  std::uint8_t comparison;  // < > <= >=
  std::uint8_t equality;    // = <> (PostgreSQL: as comparison)
  std::uint8_t match;       // BETWEEN IN LIKE
  std::uint8_t other;       // PostgreSQL's Op
  std::uint8_t bits;        // SQLite: & | << >>
  std::uint8_t add, multiply;
  std::uint8_t power;   // PostgreSQL: ^
  std::uint8_t concat;  // ||, -> and ->> in SQLite; PostgreSQL: as other
  std::uint8_t at_time_zone;
  std::uint8_t collate;
  std::uint8_t sign;     // unary - and +; SQLite: and ~
  std::uint8_t postfix;  // [ ] and ::
};

inline constexpr Levels postgres_levels = {1, 2, 3, 4, 5, 5, 6, 7, 0, 8, 9, 10, 7, 11, 12, 13, 14};
inline constexpr Levels sqlite_levels = {1, 2, 3, 4, 5, 4, 4, 0, 6, 7, 8, 0, 9, 0, 10, 11, 0};

inline const Levels& levels(const State& state) {
  return state.sqlite ? sqlite_levels : postgres_levels;
}

struct BinaryOperator {
  ast::Operator kind = ast::Operator::other;
  std::uint8_t level = 0;
};

// The operator at this token as an infix one.
BinaryOperator binary_operator(const State& state, const Token& token);

}  // namespace retort::compiler::parse::grammar
