// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Small helpers for what the command line prints. Revision ids and messages may come from a ledger
// that anybody wrote: control characters never reach the terminal.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace retort::cli {

// Control characters become U+FFFD each; a tab becomes a blank; a line end stays only with `lines`.
std::string printable(std::string_view text, bool lines = false);

// 'text', printable.
std::string in_quotes(std::string_view text);

// "1 revision", "3 revisions".
std::string counted(std::size_t count, std::string_view word);

std::string joined(const std::vector<std::string_view>& parts, std::string_view separator = ", ");

// "did you mean": the candidate with the smallest edit distance, if it is at most a third of the
// longer length; the first among equals. (The compiler's own is diag/suggest.hpp; what ships cannot
// link the compiler.)
std::optional<std::string_view> nearest(std::string_view wrong,
                                        const std::vector<std::string_view>& candidates);

// text as a JSON string, with its quotes.
std::string json_string(std::string_view text);

// An array of strings.
template <class Strings>
std::string json_array(const Strings& values) {
  std::string text = "[";
  for (const std::string_view value : values) {
    if (text.size() > 1) text += ", ";
    text += json_string(value);
  }
  return text + "]";
}

}  // namespace retort::cli
