// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The URL of an existing .env in, one that libpq reads the same way out. What stands there was
// written for SQLAlchemy, asyncpg or Prisma, which are more lenient, and have parameters of their
// own.
#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "cli/text.hpp"
#include "cli/url.hpp"

namespace retort::cli {
namespace {

constexpr auto npos = std::string_view::npos;

// Parameters that say how a driver or a pool of another language works, nothing of the connection.
constexpr std::array<std::string_view, 9> foreign_parameters = {"async_fallback",
                                                                "prepared_statement_cache_size",
                                                                "prepared_statement_name_func",
                                                                "statement_cache_size",
                                                                "prepare_threshold",
                                                                "pgbouncer",
                                                                "connection_limit",
                                                                "pool_timeout",
                                                                "serverVersion"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; }

bool is_unreserved(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
         std::string_view("-._~!$&'()*+,;=").find(c) != npos;
}

// What is encoded already stays as it is.
std::string percent_encoded(std::string_view text) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool encoded =
        c == '%' && i + 2 < text.size() && is_hex(text[i + 1]) && is_hex(text[i + 2]);
    if (encoded || is_unreserved(c)) {
      result += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      result += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return result;
}

// "h:5432/d?options=a@b" has no user part.
bool begins_with_host_and_port(std::string_view rest) {
  const auto colon = rest.find(':');
  std::size_t end = colon + 1;
  while (end < rest.size() && is_digit(rest[end])) ++end;
  const auto query = rest.find('?');
  return end > colon + 1 && end < rest.size() && (rest[end] == '/' || rest[end] == '?') &&
         query != npos && rest.find('@') > query;
}

// Where the user part ends, at its '@'; npos where there is none. A password may hold '/' and '?',
// as SQLAlchemy reads it, and '@' where only the host and the port can follow the last one.
std::size_t find_user_end(std::string_view rest) {
  const auto first = rest.find_first_of(":/?@");
  if (first == npos || rest[first] == '/' || rest[first] == '?') return npos;
  std::size_t at = rest.find('@');
  if (at == npos || (rest[first] == ':' && begins_with_host_and_port(rest))) return npos;
  for (;;) {
    const std::size_t next = rest.find_first_of("@/?", at + 1);
    if (next == npos || rest[next] != '@') return at;
    at = next;
  }
}

std::string converted_parameter(std::string_view parameter) {
  const auto equals = parameter.find('=');
  const std::string_view name = parameter.substr(0, equals);
  const std::string_view value = equals == npos ? std::string_view() : parameter.substr(equals + 1);
  if (std::find(foreign_parameters.begin(), foreign_parameters.end(), name) !=
      foreign_parameters.end()) {
    return {};
  }
  if (name == "ssl") {  // asyncpg; libpq itself knows ssl=true
    const bool on = value == "true" || value == "True" || value == "1";
    return "sslmode=" + (on ? std::string("require") : std::string(value));
  }
  const bool plain = std::all_of(value.begin(), value.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
  });
  if (name == "schema" && plain) {  // Prisma
    return "options=-csearch_path%3D" + std::string(value);
  }
  return std::string(parameter);
}

std::string converted_query(std::string_view query) {
  std::string result;
  while (!query.empty()) {
    const auto end = std::min(query.find('&'), query.size());
    const std::string parameter = converted_parameter(query.substr(0, end));
    if (!parameter.empty()) result += (result.empty() ? "?" : "&") + parameter;
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return result;
}

}  // namespace

std::string libpq_url(std::string_view url, std::string& error) {
  const auto scheme_end = url.find("://");
  if (scheme_end == npos || url.find_first_of("= ") < scheme_end) return std::string(url);
  std::string_view rest = url.substr(scheme_end + 3);
  std::string result = "postgresql://";
  if (const std::size_t at = find_user_end(rest); at != npos) {
    const std::string_view part = rest.substr(0, at);
    const std::size_t colon = std::min(part.find(':'), part.size());
    result += percent_encoded(part.substr(0, colon));
    if (colon < part.size()) result += ":" + percent_encoded(part.substr(colon + 1));
    result += '@';
    rest.remove_prefix(at + 1);
  }
  const std::size_t query = std::min(rest.find('?'), rest.size());
  if (rest.substr(0, query).find('@') != npos) {
    error = "in " + without_password(url) +
            " it is not clear where the password ends: write '@' in it as %40 and '/' as %2F";
    return {};
  }
  return result.append(rest.substr(0, query)) +
         converted_query(rest.substr(std::min(query + 1, rest.size())));
}

}  // namespace retort::cli
