// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the library: the first column of a query, as text.
#pragma once

#include <string>
#include <vector>

#include "retort/database.hpp"

namespace retort::detail {

class TextSink final : public RowSink {
 public:
  std::vector<std::string> texts;
  void on_row(const Row& row) override { texts.emplace_back(row.text(0)); }
};

}  // namespace retort::detail
