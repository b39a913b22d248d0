// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// An observer that writes down what it is told.
#pragma once

#include <string>
#include <vector>

#include "retort/observer.hpp"

namespace retort::test {

class Recorder final : public Observer {
 public:
  void on_run(Direction direction, std::uint32_t steps, std::uint32_t count) override {
    add({"run ", direction == Direction::upgrade ? "up " : "down ", std::to_string(steps),
         " steps ", std::to_string(count), " statements"});
  }
  void on_step(const Step& step) override {
    add({"step ", std::string(step.from), " -> ", std::string(step.id), " ",
         std::to_string(step.index), "/", std::to_string(step.count)});
  }
  bool on_statement(const Step& step, const Script&, std::uint32_t index) override {
    if (statements++ == stop_at) return false;
    add({"statement ", std::string(step.id), " ", std::to_string(index)});
    return true;
  }
  void on_statement_done(const Step& step, const Script&, std::uint32_t index,
                         std::int64_t) override {
    add({"done ", std::string(step.id), " ", std::to_string(index)});
  }
  void on_step_done(const Step& step, std::int64_t) override {
    add({"step done ", std::string(step.id)});
  }
  void on_wait(std::string_view who, std::int64_t) override {
    holder = who;
    ++waits;
  }

  std::vector<std::string> events;
  int statements = 0;
  int stop_at = -1;  // the statement, counted over the run, before which to stop
  std::string holder;
  int waits = 0;

 private:
  void add(std::initializer_list<std::string> parts) {
    std::string& event = events.emplace_back();
    for (const std::string& part : parts) event += part;
  }
};

}  // namespace retort::test
