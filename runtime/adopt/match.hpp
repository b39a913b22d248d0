// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to adoption: another tool's rows against a chain.
#pragma once

#include "adopt/find.hpp"
#include "retort/adopt.hpp"
#include "src/plan.hpp"

namespace retort::detail {

// `marks` has one entry per revision of the chain: not '\0' where it is applied.
ForeignLedger match(const Reading& reading, const Chain& chain, Marks& marks);

}  // namespace retort::detail
