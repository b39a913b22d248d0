// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A path or URL in, a file name out: sqlite:rel.db, sqlite:///rel.db, sqlite:////abs.db and
// SQLAlchemy's sqlite+driver:///…; "sqlite://" alone is a database in memory there, and so here.
#include "sqlite/url.hpp"

#include "src/text.hpp"

namespace retort::sqlite {
namespace {

bool take(std::string_view& text, std::string_view prefix) noexcept {
  if (text.substr(0, prefix.size()) != prefix) return false;
  text.remove_prefix(prefix.size());
  return true;
}

}  // namespace

Status to_file_name(std::string_view path_or_url, std::string& file) {
  std::string_view rest = path_or_url;
  const auto colon = rest.find(':');
  const std::string_view scheme = rest.substr(0, colon == rest.npos ? 0 : colon);
  if (scheme == "sqlite" || scheme.substr(0, 7) == "sqlite+") {
    rest.remove_prefix(colon + 1);
    rest = rest.substr(0, rest.find('?'));
    if (take(rest, "//") && !rest.empty() && !take(rest, "/")) {
      return {Code::invalid_argument, "a sqlite URL has no host; write sqlite:///file.db"};
    }
    if (rest.empty() && path_or_url.substr(colon + 1) == "//") rest = ":memory:";
  } else if (rest.find("://") != rest.npos && scheme != "file") {
    // Only the scheme: the rest may hold a password.
    return {Code::invalid_argument,
            detail::concat({"'", scheme, "://…' does not name a SQLite database"})};
  }
  if (rest.empty() || rest.find('\0') != rest.npos) {
    return {Code::invalid_argument, detail::concat({"'", path_or_url, "' names no file"})};
  }
  file = rest;
  return {};
}

}  // namespace retort::sqlite
