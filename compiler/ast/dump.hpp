// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A parsed file as text, for tests and for looking at it. Not a format that anything reads.
#pragma once

#include <string>

#include "ast/migration.hpp"

namespace retort::compiler::ast {

// One line per key, section and waiver; what is absent or has its default is not shown.
std::string dump(const MigrationFile& file);

}  // namespace retort::compiler::ast
