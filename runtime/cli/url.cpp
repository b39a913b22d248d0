// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The environment in, a URL out. Passwords stay inside `Url::text`; everything shown goes through
// without_password().
#include "cli/url.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <vector>

#include "cli/text.hpp"

namespace retort::cli {
namespace {

constexpr std::size_t max_dotenv = std::size_t{1} << 20;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

// The value behind '=': in quotes up to the closing quote, else up to " #".
std::string dotenv_value(std::string_view text) {
  text = trimmed(text);
  if (!text.empty() && (text.front() == '"' || text.front() == '\'')) {
    const char quote = text.front();
    std::string value;
    for (std::size_t i = 1; i < text.size() && text[i] != quote; ++i) {
      if (text[i] == '\\' && quote == '"' && i + 1 < text.size()) ++i;
      value += text[i];
    }
    return value;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '#' && (i == 0 || is_blank(text[i - 1]))) text = text.substr(0, i);
  }
  return std::string(trimmed(text));
}

std::optional<std::string> url_from_dotenv_file() {
  std::ifstream in(".env", std::ios::binary);
  if (!in) return std::nullopt;
  std::string text(max_dotenv, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  return url_in_dotenv(text);
}

// "postgresql" of "postgresql+psycopg2://…"; empty where the text has no scheme.
std::string_view scheme_of(std::string_view url) {
  const auto colon = url.find(':');
  if (colon == std::string_view::npos || colon < 2) return {};  // one letter: a drive
  const std::string_view scheme = url.substr(0, colon);
  const bool valid = std::all_of(scheme.begin(), scheme.end(), [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '+' || c == '-' || c == '.' || c == '_';
  });
  return valid ? scheme : std::string_view();
}

bool is_keyword_string(std::string_view url) {
  const auto equals = url.find('=');
  return equals != std::string_view::npos && scheme_of(url.substr(0, equals)).empty() &&
         url.find('/') > equals;
}

// "user:***@" for everything before the last '@' behind "://".
void hide_user_part(std::string& url) {
  const auto authority = url.find("://");
  if (authority == std::string::npos) return;
  const std::size_t begin = authority + 3;
  const auto at = url.rfind('@');
  if (at == std::string::npos || at < begin) return;
  const auto colon = url.find(':', begin);
  if (colon == std::string::npos || colon > at) return;
  url.replace(colon + 1, at - colon - 1, "***");
}

// Values of password=…, sslpassword=… and the like: in a query and in a keyword string.
void hide_values(std::string& url) {
  for (std::size_t from = 0;;) {
    const std::string folded = lower(url);
    const auto word = std::min({folded.find("password", from), folded.find("passwd", from),
                                folded.find("passphrase", from)});
    if (word == std::string::npos) return;
    std::size_t begin = word;
    while (begin < url.size() && std::isalpha(static_cast<unsigned char>(url[begin])) != 0) ++begin;
    while (begin < url.size() && is_blank(url[begin])) ++begin;
    from = begin;
    if (begin >= url.size() || url[begin] != '=') continue;
    ++begin;
    while (begin < url.size() && is_blank(url[begin])) ++begin;
    std::size_t end = begin;
    if (end < url.size() && url[end] == '\'') {
      for (++end; end < url.size() && url[end] != '\''; ++end) {
        if (url[end] == '\\') ++end;
      }
      end = std::min(end + 1, url.size());
    } else {
      for (; end < url.size() && url[end] != '&' && !is_blank(url[end]); ++end) {
        if (url[end] == '\\') ++end;
      }
      end = std::min(end, url.size());
    }
    url.replace(begin, end - begin, "***");
    from = begin + 3;
  }
}

}  // namespace

std::optional<std::string> url_in_dotenv(std::string_view text) {
  std::optional<std::string> url;
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  while (!text.empty()) {
    const auto end = text.find('\n');
    std::string_view line = trimmed(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (line.substr(0, 7) == "export ") line = trimmed(line.substr(7));
    const auto equals = line.find('=');
    if (equals == std::string_view::npos) continue;
    if (trimmed(line.substr(0, equals)) == "DATABASE_URL")
      url = dotenv_value(line.substr(equals + 1));
  }
  if (url && url->empty()) url.reset();
  return url;
}

std::optional<Url> choose_url(std::string_view given, const Chain& chain) {
  if (!given.empty()) return Url{std::string(given), "--url"};
  if (const char* value = std::getenv("DATABASE_URL"); value != nullptr && *value != '\0') {
    return Url{value, "DATABASE_URL"};
  }
  if (auto value = url_from_dotenv_file()) return Url{std::move(*value), ".env"};
  if (!chain.default_url.empty())
    return Url{std::string(chain.default_url), "the program's default"};
  return std::nullopt;
}

UrlKind classify_url(std::string_view url) {
  if (url == ":memory:") return {Engine::sqlite, {}};
  const std::string full = lower(scheme_of(url));
  const std::string scheme = full.substr(0, full.find('+'));
  if (scheme == "sqlite") return {Engine::sqlite, {}};
  if (scheme == "postgres" || scheme == "postgresql") return {Engine::postgres, {}};
  if (scheme.empty() && is_keyword_string(url)) return {Engine::postgres, {}};
  if (scheme.empty()) {
    const std::string shown = printable(without_password(url));
    return {std::nullopt,
            "'" + shown + "' is not a database URL; did you mean 'sqlite:" + shown + "'?"};
  }
  return {std::nullopt, "unknown scheme " + in_quotes(scheme) +
                            " of the database URL (known: sqlite, postgres, postgresql)"};
}

std::string without_password(std::string_view url) {
  std::string shown(url);
  hide_user_part(shown);
  hide_values(shown);
  return printable(shown);
}

}  // namespace retort::cli
