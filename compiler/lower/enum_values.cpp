// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// ALTER TYPE … ADD VALUE 'x' in, later literals 'x' of the same transaction out as errors. Which
// literals are values of which type is not known here; the same text is taken for the same value,
// and the way out, a revision of its own, is right in any case.
#include "lower/enum_values.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "dialect/ascii.hpp"
#include "lower/checks.hpp"

namespace retort::compiler::lower {
namespace {

using diag::Kind;
using lex::TokenKind;

class Search {
 public:
  explicit Search(diag::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void run(const chain::SectionRef& section) {
    if (section.part == nullptr) return;
    file_ = &section.file->tokens;
    for (const lex::Statement& statement : section.part->statements) {
      if (starts_with(statement, {"ALTER", "TYPE"})) {
        note_added(statement);  // AFTER 'x' may name a new value, and RENAME an old one
      } else if (!added_.empty()) {
        look_for_uses(statement);
      }
    }
  }

 private:
  std::string_view text(std::uint32_t index) const { return file_->text(file_->tokens[index]); }

  bool is_word(std::uint32_t index, const lex::Statement& statement, std::string_view word) const {
    return index < statement.last && file_->tokens[index].kind == TokenKind::word &&
           dialect::equal_ignoring_case(text(index), word);
  }

  bool starts_with(const lex::Statement& statement,
                   std::initializer_list<std::string_view> words) const {
    std::uint32_t index = statement.first;
    for (const std::string_view word : words) {
      if (!is_word(index++, statement, word)) return false;
    }
    return true;
  }

  // Up to PostgreSQL 16 this holds also for a type that the same transaction has made.
  void note_added(const lex::Statement& statement) {
    for (std::uint32_t i = statement.first; i + 1 < statement.last; ++i) {
      if (!is_word(i, statement, "ADD") || !is_word(i + 1, statement, "VALUE")) continue;
      for (std::uint32_t value = i + 2; value < statement.last; ++value) {
        if (file_->tokens[value].kind != TokenKind::string) continue;
        added_.emplace(text(value), file_->span(file_->tokens[value]));
        return;
      }
    }
  }

  void look_for_uses(const lex::Statement& statement) {
    for (std::uint32_t i = statement.first; i < statement.last; ++i) {
      const lex::Token& token = file_->tokens[i];
      if (token.kind == TokenKind::string) {
        if (const auto value = added_.find(text(i)); value != added_.end()) {
          report(file_->span(token), *value);
        }
      } else if (token.kind == TokenKind::copy_data) {
        look_for_fields(token);
      }
    }
  }

  // The rows of a COPY: its fields are not quoted.
  void look_for_fields(const lex::Token& token) {
    const std::string_view data = file_->text(token);
    std::size_t begin = 0;
    while (begin < data.size()) {
      const std::size_t end = std::min(data.find_first_of("\t\n", begin), data.size());
      const std::string quoted = "'" + std::string(data.substr(begin, end - begin)) + "'";
      if (const auto value = added_.find(quoted); value != added_.end()) {
        const auto at = token.begin + static_cast<std::uint32_t>(begin);
        report({file_->file->id(), at, at + static_cast<std::uint32_t>(end - begin)}, *value);
        return;  // one row is enough
      }
      begin = end + 1;
    }
  }

  void report(source::Span use, const std::pair<const std::string_view, source::Span>& value) {
    diagnostics_.report(Kind::new_enum_value, use, {value.first})
        .note(value.second, "it is added here")
        .help(
            "move what uses the value to a revision of its own: retort revision -m \"use the "
            "new value\"");
  }

  diag::Diagnostics& diagnostics_;
  const lex::TokenizedFile* file_ = nullptr;
  std::map<std::string_view, source::Span> added_;  // by the literal, quotes and all
};

}  // namespace

void check_enum_values(const chain::SectionRef& up, const chain::SectionRef& verify,
                       diag::Diagnostics& diagnostics) {
  if (up.part == nullptr || !runs_in_transaction(up, dialect::Engine::postgres)) return;
  Search search(diagnostics);
  search.run(up);
  search.run(verify);
}

}  // namespace retort::compiler::lower
