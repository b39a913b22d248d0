// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A scanner for the texts in sqlite_schema, by the rules of SQLite's own tokenizer. The compiler's
// lexer is not for programs that ship.
#include "catalogue/sql_tokens.hpp"

#include "catalogue/reader.hpp"

namespace retort::catalogue::detail {
namespace {

bool is_word(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_blank(char c) noexcept {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_plain(std::string_view name) noexcept {
  for (const char c : name) {
    if (!is_word(c)) return false;
  }
  return !name.empty() && !(name.front() >= '0' && name.front() <= '9');
}

class Scanner {
 public:
  explicit Scanner(std::string_view sql) : sql_(sql) {}

  SqlTokens run() {
    while (at_ < sql_.size()) {
      if (!skip()) take();
    }
    return std::move(tokens_);
  }

 private:
  bool follows(std::string_view text) const { return sql_.substr(at_, text.size()) == text; }

  // Behind `text`, searched from `from`; the end where it is not there.
  std::size_t behind(std::string_view text, std::size_t from) const {
    const std::size_t found = sql_.find(text, from);
    return found == std::string_view::npos ? sql_.size() : found + text.size();
  }

  bool skip() {
    const std::size_t begin = at_;
    if (is_blank(sql_[at_])) {
      ++at_;
    } else if (follows("--")) {
      at_ = behind("\n", at_);
    } else if (follows("/*")) {
      at_ = behind("*/", at_ + 2);
    }
    return at_ > begin;
  }

  void take() {
    const char c = sql_[at_];
    if (c == '"' || c == '`' || c == '[') {
      tokens_.push_back({lower_case(quoted(c == '[' ? ']' : c)), true});
    } else if (c == '\'') {
      const std::size_t begin = at_;
      quoted(c);
      tokens_.push_back({std::string(sql_.substr(begin, at_ - begin)), false});
    } else if (is_word(c)) {
      const std::size_t begin = at_;
      while (at_ < sql_.size() && (is_word(sql_[at_]) || is_fraction(begin))) ++at_;
      tokens_.push_back({lower_case(sql_.substr(begin, at_ - begin)), false});
    } else {
      const std::size_t length = operator_length();
      tokens_.push_back({std::string(sql_.substr(at_, length)), false});
      at_ += length;
    }
  }

  // The point of "1.5", which begins with a digit.
  bool is_fraction(std::size_t begin) const {
    return sql_[at_] == '.' && sql_[begin] >= '0' && sql_[begin] <= '9';
  }

  // Consumes to the closing quote, doubled ones once; SQLite knows no other escape.
  std::string quoted(char close) {
    std::string text;
    for (++at_; at_ < sql_.size(); ++at_) {
      if (sql_[at_] == close) {
        const bool doubled = close != ']' && at_ + 1 < sql_.size() && sql_[at_ + 1] == close;
        if (!doubled) {
          ++at_;
          return text;
        }
        ++at_;
      }
      text.push_back(sql_[at_]);
    }
    return text;
  }

  std::size_t operator_length() const {
    for (const std::string_view text :
         {"->>", "||", "<=", ">=", "<>", "!=", "==", "<<", ">>", "->"}) {
      if (follows(text)) return text.size();
    }
    return 1;
  }

  std::string_view sql_;
  std::size_t at_ = 0;
  SqlTokens tokens_;
};

bool is_one_of(std::string_view text, std::string_view set) {
  return text.size() == 1 && set.find(text.front()) != std::string_view::npos;
}

}  // namespace

SqlTokens sql_tokens(std::string_view sql) { return Scanner(sql).run(); }

std::string joined(const SqlTokens& tokens, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t i = first; i < last && i < tokens.size(); ++i) {
    const SqlToken& token = tokens[i];
    const bool blank = !text.empty() && !is_one_of(token.text, "),.;") &&
                       !is_one_of(std::string_view(&text.back(), 1), "(.");
    if (blank) text.push_back(' ');
    if (token.quoted && !is_plain(token.text)) {
      text.append("\"").append(token.text).append("\"");
    } else {
      text.append(token.text);
    }
  }
  return text;
}

std::string joined(const SqlTokens& tokens) { return joined(tokens, 0, tokens.size()); }

std::string normalised(std::string_view sql) { return joined(sql_tokens(sql)); }

}  // namespace retort::catalogue::detail
