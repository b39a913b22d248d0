// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Which errors forbid a verb that writes: those that make the graph another one than it seems.
#pragma once

#include "chain/chain.hpp"
#include "diag/diagnostics.hpp"

namespace retort::compiler::driver {

// Some file was not read or its header not understood, or an id is there twice: nobody knows which
// revision stands where.
bool is_graph_unknown(const chain::Chain& chain, const diag::Diagnostics& diagnostics);

// The above, or the revisions do not hang together in some other way than by having several heads.
bool is_graph_broken(const chain::Chain& chain, const diag::Diagnostics& diagnostics);

}  // namespace retort::compiler::driver
