// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Text helpers of the case runner: escapes, words, lines, patterns, differences.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace retort::cases {

// \n \r \t \0 \\ \xHH. Nothing where a backslash is followed by something else.
std::optional<std::string> unescape(std::string_view text);
// The reverse; newlines stay as they are.
std::string escape(std::string_view text);
// Whether `text` shows badly in a case file as it stands: control characters or broken UTF-8.
bool needs_escape(std::string_view text);

// Split at spaces; '…' and "…" group. Nothing where a quote stays open.
std::optional<std::vector<std::string>> split_words(std::string_view text);

// Lines without their '\n'. A text that ends in '\n' has no empty last line.
std::vector<std::string> split_lines(std::string_view text);

// `pattern` is literal text with {{regular expressions}} in it.
bool line_matches(const std::string& pattern, const std::string& line);
bool text_matches(const std::string& pattern, const std::string& text);

// `actual`, but with the lines of `pattern` kept that hold {{…}} and still match a line.
std::string keep_patterns(const std::string& pattern, const std::string& actual);

// Both texts as one, lines marked ' ', '-' (only expected) and '+' (only found).
std::string difference(const std::string& expected, const std::string& actual);

}  // namespace retort::cases
