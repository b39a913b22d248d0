// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Statements from tokens. In: the tokens of one statement. Out: its tree, or ast::Opaque and, in a
// portable section, a message. Parses in silence first; only a statement that is not understood is
// parsed again with the places and words recorded.
#include "parse/statement.hpp"

#include <set>
#include <string>

#include "parse/blocks.hpp"
#include "parse/grammar/statement.hpp"

namespace retort::compiler::parse {
namespace {

using diag::Kind;
using grammar::State;
using grammar::Symbol;
using lex::TokenKind;

constexpr std::size_t max_expected = 8;

std::uint8_t symbol(std::string_view text) {
  if (text.size() == 1) return static_cast<std::uint8_t>(text.front());
  Symbol result = Symbol::none;
  if (text == "::") result = Symbol::double_colon;
  if (text == "=>" || text == ":=") result = Symbol::named_argument;
  if (text == "<=") result = Symbol::less_equal;
  if (text == ">=") result = Symbol::greater_equal;
  if (text == "<>" || text == "!=") result = Symbol::not_equal;
  if (text == "||") result = Symbol::concat;
  if (text == "==") result = Symbol::equal_equal;
  if (text == "->") result = Symbol::json_get;
  if (text == "->>") result = Symbol::json_get_text;
  if (text == "<<") result = Symbol::shift_left;
  if (text == ">>") result = Symbol::shift_right;
  return static_cast<std::uint8_t>(result);
}

// The statement's tokens as the grammar reads them.
std::vector<grammar::Token> prepare(const lex::TokenizedFile& file,
                                    const lex::Statement& statement) {
  std::vector<grammar::Token> tokens;
  tokens.reserve(statement.last - statement.first + grammar::lookahead + 1);
  std::vector<std::size_t> open;
  for (std::uint32_t i = statement.first; i < statement.last; ++i) {
    const lex::Token& from = file.tokens[i];
    grammar::Token token;
    token.begin = from.begin;
    token.length = from.length;
    token.kind = from.kind;
    if (from.kind == TokenKind::word) {
      token.keyword = grammar::find_keyword(file.text(from));
    } else if (from.kind == TokenKind::op || from.kind == TokenKind::punctuation) {
      token.symbol = symbol(file.text(from));
    } else if (from.kind == TokenKind::comment || from.kind == TokenKind::directive) {
      continue;
    }
    if (token.is('(')) open.push_back(tokens.size());
    if (token.is(')') && !open.empty()) {
      tokens[open.back()].match = static_cast<std::uint32_t>(tokens.size() - open.back());
      open.pop_back();
    }
    tokens.push_back(token);
  }
  grammar::Token end;
  end.begin = file.span(statement).end;
  tokens.insert(tokens.end(), grammar::lookahead + 1, end);
  return tokens;
}

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  return result;
}

ast::Opaque opaque(const lex::TokenizedFile& file, const lex::Statement& statement, bool sqlite) {
  ast::Opaque result;
  result.span = file.span(statement);
  std::set<std::string> seen;
  std::size_t words = 0;
  for (std::uint32_t i = statement.first; i < statement.last; ++i) {
    const lex::Token& token = file.tokens[i];
    const std::string_view text = file.text(token);
    const bool word = token.kind == TokenKind::word;
    if (i - statement.first == words && words < 2 && word) {
      ++words;
      result.words += (words == 1 ? "" : " ") + upper(text);
    }
    if (token.kind == TokenKind::string && text.front() == '$') result.has_code = true;
    if (!word && token.kind != TokenKind::quoted_name) continue;
    ast::Name name;
    State state;
    state.text = file.file->text();
    state.sqlite = sqlite;
    grammar::Token as_read;
    as_read.begin = token.begin;
    as_read.length = token.length;
    as_read.kind = token.kind;
    if (!grammar::decode_name(state, as_read, name.text)) name.text = text;
    name.quoted = !word;
    name.span = file.span(token);
    if (seen.insert(name.text).second) result.names.push_back(std::move(name));
  }
  return result;
}

std::string quoted_expectation(std::string_view what) {
  const bool word = !what.empty() && grammar::find_keyword(what) != grammar::no_keyword;
  return word ? upper(what) : std::string(what);
}

std::string expectation(const State& state) {
  if (state.expected.empty()) return "";
  std::string text = ", expected ";
  const std::size_t count = std::min(state.expected.size(), max_expected);
  for (std::size_t i = 0; i < count; ++i) {
    if (i != 0) text += i + 1 == count ? " or " : ", ";
    text += quoted_expectation(state.expected[i]);
  }
  return text;
}

class StatementParser {
 public:
  StatementParser(const lex::TokenizedFile& file, const lex::Statement& statement,
                  SqlDialect dialect)
      : file_(file), statement_(statement), tokens_(prepare(file, statement)) {
    state_.text = file.file->text();
    state_.file = file.file->id();
    state_.sqlite = dialect == SqlDialect::sqlite;
    state_.end = tokens_.data() + tokens_.size() - grammar::lookahead - 1;
  }

  bool run(ast::Statement& result) {
    result.span = file_.span(statement_);
    if (!statement_.has_error && grammar::parse_whole(state_, tokens_.data(), result)) return true;
    result.node = opaque(file_, statement_, state_.sqlite);
    return false;
  }

  const grammar::Token* too_deep() const { return state_.too_deep; }
  source::Span span(const grammar::Token& token) const {
    return {state_.file, token.begin, token.begin + token.length};
  }

  NotUnderstood explain() {
    state_.recording = true;
    state_.furthest = tokens_.data();
    state_.expected.clear();
    ast::Statement ignored;
    grammar::parse_whole(state_, tokens_.data(), ignored);
    state_.recording = false;
    const grammar::Token& at = *state_.furthest;
    const std::string found =
        &at == state_.end ? "the statement ends here" : "found '" + shown(state_.slice(at)) + "'";
    return {span(at), found + expectation(state_)};
  }
  // Whether not even the first words are those of a statement that is known.
  bool unknown() const { return state_.furthest == tokens_.data(); }

 private:
  const lex::TokenizedFile& file_;
  const lex::Statement& statement_;
  std::vector<grammar::Token> tokens_;
  State state_;
};

}  // namespace

ast::Statement parse_statement(const lex::TokenizedFile& file, const lex::Statement& statement,
                               SqlDialect dialect, diag::Diagnostics& diagnostics,
                               NotUnderstood& reason) {
  ast::Statement result;
  StatementParser parser(file, statement, dialect);
  if (parser.run(result) || statement.has_error) return result;
  if (parser.too_deep() != nullptr) {
    reason = {parser.span(*parser.too_deep()), "nested too deeply"};
    diagnostics.report(Kind::limit_exceeded, reason.span,
                       {"nesting of a statement", std::to_string(grammar::max_nesting)});
    return result;
  }
  reason = parser.explain();
  if (dialect != SqlDialect::portable) return result;
  const auto& words = std::get<ast::Opaque>(result.node).words;
  if (parser.unknown()) {
    diagnostics
        .report(Kind::unknown_portable_statement, reason.span, {words.empty() ? "this" : words})
        .help(
            "write it in a section of its engine, '-- migrate:up postgres' or "
            "'-- migrate:up sqlite'");
  } else {
    diagnostics.report(Kind::syntax, reason.span, {reason.text})
        .help(
            "what only one engine knows goes in '-- migrate:up postgres' or "
            "'-- migrate:up sqlite'");
  }
  return result;
}

ast::Statement parse_statement(const lex::TokenizedFile& file, const lex::Statement& statement,
                               SqlDialect dialect, diag::Diagnostics& diagnostics) {
  NotUnderstood ignored;
  return parse_statement(file, statement, dialect, diagnostics, ignored);
}

}  // namespace retort::compiler::parse
