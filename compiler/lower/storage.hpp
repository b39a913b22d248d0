// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: what a CompiledChain owns. Deques, since the tables point at each other.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lower/lower.hpp"

namespace retort::compiler::lower {

struct CompiledChain::Storage {
  std::deque<std::string> texts;
  std::deque<std::vector<std::string_view>> chunks;
  std::deque<std::vector<retort::Statement>> statements;
  std::deque<std::vector<std::string_view>> labels;
  std::deque<std::vector<std::uint32_t>> parents;
  std::deque<std::vector<retort::Dependency>> dependencies;
  std::deque<std::vector<retort::Body>> bodies;
  std::vector<retort::Engine> engines;
  std::vector<retort::Revision> revisions;
  retort::Chain view{};
  std::unordered_map<const retort::Statement*, source::Span> statement_spans;
  std::unordered_map<const retort::Script*, source::Span> script_spans;

  std::string_view keep(std::string text) { return texts.emplace_back(std::move(text)); }
};

}  // namespace retort::compiler::lower
