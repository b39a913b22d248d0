// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The leading tokens of CREATE INDEX CONCURRENTLY and REINDEX … CONCURRENTLY in, the names in them
// out. The runtime asks the server with these names for what a failed attempt has left.
#include "lower/concurrent_index.hpp"

#include "dialect/ascii.hpp"

namespace retort::compiler::lower {
namespace {

using lex::TokenKind;

class Reader {
 public:
  Reader(const lex::TokenizedFile& file, const lex::Statement& statement)
      : file_(file), next_(statement.first), last_(statement.last) {}

  // Takes the next token where it is this word or punctuation.
  bool take(std::string_view text) {
    if (!is(text)) return false;
    ++next_;
    return true;
  }

  bool is(std::string_view text) const {
    return next_ < last_ && file_.tokens[next_].kind != TokenKind::quoted_name &&
           dialect::equal_ignoring_case(file_.text(file_.tokens[next_]), text);
  }

  // The options in parentheses; true where CONCURRENTLY is among them.
  bool take_options() {
    bool concurrently = false;
    if (!take("(")) return false;
    while (next_ < last_ && !is(")")) {
      concurrently = concurrently || is("CONCURRENTLY");
      ++next_;
    }
    (void)take(")");
    return concurrently;
  }

  // A name, with its qualification, as written; empty where there is none.
  std::string take_name() {
    std::string name;
    do {
      if (next_ >= last_) return {};
      const lex::Token& token = file_.tokens[next_];
      const std::string_view text = file_.text(token);
      const bool plain = token.kind == TokenKind::word;
      if (!plain && (token.kind != TokenKind::quoted_name || text.front() != '"')) return {};
      if (!name.empty()) name += '.';
      name += text;
      ++next_;
    } while (take("."));
    return name;
  }

 private:
  const lex::TokenizedFile& file_;
  std::uint32_t next_;
  std::uint32_t last_;
};

ConcurrentIndex created(Reader reader) {
  ConcurrentIndex result;
  if (!reader.take("CREATE")) return result;
  (void)reader.take("UNIQUE");
  if (!reader.take("INDEX") || !reader.take("CONCURRENTLY")) return result;
  result.creates = true;
  if (reader.take("IF")) {
    (void)reader.take("NOT");
    (void)reader.take("EXISTS");
  }
  if (!reader.is("ON")) result.index = reader.take_name();
  if (result.index.empty() || !reader.take("ON")) return result;
  (void)reader.take("ONLY");
  result.table = reader.take_name();
  if (result.table.empty()) result.index.clear();
  return result;
}

ConcurrentIndex rebuilt(Reader reader) {
  ConcurrentIndex result;
  if (!reader.take("REINDEX")) return result;
  bool concurrently = reader.take_options();
  const bool is_index = reader.take("INDEX");
  if (!is_index && !reader.take("TABLE")) return result;
  concurrently = reader.take("CONCURRENTLY") || concurrently;
  if (concurrently) (is_index ? result.index : result.table) = reader.take_name();
  return result;
}

}  // namespace

ConcurrentIndex find_concurrent_index(const lex::TokenizedFile& file,
                                      const lex::Statement& statement) {
  const Reader reader(file, statement);
  ConcurrentIndex result = created(reader);
  return result.creates ? result : rebuilt(reader);
}

}  // namespace retort::compiler::lower
