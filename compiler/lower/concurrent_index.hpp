// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: which index a statement leaves invalid on PostgreSQL when it fails.
#pragma once

#include <string>

#include "lex/token.hpp"

namespace retort::compiler::lower {

struct ConcurrentIndex {
  bool creates = false;  // CREATE INDEX CONCURRENTLY
  // As in retort::Statement; both empty where the statement is none of them, or where a name is
  // written in a way that the server cannot be asked for (U&"…").
  std::string index;
  std::string table;
};

ConcurrentIndex find_concurrent_index(const lex::TokenizedFile& file,
                                      const lex::Statement& statement);

}  // namespace retort::compiler::lower
