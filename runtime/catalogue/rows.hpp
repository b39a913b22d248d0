// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the library: a query whose rows go to a function.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include "retort/database.hpp"

namespace retort::catalogue::detail {

template <class Function>
class FunctionSink final : public RowSink {
 public:
  explicit FunctionSink(Function function) : function_(std::move(function)) {}
  void on_row(const Row& row) override { function_(row); }

 private:
  Function function_;
};

template <class Function>
Status each_row(Database& database, std::string_view sql, const Value* values, std::uint32_t count,
                Function function) {
  FunctionSink<Function> sink(std::move(function));
  return database.query(sql, values, count, &sink);
}

template <class Function>
Status each_row(Database& database, std::string_view sql, Function function) {
  return each_row(database, sql, nullptr, 0, std::move(function));
}

}  // namespace retort::catalogue::detail
