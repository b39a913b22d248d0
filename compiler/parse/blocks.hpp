// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: what its files share. A block is a section as it stands in the file: its
// directive and all that follows up to the next one. A section for two engines has two parts over
// the same text; here it is one block.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lex/token.hpp"
#include "source/span.hpp"

namespace retort::compiler::parse {

struct Block {
  std::vector<std::uint32_t> parts;  // indices into TokenizedFile::parts, at least one
  source::Span directive;            // a point at the start of the file for the leading block
  source::Span extent;               // from the directive to the next one
};

struct Blocks {
  Block leading;                // without a directive; without parts where the file begins with one
  std::vector<Block> sections;  // in the order of the file
};

Blocks find_blocks(const lex::TokenizedFile& file);

// `text` must point into the file.
inline source::Span span_of(const lex::TokenizedFile& file, std::string_view text) {
  const auto begin = static_cast<std::uint32_t>(text.data() - file.file->text().data());
  return {file.file->id(), begin, begin + static_cast<std::uint32_t>(text.size())};
}

// Whether there is nothing but blanks between `offset` and the start of its line.
bool begins_line(std::string_view text, std::uint32_t offset);

// As much of the user's text as fits in a message.
std::string shown(std::string_view text);

}  // namespace retort::compiler::parse
