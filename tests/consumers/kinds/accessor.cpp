// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include CHAIN_HEADER

#define JOIN(a, b) a##b
#define ACCESSOR(chain) JOIN(chain, _chain)

const retort::Chain& ACCESSOR(CHAIN)() { return CHAIN::migrations::chain(); }
