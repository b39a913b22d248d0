// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Names: which words can be one, where. In: tokens. Out: names as the engine takes them.
#include "parse/grammar/functions.hpp"

namespace retort::compiler::parse::grammar {
namespace {

using lex::TokenKind;

bool is_join_word(Keyword keyword) {
  switch (keyword) {
    case "cross"_k:
    case "full"_k:
    case "inner"_k:
    case "left"_k:
    case "natural"_k:
    case "outer"_k:
    case "right"_k:
      return true;
    default:
      return false;
  }
}

bool is_sqlite_name(Keyword keyword, NameUse use) {
  if (info(keyword).sqlite_reserved) return false;
  if (use == NameUse::table_alias || use == NameUse::bare_label) {
    if (is_join_word(keyword) || keyword == "indexed"_k) return false;
    if (use == NameUse::table_alias && keyword == "window"_k) return false;
    return use == NameUse::table_alias || (keyword != "like"_k && keyword != "glob"_k &&
                                           keyword != "match"_k && keyword != "regexp"_k);
  }
  return true;
}

bool is_postgres_name(Keyword keyword, NameUse use) {
  const KeywordInfo& word = info(keyword);
  switch (use) {
    case NameUse::column:
    case NameUse::table_alias:
      return word.postgres == PostgresCategory::unreserved ||
             word.postgres == PostgresCategory::col_name;
    case NameUse::type_function:
      return word.postgres == PostgresCategory::unreserved ||
             word.postgres == PostgresCategory::type_func_name;
    case NameUse::label:
      return true;
    case NameUse::bare_label:
      return word.postgres_label;
  }
  return false;
}

// A string goes on behind white space with a line end in it.
bool continues(const State& state, const Token& before, const Token& token) {
  if (state.sqlite || token.kind != TokenKind::string || state.slice(token).front() != '\'') {
    return false;
  }
  const std::uint32_t end = before.begin + before.length;
  const std::string_view between = state.text.substr(end, token.begin - end);
  return between.find_first_of("\r\n") != std::string_view::npos;
}

}  // namespace

bool is_name(const State& state, const Token& token, NameUse use) {
  if (token.kind == TokenKind::quoted_name) return true;
  if (token.kind == TokenKind::string) {
    const char first = state.slice(token).front();
    return state.sqlite && first == '\'';
  }
  if (token.kind != TokenKind::word) return false;
  if (token.keyword == no_keyword) return true;
  return state.sqlite ? is_sqlite_name(token.keyword, use) : is_postgres_name(token.keyword, use);
}

bool parse_name_as(Cursor& at, State& state, ast::Name& name, NameUse use) {
  if (!is_name(state, *at, use)) return state.expect(at, "a name");
  const bool string = at->kind == TokenKind::string;
  if (detail::equal(state.slice(at[1]), "uescape") && at->kind == TokenKind::quoted_name &&
      !state.sqlite) {
    return state.expect(at, "a name without UESCAPE");
  }
  if (!(string ? decode_string(state, *at, name.text) : decode_name(state, *at, name.text))) {
    return state.expect(at, "a name");
  }
  name.span = state.span(at, at + 1);
  name.quoted = at->kind != TokenKind::word;
  ++at;
  return true;
}

bool parse_name(Cursor& at, State& state, ast::Name& name) {
  return parse_name_as(at, state, name, NameUse::column);
}
bool parse_label(Cursor& at, State& state, ast::Name& name) {
  return parse_name_as(at, state, name, NameUse::label);
}
bool parse_bare_label(Cursor& at, State& state, ast::Name& name) {
  return parse_name_as(at, state, name, NameUse::bare_label);
}
bool parse_table_alias(Cursor& at, State& state, ast::Name& name) {
  return parse_name_as(at, state, name, NameUse::table_alias);
}

// "a" or "a.b"; three parts are not known.
static bool qualified(Cursor& at, State& state, ast::QualifiedName& name, NameUse first_use) {
  const Cursor first = at;
  if (!parse_name_as(at, state, name.name, first_use)) return false;
  if (at->is('.')) {
    ++at;
    name.schema = std::move(name.name);
    name.name = {};
    if (!parse_label(at, state, name.name) || at->is('.')) {
      state.expect(at, "a name");
      at = first;
      return false;
    }
  }
  name.span = state.span(first, at);
  return true;
}

bool parse_qualified_name(Cursor& at, State& state, ast::QualifiedName& name) {
  return qualified(at, state, name, NameUse::column);
}

bool parse_column_path(Cursor& at, State& state, ast::QualifiedName& table,
                       std::optional<ast::Name>& column) {
  const Cursor first = at;
  ast::Name parts[3];
  std::size_t count = 0;
  do {
    if (count == 3 ||
        !(count == 0 ? parse_name(at, state, parts[0]) : parse_label(at, state, parts[count]))) {
      return at = first, false;
    }
    ++count;
  } while (at->is('.') && (++at, true));
  if (count == 1) {
    state.expect(at, "'.' and the column's name");
    return at = first, false;
  }
  column = std::move(parts[count - 1]);
  table.name = std::move(parts[count - 2]);
  if (count == 3) table.schema = std::move(parts[0]);
  table.span = state.span(first, at - 2);
  return true;
}

bool parse_collation(Cursor& at, State& state, ast::QualifiedName& name) {
  return qualified(at, state, name, NameUse::column);
}

bool parse_string(Cursor& at, State& state, ast::Text& text) {
  if (at->kind != TokenKind::string) return state.expect(at, "a string");
  const char front = state.slice(*at).front();
  const bool bits = front == 'B' || front == 'b' || front == 'X' || front == 'x';
  if (bits || detail::equal(state.slice(at[1]), "uescape") || !decode_string(state, *at, text.text))
    return state.expect(at, "a string");
  const Cursor first = at++;
  for (; continues(state, at[-1], *at); ++at) {
    std::string more;
    // The escapes of E'…' and U&'…' hold in their continuations, too: left to the server.
    if (front != '\'' || !decode_string(state, *at, more)) {
      at = first;
      return state.expect(first, "a string");
    }
    text.text += more;
  }
  text.span = state.span(first, at);
  return true;
}

bool parse_signed_number(Cursor& at, State& state, std::string& number) {
  const bool sign = at->is('+') || at->is('-');
  if (at[sign ? 1 : 0].kind != TokenKind::number) return state.expect(at, "a number");
  number.assign(at->is('-') ? 1 : 0, '-');
  if (sign) ++at;
  number += state.slice(*at++);
  return true;
}

bool parse_column_list(Cursor& at, State& state, std::vector<ast::Name>& names) {
  const Cursor first = at;
  names.clear();
  if (!state.accept(at, '(', "'('")) return false;
  do {
    names.emplace_back();
    if (!parse_name(at, state, names.back())) return at = first, false;
  } while (state.accept(at, ',', "','"));
  if (state.accept(at, ')', "')'")) return true;
  at = first;
  return false;
}

}  // namespace retort::compiler::parse::grammar
