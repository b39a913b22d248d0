// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The forms that comments with a meaning can have. Forms only: whether a key is known or an option
// belongs where it stands is decided by the callers, which can say more about it. Every
// string_view returned points into the argument, so its place is known. No Boost here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace retort::compiler::parse::grammar {

// "Key of words: value"
struct HeaderLine {
  std::string_view key;    // letters and single blanks
  std::string_view value;  // without blanks around it, may be empty
  bool spaced = false;     // a blank or nothing stands behind the ':'
};
// `line` is a line comment without its "--". Nothing where it has another form.
std::optional<HeaderLine> header_line(std::string_view line);

// "name", "name:", "name:value"
struct Argument {
  std::string_view text;
  std::string_view name;
  std::optional<std::string_view> value;
};
struct Directive {
  std::string_view name;  // up to the first blank: "migrate:up"
  std::vector<Argument> arguments;
};
// `comment` is a line comment, with its "--". Arguments behind the first `limit` are left out.
Directive directive(std::string_view comment, std::size_t limit);

// "retort: name(argument) rest"
struct Annotation {
  std::string_view name;
  std::optional<std::string_view> argument;  // nothing without '('
  bool closed = false;                       // the ')' is there
  std::string_view rest;                     // without blanks around it
};
// `comment` is a line comment that begins with "--" and "retort:".
Annotation annotation(std::string_view comment);

// Letters, digits, '_' and '.'.
bool is_revision_id(std::string_view text);
// The elements between commas, without blanks around them; none in a blank text. Those behind the
// first `limit` are left out.
std::vector<std::string_view> list(std::string_view text, std::size_t limit);

struct ChainRevision {
  std::string_view chain;
  std::string_view revision;
};
// "chain@revision"
std::optional<ChainRevision> chain_revision(std::string_view text);

// "2024-05-07", "2024-05-07 09:00", "2024-05-07T09:00:12.5+02:00"
bool is_date(std::string_view text);

// "500ms", "5s", "10min", "1h", above zero and below 2^31 milliseconds (PostgreSQL's limit).
std::optional<std::int64_t> duration_ms(std::string_view text);

}  // namespace retort::compiler::parse::grammar
