// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: the text of a CREATE statement without what means nothing: white space,
// comments, the case of words, the way in which a name is quoted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace retort::compiler::verify {

struct SqlToken {
  std::string text;       // names unquoted and in lower case; strings as written
  std::size_t begin = 0;  // in the text that was given
  bool is_name = false;
  bool quoted = false;  // a name in quotes, which is no keyword

  friend bool operator==(const SqlToken& a, const SqlToken& b) {
    return a.is_name == b.is_name && a.text == b.text;
  }
  bool is(std::string_view word) const { return !quoted && text == word; }
};

std::vector<SqlToken> sql_tokens(std::string_view sql);
// Tokens [first, last), with blanks between where SQL usually has them.
std::string joined(const std::vector<SqlToken>& tokens, std::size_t first, std::size_t last);
std::string joined(const std::vector<SqlToken>& tokens);

}  // namespace retort::compiler::verify
