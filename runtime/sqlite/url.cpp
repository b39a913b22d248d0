// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A path or URL in, a file name out: sqlite:rel.db, sqlite:///rel.db, sqlite:////abs.db and
// SQLAlchemy's sqlite+driver:///…; "sqlite://" alone is a database in memory there, and so here.
#include "sqlite/url.hpp"

#include "src/text.hpp"

namespace retort::sqlite {
Status to_file_name(std::string_view path_or_url, std::string& file) {
  std::string_view rest = path_or_url;
  const auto colon = rest.find(':');
  const std::string_view scheme = rest.substr(0, colon == rest.npos ? 0 : colon);
  if (scheme == "sqlite" || scheme.substr(0, 7) == "sqlite+") {
    rest.remove_prefix(colon + 1);
    rest = rest.substr(0, rest.find('?'));
    if (detail::take(rest, "//") && !rest.empty() && !detail::take(rest, "/")) {
      return detail::fail(Code::invalid_argument,
                          "a sqlite URL has no host; write sqlite:///file.db");
    }
    if (rest.empty() && path_or_url.substr(colon + 1) == "//") rest = ":memory:";
  } else if (rest.find("://") != rest.npos && scheme != "file") {
    // Only the scheme: the rest may hold a password.
    return detail::fail(Code::invalid_argument, "'%://…' does not name a SQLite database", scheme);
  }
  if (rest.empty() || rest.find('\0') != rest.npos) {
    return detail::fail(Code::invalid_argument, "'%' names no file", path_or_url);
  }
  file = rest;
  return {};
}

}  // namespace retort::sqlite
