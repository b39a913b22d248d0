// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Addressing a revision, as in Alembic:
//
//   id, a unique prefix of one, a branch label   that revision
//   head, heads                                  the last one
//   base                                         before the first one
//   current                                      where the database stands
//   +N, -N                                       from where the database stands
//   id+N, id-N, head-N, base+N, current+N        from that revision
//   label@X                                      X within a labelled line: label@head, label@+2
//   a:b, a:, :b                                  ranges
//
// Pure functions of the chain: nothing here touches a database.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "retort/chain.hpp"
#include "retort/status.hpp"

namespace retort {

// The index that stands for "base", the place before the first revision.
inline constexpr std::uint32_t base_index = 0xffffffffU;

// Where a database stands: the applied revisions that no applied one revises, as indices into
// Chain::revisions; empty at the base. Without a database there is none (a null pointer below).
struct Standing {
  std::vector<std::uint32_t> current;
};

// Resolves `target` to an index into chain.revisions, or base_index.
// Code::unknown_revision: no such revision. Code::invalid_argument: ambiguous, beyond the head or
// the base, or it needs a database; the message lists the candidates.
Status resolve(const Chain& chain, std::string_view target, const Standing* standing,
               std::uint32_t& index);

// Resolves "a:b", "a:" (to the head) or ":b" (from the base).
Status resolve_range(const Chain& chain, std::string_view range, const Standing* standing,
                     std::uint32_t& from, std::uint32_t& to);

// The index of an exact id, or base_index where the chain has none.
std::uint32_t find_revision(const Chain& chain, std::string_view id) noexcept;

// For each revision of the chain whether it is `index` or an ancestor of it. All false for the
// base.
std::vector<bool> ancestors_of(const Chain& chain, std::uint32_t index);

// The shortest prefix of the revision's id that is unique in the chain and at least `minimum` long.
std::string_view short_id(const Chain& chain, std::uint32_t index,
                          std::size_t minimum = 4) noexcept;

}  // namespace retort
