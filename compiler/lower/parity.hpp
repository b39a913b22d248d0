// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: one schema on two engines.
#pragma once

#include <string>
#include <vector>

#include "schema/schema.hpp"

namespace retort::compiler::lower {

struct SchemaDifference {
  std::string text;  // "table 't' is on postgres only"
  source::Span place, other_place;
  std::string note, other_note;
};

// What is not the same under the mapping of docs/portable.md. Objects that are not certain, virtual
// tables and what stands in neither model (triggers, functions) are passed over.
std::vector<SchemaDifference> compare_engines(const schema::Schema& sqlite,
                                              const schema::Schema& postgres);

}  // namespace retort::compiler::lower
