// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Bytes to C++ string literals. Raw literals where a reader and every compiler see the text as it
// is; octal escapes (at most three digits, unlike \x, so that a digit may follow) for everything
// else.
#include "emit/literal.hpp"

#include "emit/emit.hpp"
#include "source/utf8.hpp"

namespace retort::compiler::emit {
namespace {

// Reorder the text that follows them; GCC warns about them in literals (-Wbidi-chars).
bool is_bidi_control(std::uint32_t code) {
  return code == 0x200E || code == 0x200F || code == 0x061C || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069);
}

// Whether the code point may stand in the generated file as it is. Not the other control
// characters: CR and form feed are line ends for some tools, U+FEFF is a byte order mark.
bool is_plain(std::uint32_t code) {
  if (code < 0x20) return code == '\n' || code == '\t';
  return code < 0x7F || (code >= 0xA0 && code != 0xFEFF && !is_bidi_control(code));
}

// GCC warns about this without any flag, in raw literals too.
bool has_backslash_before_blank_line_end(std::string_view text) {
  for (std::size_t i = text.find('\\'); i != std::string_view::npos; i = text.find('\\', i + 1)) {
    const std::size_t next = text.find_first_not_of(" \t", i + 1);
    if (next != i + 1 && next != std::string_view::npos && text[next] == '\n') return true;
  }
  return false;
}

bool raw_allowed(std::string_view text) {
  if (has_backslash_before_blank_line_end(text)) return false;
  while (!text.empty()) {
    const auto code = source::decode_utf8(text);
    if (code.length == 0 || !is_plain(code.value)) return false;
    text.remove_prefix(code.length);
  }
  return true;
}

void append_octal(std::string& out, char byte) {
  const auto value = static_cast<unsigned char>(byte);
  out.push_back('\\');
  out.push_back(static_cast<char>('0' + (value >> 6)));
  out.push_back(static_cast<char>('0' + ((value >> 3) & 7)));
  out.push_back(static_cast<char>('0' + (value & 7)));
}

void append_escaped(std::string& out, std::string_view text) {
  char previous = 0;
  while (!text.empty()) {
    const auto code = source::decode_utf8(text);
    const char c = text.front();
    const std::size_t length = code.length == 0 ? 1 : code.length;
    if (c == '\n') {
      out.append("\\n");
    } else if (c == '\t') {
      out.append("\\t");
    } else if (c == '"' || c == '\\' || (c == '?' && previous == '?')) {
      out.push_back('\\');  // "??" may begin a trigraph
      out.push_back(c);
    } else if (code.length != 0 && is_plain(code.value)) {
      out.append(text.substr(0, length));
    } else {
      for (const char byte : text.substr(0, length)) append_octal(out, byte);
    }
    previous = c;
    text.remove_prefix(length);
  }
}

// A delimiter d so that )d" does not occur in the text; empty where a few tries found none, which
// keeps hostile text from costing more than a few scans.
std::string raw_delimiter(std::string_view text) {
  std::string delimiter = "sql";
  for (int i = 1; text.find(")" + delimiter + "\"") != std::string_view::npos; ++i) {
    if (i > 16) return {};
    delimiter = "sql" + std::to_string(i);
  }
  return delimiter;
}

// The next piece: whole lines where at least one fits, else as many code points as do.
std::string_view next_piece(std::string_view text) {
  if (text.size() <= max_literal) return text;
  const std::size_t line_end = text.substr(0, max_literal).rfind('\n');
  if (line_end != std::string_view::npos) return text.substr(0, line_end + 1);
  return text.substr(0, source::utf8_prefix(text, max_literal));
}

void append_raw(std::string& out, std::string_view text, std::string_view delimiter,
                std::string_view indent) {
  do {
    const std::string_view piece = next_piece(text);
    text.remove_prefix(piece.size());
    out.append(indent).append("R\"").append(delimiter).append("(");
    out.append(piece).append(")").append(delimiter).append("\"");
    out.append(text.empty() ? "sv" : "\n");
  } while (!text.empty());
}

void append_escaped_lines(std::string& out, std::string_view text, std::string_view indent) {
  while (!text.empty()) {
    const std::size_t line_end = text.find('\n');
    std::string_view piece =
        line_end == std::string_view::npos ? text : text.substr(0, line_end + 1);
    piece = piece.substr(0, source::utf8_prefix(piece, max_literal));
    text.remove_prefix(piece.size());
    out.append(indent).append("\"");
    append_escaped(out, piece);
    out.append(text.empty() ? "\"sv" : "\"\n");
  }
}

}  // namespace

std::string short_literal(std::string_view text) {
  std::string out = "\"";
  append_escaped(out, text);
  return out + "\"sv";
}

void append_sql_literal(std::string& out, std::string_view text, std::string_view indent) {
  const std::string delimiter = raw_allowed(text) ? raw_delimiter(text) : "";
  if (delimiter.empty()) {
    append_escaped_lines(out, text, indent);
  } else {
    append_raw(out, text, delimiter, indent);
  }
}

std::string comment_text(std::string_view text) {
  constexpr std::size_t longest = 100;
  std::string out;
  while (!text.empty() && out.size() < longest) {
    const auto code = source::decode_utf8(text);
    const char c = text.front();
    const bool shown = code.length != 0 && is_plain(code.value) && c != '\n' && c != '\t';
    if (shown && c != '\\' && c != '?') {
      out.append(text.substr(0, code.length));
    } else {
      out.push_back(c == '\\' ? '/' : c == '?' && (out.empty() || out.back() != '?') ? '?' : ' ');
    }
    text.remove_prefix(code.length == 0 ? 1 : code.length);
  }
  if (!text.empty()) out.append("…");
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace retort::compiler::emit
