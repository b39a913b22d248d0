// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Types. PostgreSQL knows some by their words and takes the others as names; SQLite takes any
// words.
#include "parse/grammar/terminals.hpp"

namespace retort::compiler::parse::grammar {

using ast::TypeName;

namespace {

using lex::TokenKind;

// Adds the words, in lower case, to the type's name.
bool take_words(Cursor& at, State& state, TypeName& type, Cursor behind) {
  for (; at != behind; ++at) {
    if (!type.name.text.empty()) type.name.text += ' ';
    std::string word;
    decode_name(state, *at, word);
    std::transform(word.begin(), word.end(), word.begin(), detail::lower);
    type.name.text += word;
  }
  return true;
}

bool modifier(Cursor& at, State& state, ast::TypeModifier& result) {
  const Cursor first = at;
  std::string number;
  ast::Name name;
  ast::Text text;
  const bool string = at->kind == TokenKind::string && !state.sqlite;
  if (!(string ? parse_string(at, state, text) : parse_signed_number(at, state, number)) &&
      !(!string && parse_name_as(at, state, name, NameUse::type_function))) {
    return false;
  }
  result.text = state.slice(first, at);
  result.span = state.span(first, at);
  return true;
}

struct ModifiersId;
const auto modifiers = x3::rule<ModifiersId, std::vector<ast::TypeModifier>>{} =
    open >> sub<modifier>[append] % comma >> close;

bool parse_modifiers(Cursor& at, State& state, std::vector<ast::TypeModifier>& list) {
  return run(modifiers, at, state, list);
}

struct Precision {
  bool time = false;  // may go on with WITH TIME ZONE
};

// How many tokens of a type's first words stand here: "double precision", "character varying".
unsigned leading_words(Cursor at, Precision& precision) {
  const auto then = [&](unsigned count, Keyword word) {
    return at[count].is(word) ? count + 1 : count;
  };
  switch (at->keyword) {
    case "double"_k:
      return at[1].is("precision"_k) ? 2 : 0;
    case "bit"_k:
    case "character"_k:
    case "char"_k:
    case "nchar"_k:
      return then(1, "varying"_k);
    case "national"_k:
      if (!at[1].is("character"_k) && !at[1].is("char"_k)) return 0;
      return then(2, "varying"_k);
    case "time"_k:
    case "timestamp"_k:
      precision.time = true;
      return 1;
    case "int"_k:
    case "integer"_k:
    case "smallint"_k:
    case "bigint"_k:
    case "real"_k:
    case "float"_k:
    case "decimal"_k:
    case "dec"_k:
    case "numeric"_k:
    case "boolean"_k:
    case "varchar"_k:
      return 1;
    default:
      return 0;
  }
}

// Which of PostgreSQL's own types take something in parentheses.
bool takes_modifiers(Keyword first) {
  switch (first) {
    case "int"_k:
    case "integer"_k:
    case "smallint"_k:
    case "bigint"_k:
    case "real"_k:
    case "double"_k:
    case "boolean"_k:
      return false;
    default:
      return true;
  }
}

const auto interval_end = x3::rule<struct IntervalEndId>{} =
    "year"_kw | "month"_kw | "day"_kw | "hour"_kw | "minute"_kw | "second"_kw;

// "interval", "interval(3)", "interval day to second(3)"
bool interval(Cursor& at, State& state, TypeName& type) {
  take_words(at, state, type, at + 1);
  if (at->is('(')) return parse_modifiers(at, state, type.modifiers);
  return parse_interval_fields(at, state, type);
}

bool keyword_type(Cursor& at, State& state, TypeName& type, unsigned words, Precision precision) {
  const Keyword first = at->keyword;
  take_words(at, state, type, at + words);
  if (at->is('(') && takes_modifiers(first) && !parse_modifiers(at, state, type.modifiers)) {
    return false;
  }
  if (precision.time && (at->is("with"_k) || at->is("without"_k)) && at[1].is("time"_k) &&
      at[2].is("zone"_k)) {
    take_words(at, state, type, at + 3);
  }
  return true;
}

bool named_type(Cursor& at, State& state, TypeName& type) {
  ast::Name name;
  if (at->kind == TokenKind::word && at[1].is('.')) {
    if (!parse_name_as(at, state, name, NameUse::type_function)) return false;
  } else {
    if (!is_name(state, *at, NameUse::type_function)) return state.expect(at, "a type");
    if (!parse_name_as(at, state, name, NameUse::type_function)) return false;
  }
  if (at->is('.')) {
    ++at;
    type.schema = std::move(name);
    if (!parse_label(at, state, name) || at->is('.')) return false;
  }
  type.name = std::move(name);
  if (at->is('%')) return state.expect(at, "the end of the type");  // %TYPE
  return !at->is('(') || parse_modifiers(at, state, type.modifiers);
}

bool array_bounds(Cursor& at, State& state, TypeName& type) {
  const auto bound = [&]() -> std::optional<std::int64_t> {
    std::int64_t value = 0;
    for (const char c : state.slice(*at)) {
      if (c < '0' || c > '9' || value > 214748364) return std::nullopt;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  const bool word = at->is("array"_k);
  if (word && !at[1].is('[')) {
    ++at;
    type.array.emplace_back();
    return true;
  }
  if (word) ++at;
  while (at->is('[')) {
    ++at;
    std::optional<std::int64_t> value;
    if (at->kind == TokenKind::number) {
      value = bound();
      if (!value) return state.expect(at, "a number");
      ++at;
    }
    if (!state.accept(at, ']', "']'")) return false;
    type.array.push_back(value);
    if (word) break;
  }
  return true;
}

bool postgres_type(Cursor& at, State& state, TypeName& type) {
  if (at->is("setof"_k)) {
    type.setof = true;
    ++at;
  }
  const Cursor first = at;
  Precision precision;
  const unsigned words = leading_words(at, precision);
  const bool simple = at->is("interval"_k) ? interval(at, state, type)
                      : words != 0         ? keyword_type(at, state, type, words, precision)
                                           : named_type(at, state, type);
  if (!simple) return false;
  if (type.name.span.end == 0) type.name.span = state.span(first, at);
  return array_bounds(at, state, type);
}

// typetoken: words, then at most two signed numbers.
bool sqlite_type(Cursor& at, State& state, TypeName& type) {
  const Cursor first = at;
  while (at->kind != TokenKind::invalid && is_name(state, *at, NameUse::bare_label) &&
         !at->is("generated"_k) && !at->is("always"_k)) {
    std::string word;
    ast::Name name;
    if (!parse_name_as(at, state, name, NameUse::bare_label)) return false;
    if (!type.name.text.empty()) type.name.text += ' ';
    type.name.text += name.text;
    type.name.quoted |= name.quoted;
  }
  if (at == first) return state.expect(at, "a type");
  type.name.span = state.span(first, at);
  return !at->is('(') || parse_modifiers(at, state, type.modifiers);
}

}  // namespace

bool is_type_keyword(Keyword keyword) {
  switch (keyword) {
    case "bit"_k:
    case "character"_k:
    case "char"_k:
    case "nchar"_k:
    case "national"_k:
    case "time"_k:
    case "timestamp"_k:
    case "int"_k:
    case "integer"_k:
    case "smallint"_k:
    case "bigint"_k:
    case "real"_k:
    case "float"_k:
    case "decimal"_k:
    case "dec"_k:
    case "numeric"_k:
    case "boolean"_k:
    case "varchar"_k:
    case "interval"_k:
      return true;
    default:
      return false;
  }
}

bool parse_interval_fields(Cursor& at, State& state, ast::TypeName& type) {
  const Cursor first = at;
  x3::unused_type none;
  if (!run(interval_end, at, state, none)) return true;
  if (at->is("to"_k)) {
    ++at;
    if (!run(interval_end, at, state, none)) return false;
  }
  type.interval_fields = state.slice(first, at);
  std::transform(type.interval_fields.begin(), type.interval_fields.end(),
                 type.interval_fields.begin(), detail::lower);
  if (at[-1].is("second"_k) && at->is('(')) return parse_modifiers(at, state, type.modifiers);
  return true;
}

bool parse_type(Cursor& at, State& state, ast::TypeName& type) {
  const Cursor first = at;
  type = {};
  if (!(state.sqlite ? sqlite_type(at, state, type) : postgres_type(at, state, type))) {
    state.expect(first, "a type");
    at = first;
    return false;
  }
  type.span = state.span(first, at);
  return true;
}

}  // namespace retort::compiler::parse::grammar
