// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Recognises BEGIN … COMMIT around a part. In: a part. Out: the part without the two. A BEGIN with
// an isolation level stays: it says something that would get lost, and is diagnosed later like any
// other transaction statement.
#include "chain/outer_transaction.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace retort::compiler::chain {
namespace {

// The statement as words in lower case joined by blanks; empty where it is more than a few words.
std::string words_of(const lex::TokenizedFile& file, const lex::Statement& statement) {
  if (statement.has_error || statement.last - statement.first > 3) return {};
  std::string words;
  for (std::uint32_t i = statement.first; i < statement.last; ++i) {
    if (file.tokens[i].kind != lex::TokenKind::word) return {};
    if (!words.empty()) words.push_back(' ');
    words.append(file.text(file.tokens[i]));
  }
  std::transform(words.begin(), words.end(), words.begin(), [](char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  });
  return words;
}

template <std::size_t count>
bool is_one_of(const std::string& words, const std::array<std::string_view, count>& list) {
  return std::find(list.begin(), list.end(), words) != list.end();
}

constexpr std::array<std::string_view, 10> begins = {"begin",
                                                     "begin transaction",
                                                     "begin work",
                                                     "begin deferred",
                                                     "begin deferred transaction",
                                                     "begin immediate",
                                                     "begin exclusive",
                                                     "begin immediate transaction",
                                                     "begin exclusive transaction",
                                                     "start transaction"};
constexpr std::array<std::string_view, 6> commits = {"commit", "commit transaction", "commit work",
                                                     "end",    "end transaction",    "end work"};

}  // namespace

TransactionWord transaction_word(const lex::TokenizedFile& file, const lex::Statement& statement) {
  const std::string words = words_of(file, statement);
  if (is_one_of(words, begins)) return TransactionWord::begin;
  return is_one_of(words, commits) ? TransactionWord::commit : TransactionWord::none;
}

lex::Part without_outer_transaction(const lex::TokenizedFile& file, const lex::Part& part) {
  lex::Part result = part;
  auto& statements = result.statements;
  if (statements.size() < 2 ||
      transaction_word(file, statements.front()) != TransactionWord::begin ||
      transaction_word(file, statements.back()) != TransactionWord::commit) {
    return result;
  }
  statements.pop_back();
  statements.erase(statements.begin());
  return result;
}

}  // namespace retort::compiler::chain
