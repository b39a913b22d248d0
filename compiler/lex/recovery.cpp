// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What to do where something was never closed. In: the tokens of a part up to the end of its range;
// out: a finding at the opening, and lexing goes on where the author most likely meant it to: at
// the section directive that was swallowed, or behind the ';' that was.
#include <algorithm>
#include <string>
#include <utility>

#include "lex/limits.hpp"
#include "lex/part_lexer.hpp"

namespace retort::compiler::lex {
namespace {

constexpr const char* copy_help =
    "end the COPY with ';', put the rows on the next lines and '\\.' alone on the last";

Finding copy_without_end(const Token& stdin_word) {
  const std::uint32_t end = stdin_word.begin + stdin_word.length;
  return {diag::Kind::unterminated_copy, stdin_word.begin, end, {}, copy_help};
}

// The offset of the first line comment in a gap between tokens that begins its line and is a
// section directive.
std::optional<std::uint32_t> section_line_in_gap(std::string_view text, std::uint32_t begin,
                                                 std::uint32_t end, dialect::Engine dialect,
                                                 DirectiveStyle style) {
  const char* base = text.data();
  const char* stop = base + end;
  for (const char* p = base + begin; p < stop;) {
    if (at_line_comment(p, stop)) {
      const char* line_end = line_comment_end(p + 2, stop, dialect);
      const auto at = static_cast<std::uint32_t>(p - base);
      const std::string_view comment(p, static_cast<std::size_t>(line_end - p));
      if (comment_role(comment, style) == CommentRole::section && begins_line(text, at)) return at;
      p = line_end;
    } else if (at_block_comment(p, stop)) {
      p = block_comment(p, stop, dialect).end;
    } else {
      ++p;
    }
  }
  return std::nullopt;
}

}  // namespace

// What to report where this token has no end.
Finding PartLexer::unterminated(std::uint32_t index) const {
  const Token& token = file_.tokens[index];
  const std::string_view content = text(token);
  const auto finding = [&token](diag::Kind kind, std::size_t size, std::string help) {
    const auto end = token.begin + static_cast<std::uint32_t>(size);
    return Finding{kind, token.begin, end, {}, std::move(help)};
  };
  if (token.kind == TokenKind::comment) {
    const bool nested = postgres() && content.find("/*", 2) != std::string_view::npos;
    return finding(diag::Kind::unterminated_comment, 2,
                   nested ? "comments nest in PostgreSQL: each '/*' needs its own '*/'" : "");
  }
  if (token.kind == TokenKind::copy_data) return copy_without_end(file_.tokens[index - 1]);
  if (token.kind == TokenKind::quoted_name) {
    return finding(diag::Kind::unterminated_name, content.find_first_of("\"`[") + 1, "");
  }
  if (content.front() == '$') {
    const std::string tag(content.substr(0, content.find('$', 1) + 1));
    Finding result = finding(diag::Kind::unterminated_dollar_quote, tag.size(),
                             "it ends where '" + tag + "' stands again");
    result.arguments[0] = tag;
    return result;
  }
  const bool behind_word = token.begin > range_.begin && is(base_[token.begin - 1], name_part);
  return finding(diag::Kind::unterminated_string, content.find('\'') + 1,
                 behind_word ? "a quote inside a string is written twice: ''" : "");
}

// The last token reaches to the end of the range.
void PartLexer::unterminated_token(std::uint32_t index) {
  if (cut_at_swallowed_directive(index, false)) return;
  Finding finding = unterminated(index);
  std::optional<std::uint32_t> directive;
  if (range_.directives) {
    directive = find_section_line(file_.text, file_.tokens[index].begin, range_.end, range_.style);
  }
  const std::uint32_t at = directive.value_or(range_.end);
  make_invalid(index, at);
  if (directive) ++file_.recoveries;
  postgres_.reset();  // a COPY is not to be reported twice
  report(std::move(finding));
  end_part(at);
}

bool PartLexer::may_go_back() const { return range_.recover && file_.recoveries < max_recoveries; }

// The last token ends in front of `end` and of the white space there. Nothing is left of COPY data
// without rows, nor of a comment inside a statement.
void PartLexer::make_invalid(std::uint32_t index, std::uint32_t end) {
  Token& token = file_.tokens[index];
  while (end > token.begin + 1 && is(base_[end - 1], postgres_space)) --end;
  token.length = end - token.begin;
  const bool comment = token.kind == TokenKind::comment;
  if (!comment) token.kind = TokenKind::invalid;
  if (token.length == 0 || (comment && statement_open())) file_.tokens.pop_back();
}

// Whether a token that is closed looks as if it were not the author's: "'it's'" opens its second
// quote directly behind a word; a quote without its end takes the beginning of a later one for it,
// and a word follows directly; the same with "AS $$"; rows without their end run into a later COPY.
bool PartLexer::doubtful(const Token& token) const {
  const char* begin = base_ + token.begin;
  const char* end = begin + token.length;
  const std::string_view content = text(token);
  if (token.kind == TokenKind::copy_data) {
    return content.find("stdin;\n") != std::string_view::npos ||
           content.find("STDIN;\n") != std::string_view::npos;
  }
  if (*begin == '$') {
    const std::size_t last =
        content.find_last_not_of(" \t\n", content.rfind('$', content.size() - 2) - 1);
    if (last == std::string_view::npos || last < 2) return false;
    const std::string_view word = content.substr(last - 1, 2);
    return is(content[last - 2], postgres_space) &&
           (equals_word(word, "as") || equals_word(word, "do"));
  }
  if (*begin != '\'' && *begin != '"') return false;
  const bool behind_word = begin != base_ + range_.begin && is(begin[-1], name_part);
  return behind_word || (end != end_ && is(*end, name_part));
}

// Quotes come in pairs: where one is never closed, every later one opens what it should close, and
// the last of the file is found to be open. So the first quote that swallowed a section directive
// is the one to blame.
bool PartLexer::cut_at_swallowed_directive(std::uint32_t before_token, bool only_doubtful) {
  if (!range_.directives || !may_go_back()) return false;
  auto& tokens = file_.tokens;
  for (const std::uint32_t index : swallowing_) {
    if (index >= before_token) break;
    const Token& token = tokens[index];
    if (only_doubtful && !doubtful(token)) continue;
    const auto directive =
        find_section_line(file_.text, token.begin, token.begin + token.length, range_.style);
    if (!directive) continue;
    while (!part_.statements.empty() && part_.statements.back().last > index) {
      statement_first_ = part_.statements.back().first;
      statement_has_error_ = part_.statements.back().has_error;
      part_.statements.pop_back();
    }
    Finding finding = unterminated(index);
    file_.findings.drop_from(token.begin, first_finding_);
    tokens.resize(index + 1);
    make_invalid(index, *directive);
    ++file_.recoveries;
    postgres_.reset();
    report(std::move(finding));
    end_part(*directive);
    return true;
  }
  return false;
}

void PartLexer::unterminated_parenthesis() {
  if (cut_at_swallowed_directive(next_index(), false)) return;
  const std::uint32_t open = parentheses_.front();
  const Token& token = file_.tokens[open];
  Finding finding{diag::Kind::unterminated_parenthesis, token.begin, token.begin + 1, {}, {}};
  std::optional<std::uint32_t> semicolon;
  if (!postgres()) {
    if (text(file_.tokens.back()) == ";") semicolon = next_index() - 1;
  } else {
    if (postgres_.in_body()) semicolon = semicolon_of_body();
    if (!semicolon) semicolon = semicolon_inside(open);
  }
  cut(std::move(finding), semicolon, directive_behind(open));
}

void PartLexer::unterminated_body() {
  if (cut_at_swallowed_directive(next_index(), false)) return;
  const auto& tokens = file_.tokens;
  std::uint32_t open = postgres() ? postgres_.opening_token() : statement_first_;
  const std::uint32_t begin = tokens[open].begin;
  auto kind = diag::Kind::unterminated_atomic;
  if (!postgres()) {
    kind = diag::Kind::unterminated_trigger;
    while (open + 1 < next_index() && !equals_word(text(tokens[open]), "trigger")) ++open;
  }
  const std::uint32_t end = tokens[open].begin + tokens[open].length;
  cut({kind,
       begin,
       end,
       {},
       "end the last statement of the body with ';', then the body with 'END;'"},
      semicolon_of_body(), directive_behind(open));
}

void PartLexer::unterminated_copy() {
  report(copy_without_end(file_.tokens[postgres_.opening_token()]));
}

// The section directive that the open statement swallowed behind this token of its own.
std::optional<std::uint32_t> PartLexer::directive_behind(std::uint32_t index) const {
  if (!range_.directives) return std::nullopt;
  for (; index < next_index(); ++index) {
    const Token& token = file_.tokens[index];
    const bool last = index + 1 == next_index();
    const std::uint32_t end = last ? offset(p_) : file_.tokens[index + 1].begin;
    const auto found = section_line_in_gap(file_.text, token.begin + token.length, end,
                                           part_.dialect, range_.style);
    if (found) return found;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> PartLexer::semicolon_inside(std::uint32_t parenthesis) const {
  std::size_t depth = 0;
  for (std::uint32_t index = parenthesis; index < next_index(); ++index) {
    const Token& token = file_.tokens[index];
    if (token.kind != TokenKind::punctuation) continue;
    const char byte = base_[token.begin];
    if (byte == '(') ++depth;
    if (byte == ')') --depth;
    if (byte == ';' && depth == 1) return index;
  }
  return std::nullopt;
}

// SQLite: in front of the first statement that no trigger body can hold. PostgreSQL: behind the
// first "END;", which the server took for a column label because the ';' before it is missing.
std::optional<std::uint32_t> PartLexer::semicolon_of_body() const {
  if (!postgres()) {
    const std::uint32_t foreign = sqlite_.foreign_token();
    return foreign == no_token ? std::nullopt : std::optional(foreign - 1);
  }
  for (std::uint32_t index = postgres_.opening_token() + 1; index + 1 < next_index(); ++index) {
    const Token& token = file_.tokens[index];
    const bool end = token.kind == TokenKind::word && equals_word(text(token), "end");
    if (end && text(file_.tokens[index + 1]) == ";") return index + 1;
  }
  return std::nullopt;
}

// Ends the open statement at whichever comes first, else at the end of the range.
void PartLexer::cut(Finding finding, std::optional<std::uint32_t> semicolon,
                    std::optional<std::uint32_t> directive) {
  auto& tokens = file_.tokens;
  const bool at_semicolon = semicolon && (may_go_back() || *semicolon + 1 == next_index()) &&
                            (!directive || tokens[*semicolon].begin < *directive);
  if (at_semicolon) {
    const Token& token = tokens[*semicolon];
    const std::uint32_t behind = token.begin + token.length;
    if (p_ != base_ + behind) ++file_.recoveries;
    file_.findings.drop_from(behind, first_finding_);
    tokens.resize(*semicolon + 1);
    while (!swallowing_.empty() && swallowing_.back() > *semicolon) swallowing_.pop_back();
    p_ = base_ + behind;
    report(std::move(finding));
    close_statement(*semicolon);
    return;
  }
  const std::uint32_t at = directive.value_or(range_.end);
  if (directive) {
    ++file_.recoveries;
    file_.findings.drop_from(at, first_finding_);
    while (tokens.back().begin >= at) tokens.pop_back();
  }
  report(std::move(finding));
  end_part(at);
}

}  // namespace retort::compiler::lex
