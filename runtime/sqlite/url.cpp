// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A path or URL in, a file name out: sqlite:rel.db, sqlite:///rel.db, sqlite:////abs.db and
// SQLAlchemy's sqlite+driver:///…; "sqlite://" alone is a database in memory there, and so here.
#include "sqlite/url.hpp"

#include "src/text.hpp"

namespace retort::sqlite {
Status to_file_name(std::string_view path_or_url, std::string& file) {
  constexpr auto invalid = Code::invalid_argument;
  file = path_or_url;
  const std::size_t colon = file.find(':');
  if (file.compare(0, 7, "sqlite:") == 0 || file.compare(0, 7, "sqlite+") == 0) {
    file.erase(0, colon + 1);
    if (const std::size_t query = file.find('?'); query != file.npos) file.resize(query);
    if (file == "//") file = ":memory:";
    if (file.compare(0, 2, "//") == 0) {
      if (file[2] != '/') {
        return detail::fail(invalid, "a sqlite URL has no host; write sqlite:///file.db");
      }
      file.erase(0, 3);
    }
  } else if (file.find("://") != file.npos && file.compare(0, 5, "file:") != 0) {
    // Only the scheme: the rest may hold a password.
    return detail::fail(invalid, "'%://…' does not name a SQLite database",
                        path_or_url.substr(0, colon));
  }
  if (!file.empty() && file.find('\0') == file.npos) return {};
  return detail::fail(invalid, "'%' names no file", path_or_url);
}

}  // namespace retort::sqlite
