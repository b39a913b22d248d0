// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Which comments are directives, and which engines a section directive names.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "dialect/dialect.hpp"

namespace retort::compiler::lex {

enum class DirectiveStyle : std::uint8_t;  // lex/lex.hpp

enum class CommentRole : std::uint8_t {
  plain,
  section,  // "migrate:…": begins a part
  remark,   // "retort:…": says something about what stands behind it
};

// `comment` is a line comment with its "--". Upper case counts too: "-- Migrate:down" taken for a
// plain comment would run the down SQL as part of up.
CommentRole comment_role(std::string_view comment, DirectiveStyle style);

// Whether only blanks stand between `offset` and the start of its line.
bool begins_line(std::string_view text, std::uint32_t offset);

// The first line in [begin, end) that begins with a section directive, whatever stands around it:
// the offset of its "--".
std::optional<std::uint32_t> find_section_line(std::string_view text, std::uint32_t begin,
                                               std::uint32_t end, DirectiveStyle style);

// The engines that a section directive names, and whether it says "portable".
dialect::EngineSet named_engines(std::string_view directive, bool* portable = nullptr);

}  // namespace retort::compiler::lex
