// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: enum values of PostgreSQL that are used too early.
#pragma once

#include "chain/chain.hpp"
#include "diag/diagnostics.hpp"

namespace retort::compiler::lower {

// PostgreSQL refuses a value that ALTER TYPE … ADD VALUE has added until that is committed. Reports
// each use behind it in the same transaction: in `up`, and in `verify`, which may be missing.
void check_enum_values(const chain::SectionRef& up, const chain::SectionRef& verify,
                       diag::Diagnostics& diagnostics);

}  // namespace retort::compiler::lower
