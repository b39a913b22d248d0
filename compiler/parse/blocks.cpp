// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Groups parts to blocks. In: the lexer's parts. Out: one block per directive.
#include "parse/blocks.hpp"

#include "source/utf8.hpp"

namespace retort::compiler::parse {

Blocks find_blocks(const lex::TokenizedFile& file) {
  Blocks blocks;
  const source::FileId id = file.file->id();
  const auto size = static_cast<std::uint32_t>(file.file->text().size());
  blocks.leading.directive = {id, 0, 0};
  blocks.leading.extent = {id, 0, size};
  for (std::uint32_t i = 0; i < file.parts.size(); ++i) {
    const lex::Part& part = file.parts[i];
    if (!part.has_directive) {
      blocks.leading.parts.push_back(i);
      continue;
    }
    const source::Span directive = file.span(file.tokens[part.first_token]);
    const bool first = blocks.sections.empty();
    if (!first && blocks.sections.back().directive == directive) {
      blocks.sections.back().parts.push_back(i);
      continue;
    }
    (first ? blocks.leading : blocks.sections.back()).extent.end = directive.begin;
    blocks.sections.push_back({{i}, directive, {id, directive.begin, size}});
  }
  return blocks;
}

bool begins_line(std::string_view text, std::uint32_t offset) {
  while (offset > 0 && (text[offset - 1] == ' ' || text[offset - 1] == '\t')) --offset;
  return offset == 0 || text[offset - 1] == '\n';
}

std::string shown(std::string_view text) {
  constexpr std::size_t limit = 80;
  if (text.size() <= limit) return std::string(text);
  return std::string(text.substr(0, source::utf8_prefix(text, limit))) + "…";
}

}  // namespace retort::compiler::parse
