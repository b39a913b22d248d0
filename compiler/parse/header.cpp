// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The header. In: the comments of the leading block. Out: message, text and keys. The difficult
// part is to tell a misspelt key from free text ("Note: …"): a line counts as a key where it stands
// in one run of "Key: value" lines with a known key, or where it is nearly one.
#include "parse/header.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "diag/suggest.hpp"
#include "parse/grammar/grammar.hpp"
#include "parse/header_values.hpp"
#include "parse/parse.hpp"

namespace retort::compiler::parse {
namespace {

using diag::Kind;

constexpr std::size_t max_key_length = 30;
constexpr std::ptrdiff_t max_key_words = 3;

struct Line {
  std::string_view text;  // behind the "--", without the blanks at its end
  source::Span span;      // of the whole comment
  bool adjacent = false;  // stands on the line below the one before
  std::optional<grammar::HeaderLine> key;
  std::optional<HeaderKey> known;
};

bool is_line_comment(std::string_view comment) { return comment.substr(0, 2) == "--"; }

std::string_view without_trailing_blanks(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\r\f\v");
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

// "Key: value" as a key is written: begins with a capital, few words, a blank behind the ':'.
bool looks_like_key(const grammar::HeaderLine& line) {
  const auto words = std::count(line.key.begin(), line.key.end(), ' ') + 1;
  return line.spaced && line.key.front() >= 'A' && line.key.front() <= 'Z' &&
         line.key.size() <= max_key_length && words <= max_key_words;
}

Line make_line(const lex::TokenizedFile& file, const lex::Token& token) {
  Line line;
  line.text = without_trailing_blanks(file.text(token).substr(2));
  line.span = file.span(token);
  line.key = grammar::header_line(line.text);
  if (line.key) line.known = find_header_key(line.key->key);
  if (line.key && !line.known && !looks_like_key(*line.key)) line.key.reset();
  return line;
}

// The line comments of the leading block up to its first statement.
std::vector<Line> header_lines(const lex::TokenizedFile& file, const Blocks& blocks,
                               diag::Diagnostics& diagnostics) {
  std::vector<Line> lines;
  if (blocks.leading.parts.empty()) return lines;
  const lex::Part& part = file.parts[blocks.leading.parts.front()];
  const std::string_view text = file.file->text();
  const std::uint32_t last =
      part.statements.empty() ? part.last_token : part.statements.front().first;
  for (std::uint32_t i = part.first_token; i < last; ++i) {
    const lex::Token& token = file.tokens[i];
    if (token.kind != lex::TokenKind::comment || !is_line_comment(file.text(token))) continue;
    if (lines.size() == max_header_lines) {
      diagnostics.report(Kind::limit_exceeded, file.span(token),
                         {"number of header lines", std::to_string(max_header_lines)});
      break;
    }
    Line line = make_line(file, token);
    if (!lines.empty()) {
      const std::uint32_t end = lines.back().span.end;
      const std::string_view gap = text.substr(end, line.span.begin - end);
      line.adjacent = std::count(gap.begin(), gap.end(), '\n') == 1 &&
                      gap.find_first_not_of(" \t\r\n") == std::string_view::npos;
    }
    lines.push_back(line);
  }
  return lines;
}

class HeaderParser {
 public:
  HeaderParser(const lex::TokenizedFile& file, diag::Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  ast::Header run(const std::vector<Line>& lines, bool keys) {
    if (!keys) {
      for (const Line& line : lines) plain(line);
      return std::move(header_);
    }
    for (std::size_t begin = 0; begin < lines.size();) {
      std::size_t end = begin + 1;
      while (end < lines.size() && lines[begin].key && lines[end].key && lines[end].adjacent) ++end;
      const bool key_block = std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                                         lines.begin() + static_cast<std::ptrdiff_t>(end),
                                         [](const Line& line) { return line.known.has_value(); });
      for (; begin < end; ++begin) line(lines[begin], key_block);
    }
    return std::move(header_);
  }

 private:
  void line(const Line& line, bool key_block) {
    if (!line.key) return plain(line);
    if (line.known) return entry(*line.known, line);
    const auto near = diag::suggest(line.key->key, header_key_names());
    if (!near && !key_block) return plain(line);
    header_.broken = true;
    auto report = diagnostics_.report(Kind::unknown_header_key, span_of(file_, line.key->key),
                                      {shown(line.key->key)});
    if (!near) {
      std::string known;
      for (const std::string& name : header_key_names()) {
        known += (known.empty() ? "'" : ", '") + name + "'";
      }
      report.help("known keys are " + known);
      report.help("to write free text, put an empty '--' line between it and the keys");
      return;
    }
    report.help("did you mean '" + *near + "'?");
    entry(*find_header_key(*near), line);
  }

  void entry(HeaderKey key, const Line& line) {
    const source::Span key_span = span_of(file_, line.key->key);
    auto& first = first_[static_cast<std::size_t>(key)];
    if (first) {
      header_.broken = true;
      diagnostics_.report(Kind::duplicate_header_key, key_span, {shown(line.key->key)})
          .note(*first, "the first one is here");
      return;
    }
    first = key_span;
    read_header_value(file_, {key, key_span, line.key->value}, header_, diagnostics_);
  }

  // The first one that says something is the message. A licence or a row of dashes does not.
  void plain(const Line& line) {
    if (!header_.message.text.empty()) return;
    const std::size_t begin = line.text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return;
    const std::string_view text = line.text.substr(begin);
    const bool says_something = std::any_of(text.begin(), text.end(), [](char c) {
      return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
             (static_cast<unsigned char>(c) & 0x80u) != 0;
    });
    if (!says_something || text.starts_with("SPDX-")) return;
    header_.message = {std::string(text), span_of(file_, text)};
  }

  const lex::TokenizedFile& file_;
  diag::Diagnostics& diagnostics_;
  ast::Header header_;
  std::array<std::optional<source::Span>, header_key_count> first_;
};

// The lines as text, without empty ones at both ends.
std::string text_of(const std::vector<Line>& lines) {
  const auto says_nothing = [](const Line& line) { return line.text.empty(); };
  const auto begin = std::find_if_not(lines.begin(), lines.end(), says_nothing);
  const auto end = std::find_if_not(lines.rbegin(), lines.rend(), says_nothing).base();
  std::string text;
  for (auto line = begin; line < end; ++line) {
    if (line != begin) text.push_back('\n');
    text += line->text.starts_with(' ') ? line->text.substr(1) : line->text;
  }
  return text;
}

}  // namespace

ast::Header parse_header(const lex::TokenizedFile& file, const Blocks& blocks, bool keys,
                         diag::Diagnostics& diagnostics) {
  const std::vector<Line> lines = header_lines(file, blocks, diagnostics);
  ast::Header header = HeaderParser(file, diagnostics).run(lines, keys);
  header.doc = text_of(lines);
  header.span = {file.file->id(), 0, 0};
  if (!lines.empty()) {
    header.span = {file.file->id(), lines.front().span.begin, lines.back().span.end};
  }
  return header;
}

void report_keys_in_sections(const lex::TokenizedFile& file, const Blocks& blocks,
                             diag::Diagnostics& diagnostics) {
  std::size_t found = 0;
  for (const Block& block : blocks.sections) {
    const lex::Part& part = file.parts[block.parts.front()];
    for (std::uint32_t i = part.first_token; i < part.last_token; ++i) {
      const lex::Token& token = file.tokens[i];
      if (token.kind != lex::TokenKind::comment || !is_line_comment(file.text(token))) continue;
      const Line line = make_line(file, token);
      const bool decides = line.known == HeaderKey::revision_id || line.known == HeaderKey::revises;
      if (!decides) continue;
      const auto values = grammar::list(line.key->value, max_list_elements);
      if (values.empty() || !std::all_of(values.begin(), values.end(), grammar::is_revision_id)) {
        continue;  // a sentence
      }
      if (++found > max_findings) return;
      diagnostics
          .report(Kind::misplaced_directive, span_of(file, line.key->key),
                  {"header key '" + std::string(line.key->key) + "' behind the first section"})
          .help("move the line above '" +
                std::string(shown(file.file->slice(blocks.sections.front().directive))) + "'");
    }
  }
}

}  // namespace retort::compiler::parse
