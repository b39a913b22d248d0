// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: the header's keys and what their values must look like.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ast/migration.hpp"
#include "diag/diagnostics.hpp"
#include "lex/token.hpp"

namespace retort::compiler::parse {

enum class HeaderKey : std::uint8_t {
  revision_id,
  revises,
  depends_on,
  branch_labels,
  create_date,
};
inline constexpr std::size_t header_key_count = 5;

// "Revision ID", … in the order of HeaderKey.
const std::vector<std::string>& header_key_names();
// Upper and lower case are the same, so are one blank and several.
std::optional<HeaderKey> find_header_key(std::string_view key);

struct HeaderEntry {
  HeaderKey key;
  source::Span key_span;
  std::string_view value;  // points into the file
};

// Puts the value into `header`; one of the wrong form is diagnosed and makes the header broken.
void read_header_value(const lex::TokenizedFile& file, const HeaderEntry& entry,
                       ast::Header& header, diag::Diagnostics& diagnostics);

}  // namespace retort::compiler::parse
