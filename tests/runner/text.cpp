// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Text helpers of the case runner. In: strings of case files and of the tool's output.
// Out: strings; nothing here touches files.
#include "text.hpp"

#include <algorithm>
#include <cstdint>
#include <regex>

namespace retort::cases {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The length of the well-formed UTF-8 sequence at `at`, or 0.
std::size_t utf8_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const unsigned first = byte(at);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4) return 0;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  // Overlong forms, surrogates, and what lies beyond the last code point.
  const unsigned second = byte(at + 1);
  if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
      (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) {
    return 0;
  }
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0u) != 0x80u) return 0;
  }
  return length;
}

bool has_pattern(std::string_view line) { return line.find("{{") != std::string_view::npos; }

std::string quote_regex(std::string_view text) {
  static constexpr std::string_view special = R"(\^$.|?*+()[]{})";
  std::string result;
  for (const char c : text) {
    if (special.find(c) != std::string_view::npos) result.push_back('\\');
    result.push_back(c);
  }
  return result;
}

}  // namespace

std::optional<std::string> unescape(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      result.push_back(text[i]);
      continue;
    }
    if (++i == text.size()) return std::nullopt;
    switch (text[i]) {
      case 'n':
        result.push_back('\n');
        break;
      case 'r':
        result.push_back('\r');
        break;
      case 't':
        result.push_back('\t');
        break;
      case '0':
        result.push_back('\0');
        break;
      case '\\':
        result.push_back('\\');
        break;
      case 'x': {
        const int high = i + 1 < text.size() ? hex_digit(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
        if (high < 0 || low < 0) return std::nullopt;
        result.push_back(static_cast<char>(high * 16 + low));
        i += 2;
        break;
      }
      default:
        return std::nullopt;
    }
  }
  return result;
}

std::string escape(std::string_view text) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const std::size_t length = utf8_length(text, i);
    if (text[i] == '\\') {
      result += "\\\\";
    } else if (text[i] == '\r') {
      result += "\\r";
    } else if (length == 0 || byte == 0x7F || (byte < 0x20 && byte != '\n' && byte != '\t')) {
      result += "\\x";
      result.push_back(digits[byte >> 4u]);
      result.push_back(digits[byte & 0xFu]);
    } else {
      result.append(text.substr(i, length));
    }
    i += std::max<std::size_t>(length, 1);
  }
  return result;
}

bool needs_escape(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const std::size_t length = utf8_length(text, i);
    if (length == 0 || byte == 0x7F || (byte < 0x20 && byte != '\n' && byte != '\t')) return true;
    i += length;
  }
  return false;
}

std::optional<std::vector<std::string>> split_words(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == ' ') {
      ++i;
      continue;
    }
    std::string word;
    while (i < text.size() && text[i] != ' ') {
      if (text[i] != '\'' && text[i] != '"') {
        word.push_back(text[i++]);
        continue;
      }
      const std::size_t end = text.find(text[i], i + 1);
      if (end == std::string_view::npos) return std::nullopt;
      word.append(text.substr(i + 1, end - i - 1));
      i = end + 1;
    }
    words.push_back(std::move(word));
  }
  return words;
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return lines;
}

bool line_matches(const std::string& pattern, const std::string& line) {
  if (!has_pattern(pattern)) return pattern == line;
  std::string expression;
  std::string_view rest = pattern;
  while (!rest.empty()) {
    const std::size_t open = rest.find("{{");
    expression += quote_regex(rest.substr(0, open));
    if (open == std::string_view::npos) break;
    const std::size_t close = rest.find("}}", open);
    if (close == std::string_view::npos) return false;
    expression.append("(?:").append(rest.substr(open + 2, close - open - 2)).append(")");
    rest = rest.substr(close + 2);
  }
  return std::regex_match(line, std::regex(expression));
}

bool text_matches(const std::string& pattern, const std::string& text) {
  if (!has_pattern(pattern)) return pattern == text;
  const auto patterns = split_lines(pattern), lines = split_lines(text);
  return pattern.ends_with('\n') == text.ends_with('\n') &&
         std::equal(patterns.begin(), patterns.end(), lines.begin(), lines.end(), line_matches);
}

std::string keep_patterns(const std::string& pattern, const std::string& actual) {
  const auto patterns = split_lines(pattern);
  auto lines = split_lines(actual);
  std::size_t next = 0;  // patterns are kept in order
  for (std::string& line : lines) {
    for (std::size_t i = next; i < patterns.size(); ++i) {
      if (!has_pattern(patterns[i]) || !line_matches(patterns[i], line)) continue;
      line = patterns[i];
      next = i + 1;
      break;
    }
  }
  std::string result;
  for (const std::string& line : lines) result += line + "\n";
  if (!result.empty() && !actual.ends_with('\n')) result.pop_back();
  return result;
}

std::string difference(const std::string& expected, const std::string& actual) {
  const auto a = split_lines(expected), b = split_lines(actual);
  // The longest common subsequence of lines; outputs are short.
  std::vector<std::vector<std::uint32_t>> common(a.size() + 1,
                                                 std::vector<std::uint32_t>(b.size() + 1, 0));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      common[i][j] = line_matches(a[i], b[j]) ? common[i + 1][j + 1] + 1
                                              : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  std::string result;
  std::size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && line_matches(a[i], b[j])) {
      result += "  " + b[j] + "\n";
      ++i, ++j;
    } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
      result += "- " + a[i++] + "\n";
    } else {
      result += "+ " + b[j++] + "\n";
    }
  }
  return result;
}

}  // namespace retort::cases
