// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What an operator token is. In: a token. Out: the operator and how tightly it binds.
#include "parse/grammar/operators.hpp"

namespace retort::compiler::parse::grammar {

using ast::Operator;

BinaryOperator binary_operator(const State& state, const Token& token) {
  if (token.kind != lex::TokenKind::op) return {};
  const Levels& level = levels(state);
  const std::uint8_t bits = state.sqlite ? level.bits : level.other;
  switch (token.symbol) {
    case static_cast<std::uint8_t>('='):
      return {Operator::equal, level.equality};
    case static_cast<std::uint8_t>('<'):
      return {Operator::less, level.comparison};
    case static_cast<std::uint8_t>('>'):
      return {Operator::greater, level.comparison};
    case static_cast<std::uint8_t>('+'):
      return {Operator::add, level.add};
    case static_cast<std::uint8_t>('-'):
      return {Operator::subtract, level.add};
    case static_cast<std::uint8_t>('*'):
      return {Operator::multiply, level.multiply};
    case static_cast<std::uint8_t>('/'):
      return {Operator::divide, level.multiply};
    case static_cast<std::uint8_t>('%'):
      return {Operator::modulo, level.multiply};
    case static_cast<std::uint8_t>('^'):
      return {Operator::power, level.power};
    case static_cast<std::uint8_t>('&'):
      return {Operator::bit_and, bits};
    case static_cast<std::uint8_t>('|'):
      return {Operator::bit_or, bits};
    case static_cast<std::uint8_t>('#'):
      return {Operator::bit_xor, level.other};
    case static_cast<std::uint8_t>(Symbol::equal_equal):
      return {state.sqlite ? Operator::equal : Operator::other,
              state.sqlite ? level.equality : level.other};
    case static_cast<std::uint8_t>(Symbol::not_equal):
      return {Operator::not_equal, level.equality};
    case static_cast<std::uint8_t>(Symbol::less_equal):
      return {Operator::less_equal, level.comparison};
    case static_cast<std::uint8_t>(Symbol::greater_equal):
      return {Operator::greater_equal, level.comparison};
    case static_cast<std::uint8_t>(Symbol::concat):
      return {Operator::concat, level.concat};
    case static_cast<std::uint8_t>(Symbol::json_get):
      return {Operator::json_get, level.concat};
    case static_cast<std::uint8_t>(Symbol::json_get_text):
      return {Operator::json_get_text, level.concat};
    case static_cast<std::uint8_t>(Symbol::shift_left):
      return {Operator::shift_left, bits};
    case static_cast<std::uint8_t>(Symbol::shift_right):
      return {Operator::shift_right, bits};
    case static_cast<std::uint8_t>(Symbol::double_colon):
    case static_cast<std::uint8_t>(Symbol::named_argument):
      return {};
    default:
      return {Operator::other, level.other};
  }
}

}  // namespace retort::compiler::parse::grammar
