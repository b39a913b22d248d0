// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: one section to one Script.
#pragma once

#include "chain/chain.hpp"
#include "lower/portable_section.hpp"
#include "lower/storage.hpp"

namespace retort::compiler::lower {

// The texts, chunks, statements and their spans go into `storage`; the script's own span does not,
// as its address is not known yet. A section that does not exist gives a script that is not
// present.
retort::Script lower_script(const chain::SectionRef& section, dialect::Engine engine,
                            CompiledChain::Storage& storage);

// A section that was compiled; the file is that of `section`, and so are its options.
retort::Script lower_script(const CompiledSection& compiled, const chain::SectionRef& section,
                            dialect::Engine engine, CompiledChain::Storage& storage);

}  // namespace retort::compiler::lower
