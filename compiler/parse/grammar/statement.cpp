// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Which statement it is, by its first words. In: the tokens of one statement. Out: a tree, or where
// the longest attempt ended and what would have been right there.
#include "parse/grammar/statement.hpp"

#include "parse/grammar/functions.hpp"

namespace retort::compiler::parse::grammar {
namespace {

using ast::Statement;

template <class T>
bool read(bool (*parse)(Cursor&, State&, T&), Cursor& at, State& state, Statement& result) {
  T statement;
  if (!parse(at, state, statement)) return false;
  result.node = std::move(statement);
  return true;
}

// CREATE [OR REPLACE] [TEMP] …: the word that says what.
Keyword created(Cursor at) {
  for (++at;; ++at) {
    switch (at->keyword) {
      case "or"_k:
      case "replace"_k:
      case "temp"_k:
      case "temporary"_k:
      case "unlogged"_k:
      case "global"_k:
      case "local"_k:
      case "unique"_k:
      case "recursive"_k:
      case "constraint"_k:
      case "materialized"_k:
        break;
      default:
        return at->keyword;
    }
  }
}

bool create(Cursor& at, State& state, Statement& result) {
  switch (created(at)) {
    case "table"_k:
      return read(parse_create_table, at, state, result);
    case "virtual"_k:
      return read(parse_create_virtual_table, at, state, result);
    case "index"_k:
      return read(parse_create_index, at, state, result);
    case "view"_k:
      return read(parse_create_view, at, state, result);
    case "trigger"_k:
      return read(parse_create_trigger, at, state, result);
    case "sequence"_k:
      return read(parse_create_sequence, at, state, result);
    case "type"_k:
      return read(parse_create_enum, at, state, result);
    case "domain"_k:
      return read(parse_create_domain, at, state, result);
    case "schema"_k:
      return read(parse_create_schema, at, state, result);
    case "extension"_k:
      return read(parse_create_extension, at, state, result);
    default:
      return false;
  }
}

bool alter(Cursor& at, State& state, Statement& result) {
  if (at[1].is("type"_k) && (read(parse_add_enum_value, at, state, result) ||
                             read(parse_rename_enum_value, at, state, result))) {
    return true;
  }
  if (at[1].is("sequence"_k) && read(parse_alter_sequence, at, state, result)) return true;
  return read(parse_alter_table, at, state, result);
}

// WITH … and then one of four.
bool with(Cursor& at, State& state, Statement& result) {
  const Cursor first = at;
  ast::With clause;
  if (!parse_with(at, state, clause)) return false;
  const auto read_behind = [&]<class T>(bool (*parse)(Cursor&, State&, T&)) {
    T statement;
    if (!parse(at, state, statement)) return false;
    statement.with = std::move(clause);
    statement.span = state.span(first, at);
    result.node = std::move(statement);
    return true;
  };
  switch (at->keyword) {
    case "insert"_k:
    case "replace"_k:
      return read_behind(parse_insert);
    case "update"_k:
      return read_behind(parse_update);
    case "delete"_k:
      return read_behind(parse_delete);
    default:
      at = first;
      return read(parse_query, at, state, result);
  }
}

bool statement(Cursor& at, State& state, Statement& result) {
  switch (at->keyword) {
    case "create"_k:
      return create(at, state, result);
    case "alter"_k:
      return alter(at, state, result);
    case "drop"_k:
      return read(parse_drop, at, state, result);
    case "insert"_k:
    case "replace"_k:
      return read(parse_insert, at, state, result);
    case "update"_k:
      return read(parse_update, at, state, result);
    case "delete"_k:
      return read(parse_delete, at, state, result);
    case "truncate"_k:
      return read(parse_truncate, at, state, result);
    case "comment"_k:
      return read(parse_comment, at, state, result);
    case "refresh"_k:
      return read(parse_refresh_view, at, state, result);
    case "with"_k:
      return with(at, state, result);
    default:
      return at_query(at) && read(parse_query, at, state, result);
  }
}

}  // namespace

bool parse_whole(State& state, Cursor first, ast::Statement& result) {
  Cursor at = first;
  if (!statement(at, state, result)) return false;
  if (at == state.end) return true;
  return state.expect(at, "the end of the statement");
}

}  // namespace retort::compiler::parse::grammar
