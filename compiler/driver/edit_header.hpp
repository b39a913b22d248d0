// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Changes the Revises line of a migration file and no other byte of it.
#pragma once

#include <string>
#include <string_view>

#include "ast/migration.hpp"

namespace retort::compiler::driver {

// Where `offset` of the text as the compiler sees it (no BOM, LF) lies in the bytes on disk.
std::size_t raw_offset(std::string_view bytes, std::uint32_t offset);

// `bytes` with `parent` as the only revised revision. A line is added where there is none.
std::string with_parent(std::string_view bytes, const ast::Header& header,
                        const std::string& parent);

}  // namespace retort::compiler::driver
