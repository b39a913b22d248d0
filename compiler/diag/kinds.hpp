// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The registry of diagnostics: kinds.def as an enum and a table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace retort::compiler::diag {

enum class Kind : std::uint16_t {
#define RETORT_ERROR(identifier, name, text, trigger) identifier,
#define RETORT_FLAG(identifier, name, group, state, text, trigger) identifier,
#include "diag/kinds.def"
#undef RETORT_ERROR
#undef RETORT_FLAG
};

enum class Severity : std::uint8_t { note, warning, error };
// hard: an error that no flag touches; the others are the groups of docs/diagnostics.md.
enum class Group : std::uint8_t { hard, chain, data, may_fail, locks, portability, runner, naming };
enum class State : std::uint8_t { error_by_default, on, all, opt_in };

struct KindInfo {
  Kind kind;
  std::string_view identifier;
  std::string_view name;
  Group group;
  State state;
  std::string_view text;
  std::string_view trigger;
};

const KindInfo& info(Kind kind);
std::size_t kind_count();
const KindInfo& kind_at(std::size_t index);
// "chain", "may-fail", …; "error" for Group::hard.
std::string_view group_name(Group group);

}  // namespace retort::compiler::diag
