// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Where the passwords stand in a URL, and texts without them.
#include <algorithm>
#include <cctype>
#include <utility>
#include <vector>

#include "cli/text.hpp"
#include "cli/url.hpp"

namespace retort::cli {
namespace {

// [begin, end) of a URL.
using Range = std::pair<std::size_t, std::size_t>;

// A shorter one is not looked for in other texts: it would be found everywhere.
constexpr std::size_t min_searched = 3;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

// Behind "user:", up to the last '@'.
void find_in_user_part(std::string_view url, std::vector<Range>& ranges) {
  const auto authority = url.find("://");
  if (authority == std::string_view::npos) return;
  const std::size_t begin = authority + 3;
  const auto at = url.rfind('@');
  if (at == std::string_view::npos || at < begin) return;
  const auto colon = url.find(':', begin);
  if (colon == std::string_view::npos || colon > at) return;
  ranges.emplace_back(colon + 1, at);
}

// Where the value that begins at `begin` ends: in quotes, or before the next blank or '&'.
std::size_t value_end(std::string_view url, std::size_t begin) {
  std::size_t end = begin;
  if (end < url.size() && url[end] == '\'') {
    for (++end; end < url.size() && url[end] != '\''; ++end) {
      if (url[end] == '\\') ++end;
    }
    return std::min(end + 1, url.size());
  }
  for (; end < url.size() && url[end] != '&' && !is_blank(url[end]); ++end) {
    if (url[end] == '\\') ++end;
  }
  return std::min(end, url.size());
}

// Values of password=…, sslpassword=… and the like: in a query and in a keyword string.
void find_values(std::string_view url, std::vector<Range>& ranges) {
  const std::string folded = lower(url);
  for (std::size_t from = 0;;) {
    std::size_t word = std::string::npos;
    for (const char* name : {"password", "passwd", "passphrase", "secret"}) {
      word = std::min(word, folded.find(name, from));
    }
    if (word == std::string::npos) return;
    std::size_t begin = word;
    while (begin < url.size() && std::isalpha(static_cast<unsigned char>(url[begin])) != 0) ++begin;
    while (begin < url.size() && is_blank(url[begin])) ++begin;
    from = begin;
    if (begin >= url.size() || url[begin] != '=') continue;
    ++begin;
    while (begin < url.size() && is_blank(url[begin])) ++begin;
    from = value_end(url, begin);
    ranges.emplace_back(begin, from);
  }
}

// In order and without overlap.
std::vector<Range> secrets_in(std::string_view url) {
  std::vector<Range> found, ranges;
  find_in_user_part(url, found);
  find_values(url, found);
  std::sort(found.begin(), found.end());
  for (const Range& range : found) {
    if (!ranges.empty() && range.first <= ranges.back().second) {
      ranges.back().second = std::max(ranges.back().second, range.second);
    } else {
      ranges.push_back(range);
    }
  }
  return ranges;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char folded = static_cast<char>(c | 0x20);
  return folded >= 'a' && folded <= 'f' ? folded - 'a' + 10 : -1;
}

std::string percent_decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    const int low = high < 0 ? -1 : hex_digit(text[i + 2]);
    result += low < 0 ? text[i] : static_cast<char>(high * 16 + low);
    if (low >= 0) i += 2;
  }
  return result;
}

// The value of a keyword string without its quotes and backslashes.
std::string unquoted(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      result += text[++i];
    } else if (text[i] != '\'') {
      result += text[i];
    }
  }
  return result;
}

void replace_all(std::string& text, const std::string& what) {
  if (what.size() < min_searched) return;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 3)) {
    text.replace(at, what.size(), "***");
  }
}

}  // namespace

std::string without_password(std::string_view url) {
  std::string shown;
  std::size_t done = 0;
  for (const auto& [begin, end] : secrets_in(url)) {
    shown.append(url.substr(done, begin - done)).append("***");
    done = end;
  }
  return printable(shown.append(url.substr(done)));
}

std::string redacted(std::string text, std::string_view url) {
  for (const auto& [begin, end] : secrets_in(url)) {
    const std::string_view secret = url.substr(begin, end - begin);
    replace_all(text, std::string(secret));
    replace_all(text, percent_decoded(secret));
    replace_all(text, unquoted(secret));
  }
  return text;
}

void hide_passwords(int argc, char** argv) {
  for (int i = 1; i < argc && argv[i] != nullptr; ++i) {
    const std::string word = argv[i];
    for (const auto& [begin, end] : secrets_in(word)) {
      std::fill(argv[i] + begin, argv[i] + end, '*');
    }
  }
}

}  // namespace retort::cli
