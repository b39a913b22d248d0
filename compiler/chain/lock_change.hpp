// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: what was edited in a locked section, from the marks of its statements.
#pragma once

#include <string>

#include "chain/lock_file.hpp"

namespace retort::compiler::chain {

struct Change {
  std::string text;    // "statement 2 of 5 for sqlite is not the one that was locked"
  source::Span place;  // the first statement concerned
};

// `body` has another content hash than `locked`.
Change find_change(const EngineBody& body, const LockedBody& locked);

// "1a2b3c4d" of "sha256-tokens-1:1a2b3c4d…".
std::string short_hash(const std::string& hash);

}  // namespace retort::compiler::chain
