// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: sqitch.plan.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostics.hpp"
#include "source/source_file.hpp"

namespace retort::compiler::chain {

struct SqitchChange {
  std::string name;
  std::string note;                      // behind '#'
  source::Span span;                     // of the name
  std::vector<std::string> rework_tags;  // tags between it and a later change of the same name
  bool reworked = false;                 // there is a later one
};

// The changes in their order. What is no line of a plan is diagnosed.
std::vector<SqitchChange> read_sqitch_plan(const source::SourceFile& file,
                                           diag::Diagnostics& diagnostics);

}  // namespace retort::compiler::chain
