// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The environment in, a URL out; a URL in, its engine out. Passwords stay inside `Url::text`;
// everything shown goes through without_password() (secrets.cpp).
#include "cli/url.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "cli/text.hpp"

namespace retort::cli {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
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

}  // namespace

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

}  // namespace retort::cli
