// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the library: the text of a CREATE statement without what means nothing to SQLite:
// white space, comments, the case of words, the way in which a name is quoted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace retort::catalogue::detail {

struct SqlToken {
  std::string text;     // words in lower case, names unquoted; strings and numbers as written
  bool quoted = false;  // a name in quotes, which is no keyword

  bool is(std::string_view word) const { return !quoted && text == word; }
};
using SqlTokens = std::vector<SqlToken>;

// `sql` is text that SQLite has accepted; anything else gives some tokens as well.
SqlTokens sql_tokens(std::string_view sql);

// Tokens [first, last), with blanks between where SQL usually has them.
std::string joined(const SqlTokens& tokens, std::size_t first, std::size_t last);
std::string joined(const SqlTokens& tokens);
// The same in one: "check (x > 0)", however it was written.
std::string normalised(std::string_view sql);

}  // namespace retort::catalogue::detail
