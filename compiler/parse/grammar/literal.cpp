// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Quoted names and strings without their quotes and escapes. In: a token. Out: the text that the
// engine sees, or false where this is not known (then the statement is not understood).
#include <optional>

#include "parse/grammar/functions.hpp"

namespace retort::compiler::parse::grammar {
namespace {

void undouble(std::string_view inner, char quote, std::string& text) {
  for (std::size_t i = 0; i < inner.size(); ++i) {
    text += inner[i];
    if (inner[i] == quote) ++i;
  }
}

void append_utf8(std::uint32_t code, std::string& text) {
  const auto byte = [&](std::uint32_t value) { text += static_cast<char>(value); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0 | (code >> 6));
    byte(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    byte(0xE0 | (code >> 12));
    byte(0x80 | ((code >> 6) & 0x3F));
    byte(0x80 | (code & 0x3F));
  } else {
    byte(0xF0 | (code >> 18));
    byte(0x80 | ((code >> 12) & 0x3F));
    byte(0x80 | ((code >> 6) & 0x3F));
    byte(0x80 | (code & 0x3F));
  }
}

std::optional<std::uint32_t> hex(std::string_view digits, std::size_t count) {
  if (digits.size() < count) return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : digits.substr(0, count)) {
    const char low = detail::lower(c);
    if (c >= '0' && c <= '9') {
      value = value * 16 + static_cast<std::uint32_t>(c - '0');
    } else if (low >= 'a' && low <= 'f') {
      value = value * 16 + static_cast<std::uint32_t>(low - 'a' + 10);
    } else {
      return std::nullopt;
    }
  }
  return value;
}

// Surrogate pairs are left to the server: who writes them may write the character.
bool append_code(std::optional<std::uint32_t> code, std::string& text) {
  if (!code || *code == 0 || *code > 0x10FFFF || (*code >= 0xD800 && *code <= 0xDFFF)) return false;
  append_utf8(*code, text);
  return true;
}

// E'…': the escapes of C, but for bytes from 0x80, which may be halves of characters.
bool unescape(std::string_view inner, std::string& text) {
  for (std::size_t i = 0; i < inner.size(); ++i) {
    if (inner[i] == '\'') {
      text += inner[i++];
      continue;
    }
    if (inner[i] != '\\') {
      text += inner[i];
      continue;
    }
    if (++i == inner.size()) return false;
    const char c = inner[i];
    if (c == 'b' || c == 'f' || c == 'n' || c == 'r' || c == 't') {
      text += c == 'b' ? '\b' : c == 'f' ? '\f' : c == 'n' ? '\n' : c == 'r' ? '\r' : '\t';
    } else if (c == 'u' || c == 'U') {
      const std::size_t count = c == 'u' ? 4 : 8;
      if (!append_code(hex(inner.substr(i + 1), count), text)) return false;
      i += count;
    } else if ((c == 'x' && hex(inner.substr(i + 1), 1)) || (c >= '0' && c <= '7')) {
      std::uint32_t value = 0;
      std::size_t digits = 0;
      if (c == 'x') {
        ++i;
        while (digits < 2 && hex(inner.substr(i), digits + 1)) ++digits;
        value = *hex(inner.substr(i), digits);
      } else {
        while (digits < 3 && i + digits < inner.size() && inner[i + digits] >= '0' &&
               inner[i + digits] <= '7') {
          value = value * 8 + static_cast<std::uint32_t>(inner[i + digits++] - '0');
        }
      }
      if (value == 0 || value >= 0x80) return false;
      text += static_cast<char>(value);
      i += digits - 1;
    } else {
      text += c;
    }
  }
  return true;
}

// U&'…' and U&"…" with the escape character '\'.
bool decode_unicode(std::string_view inner, char quote, std::string& text) {
  for (std::size_t i = 0; i < inner.size(); ++i) {
    if (inner[i] == quote) {
      text += inner[i++];
    } else if (inner[i] != '\\') {
      text += inner[i];
    } else if (inner.substr(i + 1, 1) == "\\") {
      text += inner[++i];
    } else {
      const bool six = inner.substr(i + 1, 1) == "+";
      const std::size_t count = six ? 6 : 4;
      if (!append_code(hex(inner.substr(i + (six ? 2 : 1)), count), text)) return false;
      i += count + (six ? 1 : 0);
    }
  }
  return true;
}

std::string_view inside(std::string_view text, std::size_t prefix) {
  return text.size() < prefix + 2 ? std::string_view()
                                  : text.substr(prefix + 1, text.size() - prefix - 2);
}

bool is_unicode(std::string_view text) {
  return text.size() > 2 && (text[0] == 'U' || text[0] == 'u') && text[1] == '&';
}

}  // namespace

bool decode_name(const State& state, const Token& token, std::string& text) {
  const std::string_view raw = state.slice(token);
  text.clear();
  if (token.kind == lex::TokenKind::word) {
    text = raw;
    // As the server folds in UTF-8: letters of ASCII only.
    if (!state.sqlite) std::transform(text.begin(), text.end(), text.begin(), detail::lower);
    return true;
  }
  if (is_unicode(raw) && !state.sqlite) return decode_unicode(inside(raw, 2), '"', text);
  const char quote = raw.front() == '[' ? '\0' : raw.front();
  if (quote == '\0') {
    text = inside(raw, 0);
  } else {
    undouble(inside(raw, 0), quote, text);
  }
  return true;
}

bool decode_string(const State& state, const Token& token, std::string& text) {
  const std::string_view raw = state.slice(token);
  text.clear();
  if (raw.front() == '\'') {
    undouble(inside(raw, 0), '\'', text);
    return true;
  }
  if (raw.front() == '$') {
    const std::size_t tag = raw.find('$', 1) + 1;
    if (raw.size() < 2 * tag) return false;
    text = raw.substr(tag, raw.size() - 2 * tag);
    return true;
  }
  if (is_unicode(raw)) return decode_unicode(inside(raw, 2), '\'', text);
  if (raw.front() == 'E' || raw.front() == 'e') return unescape(inside(raw, 1), text);
  if (raw.front() == 'N' || raw.front() == 'n') return false;
  text = inside(raw, 1);  // B'…', X'…'
  return true;
}

}  // namespace retort::compiler::parse::grammar
