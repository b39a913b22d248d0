// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Recognises directives. In: the text of a line comment, or a range of a file; out: what it is,
// where the first one is. What a directive means is decided in the room parse.
#include "lex/directive.hpp"

#include "lex/char_class.hpp"
#include "lex/lex.hpp"

namespace retort::compiler::lex {
namespace {

constexpr bool is_blank(char byte) { return byte == ' ' || byte == '\t'; }

bool begins_with_word(std::string_view text, std::string_view lower_word) {
  return text.size() >= lower_word.size() &&
         equals_word(text.substr(0, lower_word.size()), lower_word);
}

// "up" or "down", and nothing but blanks right behind it.
bool is_direction(std::string_view text) {
  for (const std::string_view word : {std::string_view("up"), std::string_view("down")}) {
    if (!begins_with_word(text, word)) continue;
    text.remove_prefix(word.size());
    return text.empty() || is(text.front(), postgres_space);
  }
  return false;
}

}  // namespace

CommentRole comment_role(std::string_view comment, DirectiveStyle style) {
  if (style == DirectiveStyle::goose && comment.find("+goose") != std::string_view::npos) {
    return CommentRole::section;
  }
  std::size_t start = 2;
  while (start < comment.size() && is_blank(comment[start])) ++start;
  if (start >= comment.size()) return CommentRole::plain;
  const char first = lower(comment[start]);
  if (style == DirectiveStyle::sql_migrate) {
    if (begins_with_word(comment.substr(start), "+migrate")) return CommentRole::section;
  }
  if (first == 'm' && begins_with_word(comment.substr(start), "migrate:")) {
    if (style == DirectiveStyle::retort) return CommentRole::section;
    const bool dbmate = style == DirectiveStyle::dbmate;
    return dbmate && is_direction(comment.substr(start + std::string_view("migrate:").size()))
               ? CommentRole::section
               : CommentRole::plain;
  }
  if (first == 'r' && begins_with_word(comment.substr(start), "retort:")) {
    return CommentRole::remark;
  }
  return CommentRole::plain;
}

bool begins_line(std::string_view text, std::uint32_t offset) {
  while (offset > 0 && is_blank(text[offset - 1])) --offset;
  return offset == 0 || text[offset - 1] == '\n';
}

std::optional<std::uint32_t> find_section_line(std::string_view text, std::uint32_t begin,
                                               std::uint32_t end, DirectiveStyle style) {
  const std::string_view range = text.substr(0, end);
  std::size_t at = begin;
  while ((at = range.find("--", at)) != std::string_view::npos) {
    const auto offset = static_cast<std::uint32_t>(at);
    if (begins_line(text, offset)) {
      const std::string_view line = range.substr(at, range.find('\n', at) - at);
      if (comment_role(line, style) == CommentRole::section) return offset;
    }
    ++at;
  }
  return std::nullopt;
}

dialect::EngineSet named_engines(std::string_view directive, bool* portable) {
  dialect::EngineSet engines;
  const std::size_t first = directive.find(':');
  std::size_t at = directive.find_first_of(" \t", first);
  while (at < directive.size()) {
    const std::size_t begin = directive.find_first_not_of(" \t\r,", at);
    if (begin == std::string_view::npos) break;
    at = std::min(directive.find_first_of(" \t\r,", begin), directive.size());
    const std::string_view word = directive.substr(begin, at - begin);
    if (const auto engine = dialect::engine_by_name(word)) engines.add(*engine);
    if (portable != nullptr && word == "portable") *portable = true;
  }
  return engines;
}

}  // namespace retort::compiler::lex
