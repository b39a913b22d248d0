// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: layouts in which a number is either one plain file or an up and a down file.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "chain/steps.hpp"

namespace retort::compiler::chain {

enum class Half { plain, up, down };

struct HalfName {
  std::string number;  // without leading zeros
  std::string title;
  Half half = Half::plain;
};

// N_title.sql, N_title.up.sql, N_title.down.sql; the title may be empty. What may stand for '_' is
// one of `separators`.
std::optional<HalfName> half_name(std::string_view file_name, std::string_view separators = "_");

// A folder of one release: 0.22, v1.4.0.
bool is_release_folder(std::string_view name);

class Pairs {
 public:
  // `layout` is the name to show.
  Pairs(const LayoutInput& input, std::string_view layout) : input_(input), layout_(layout) {}

  void place(const HalfName& name, ParsedFile& file, bool transaction = true);
  // What the tool does not look at, and the author may: the names of the two files.
  void compare_titles() { compares_titles_ = true; }
  std::vector<Draft> drafts();

 private:
  struct File {
    ParsedFile* file = nullptr;
    std::string title;
    bool transaction = true;
  };
  struct Pair {
    File up;  // or the plain file
    File down;
    bool plain = false;
  };

  void report_twice(const std::string& number, const ParsedFile& second, const ParsedFile& first);
  Step make_step(const std::string& number, const Pair& pair) const;

  const LayoutInput& input_;
  std::string_view layout_;
  std::map<std::string, Pair, ByValue> pairs_;
  bool compares_titles_ = false;
};

}  // namespace retort::compiler::chain
