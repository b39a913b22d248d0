// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// retort.lock: what has shipped. One line per released revision, in chain order; docs/lock-file.md
// has the format. Reading and checking happen in load(); this header is for `retort lock`.
#pragma once

#include <string>

#include "chain/chain.hpp"

namespace retort::compiler::chain {

// The text of the lock after appending every revision of `chain` that `current` (the text of the
// existing lock, may be empty) does not hold. Lines that are there stay byte for byte.
// `added` receives how many revisions were appended.
std::string append_to_lock(const std::string& current, const Chain& chain, std::size_t& added);

}  // namespace retort::compiler::chain
