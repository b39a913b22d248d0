// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Small text helpers of the runtime. Kept out of line: messages are built in many places and each
// inlined concatenation would cost a program some hundred bytes.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace retort::detail {

std::string concat(std::initializer_list<std::string_view> parts);

// A decimal number that lives as long as the object.
class Number {
 public:
  explicit Number(std::int64_t value) noexcept;
  Number(const Number&) = delete;
  Number& operator=(const Number&) = delete;
  operator std::string_view() const noexcept { return {begin_, length_}; }

 private:
  char digits_[24];
  const char* begin_;
  std::size_t length_;
};

// Reads an unsigned decimal number of at most 18 digits from the front of `text` and removes it.
// Returns -1 where there is none.
std::int64_t take_number(std::string_view& text) noexcept;

// Appends "'name'", after ", " where `list` is not empty.
void append_quoted(std::string& list, std::string_view name);

}  // namespace retort::detail
