// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Text helpers: pieces in, one string out; numbers to and from text without locale.
#include "src/text.hpp"

namespace retort::detail {

std::string concat(std::initializer_list<std::string_view> parts) {
  std::size_t size = 0;
  for (std::string_view part : parts) size += part.size();
  std::string result;
  result.reserve(size);
  for (std::string_view part : parts) result.append(part);
  return result;
}

Number::Number(std::int64_t value) noexcept {
  char* at = digits_ + sizeof digits_;
  char* const end = at;
  std::uint64_t rest =
      value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  do {
    *--at = static_cast<char>('0' + rest % 10);
    rest /= 10;
  } while (rest != 0);
  if (value < 0) *--at = '-';
  begin_ = at;
  length_ = static_cast<std::size_t>(end - at);
}

std::int64_t take_number(std::string_view& text) noexcept {
  std::int64_t value = 0;
  std::size_t count = 0;
  while (count < text.size() && count < 18 && text[count] >= '0' && text[count] <= '9') {
    value = value * 10 + (text[count] - '0');
    ++count;
  }
  if (count == 0) return -1;
  text.remove_prefix(count);
  return value;
}

void append_quoted(std::string& list, std::string_view name) {
  if (!list.empty()) list += ", ";
  list += '\'';
  list += name;
  list += '\'';
}

}  // namespace retort::detail
