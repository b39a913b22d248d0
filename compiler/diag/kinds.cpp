// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The table behind kinds.hpp.
#include "diag/kinds.hpp"

#include <array>

namespace retort::compiler::diag {
namespace {

constexpr std::array table = {
#define RETORT_ERROR(identifier, name, text, trigger)                 \
  KindInfo{Kind::identifier,        #identifier, name,   Group::hard, \
           State::error_by_default, text,        trigger},
#define RETORT_FLAG(identifier, name, group, state, text, trigger) \
  KindInfo{Kind::identifier, #identifier, name, Group::group, State::state, text, trigger},
#include "diag/kinds.def"
#undef RETORT_ERROR
#undef RETORT_FLAG
};

constexpr std::array<std::string_view, 8> group_names = {
    "error", "chain", "data", "may-fail", "locks", "portability", "runner", "naming"};

}  // namespace

const KindInfo& info(Kind kind) { return table[static_cast<std::size_t>(kind)]; }
std::size_t kind_count() { return table.size(); }
const KindInfo& kind_at(std::size_t index) { return table[index]; }
std::string_view group_name(Group group) { return group_names[static_cast<std::size_t>(group)]; }

}  // namespace retort::compiler::diag
