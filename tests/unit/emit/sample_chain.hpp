// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A chain made by hand: owns the tables behind a retort::Chain.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "retort/chain.hpp"

namespace retort::test {

class SampleChain {
 public:
  explicit SampleChain(std::vector<Engine> engines = {Engine::sqlite})
      : engines_(std::move(engines)) {}

  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }

  // One chunk per statement.
  Script script(const std::vector<std::string>& statements, std::string_view file) {
    auto& table = statements_.emplace_back();
    std::uint32_t line = 1;
    for (const std::string& text : statements) {
      auto& chunk = chunks_.emplace_back(std::vector<std::string_view>{keep(text)});
      table.push_back({chunk.data(), 1, line++, 1, 0});
    }
    return {table.empty() ? nullptr : table.data(),
            static_cast<std::uint32_t>(table.size()),
            file,
            0,
            0,
            true,
            true,
            false};
  }

  // A statement of several chunks, the last `copy` of which are COPY data.
  Script chunked(std::vector<std::string> texts, std::uint32_t copy, std::string_view file) {
    auto& chunks = chunks_.emplace_back();
    for (std::string& text : texts) chunks.push_back(keep(std::move(text)));
    auto& table = statements_.emplace_back();
    table.push_back({chunks.data(), static_cast<std::uint32_t>(chunks.size()), 3, 5, copy});
    return {table.data(), 1, file, 5000, 600000, true, false, true};
  }

  // A revision whose parent is the one before; up and down for each engine.
  Revision& add(std::string id, std::string message, const Script& up, const Script& down = {}) {
    auto& bodies = bodies_.emplace_back();
    for (const Engine engine : engines_) {
      bodies.push_back(
          {engine, "sha256-tokens-1:00", keep("sha256-chain-1:" + id), up, down, {}, false});
    }
    const auto index = static_cast<std::uint32_t>(revisions_.size());
    auto& parents = parents_.emplace_back();
    if (index > 0) parents.push_back(index - 1);
    const std::string_view path = keep("migrations/" + id + ".sql");
    revisions_.push_back({keep(id), keep(std::move(message)), keep("doc of " + id), "2024-05-07",
                          path, parents.data(), static_cast<std::uint32_t>(parents.size()), nullptr,
                          0, nullptr, 0, bodies.data(), static_cast<std::uint32_t>(bodies.size())});
    return revisions_.back();
  }

  Chain view() const {
    return {RETORT_GENERATED_ABI,
            "app",
            "sqlite:data/app.db",
            engines_.data(),
            static_cast<std::uint32_t>(engines_.size()),
            revisions_.empty() ? nullptr : revisions_.data(),
            static_cast<std::uint32_t>(revisions_.size())};
  }

 private:
  std::vector<Engine> engines_;
  std::deque<std::string> texts_;
  std::deque<std::vector<std::string_view>> chunks_;
  std::deque<std::vector<Statement>> statements_;
  std::deque<std::vector<Body>> bodies_;
  std::deque<std::vector<std::uint32_t>> parents_;
  std::vector<Revision> revisions_;
};

}  // namespace retort::test
