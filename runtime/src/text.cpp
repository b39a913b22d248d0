// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A pattern and arguments in, text out; numbers to and from text without locale.
#include "src/text.hpp"

#include <cstdarg>
#include <cstring>
#include <utility>

namespace retort::detail {
namespace {

void append_number(std::string& text, std::int64_t value) {
  char digits[20];
  std::size_t at = sizeof digits;
  std::uint64_t rest = static_cast<std::uint64_t>(value);
  if (value < 0) {
    text += '-';
    rest = 0 - rest;
  }
  do {
    digits[--at] = static_cast<char>('0' + rest % 10);
    rest /= 10;
  } while (rest != 0);
  text.append(digits + at, sizeof digits - at);
}

std::string format_list(const char* pattern, unsigned kinds, std::va_list arguments) {
  std::string text;
  for (; *pattern != '\0'; ++pattern) {
    if (*pattern != '%') {
      text += *pattern;
      continue;
    }
    const auto kind = static_cast<Argument>(kinds & 3U);
    kinds >>= 2;
    if (kind == Argument::number) {
      append_number(text, va_arg(arguments, std::int64_t));
      continue;
    }
    const void* argument = va_arg(arguments, const void*);
    switch (kind) {
      case Argument::view: {
        const auto& view = *static_cast<const std::string_view*>(argument);
        text.append(view.data(), view.size());
        break;
      }
      case Argument::string: {
        const auto& string = *static_cast<const std::string*>(argument);
        text.append(string.data(), string.size());
        break;
      }
      default:
        text.append(static_cast<const char*>(argument));
    }
  }
  return text;
}

}  // namespace

std::string format_arguments(const char* pattern, unsigned kinds, ...) {
  std::va_list arguments;
  va_start(arguments, kinds);
  std::string text = format_list(pattern, kinds, arguments);
  va_end(arguments);
  return text;
}

Status fail_arguments(Code code, const char* pattern, unsigned kinds, ...) {
  std::va_list arguments;
  va_start(arguments, kinds);
  std::string text = format_list(pattern, kinds, arguments);
  va_end(arguments);
  return {code, std::move(text)};
}

std::int64_t take_number(std::string_view& text) noexcept {
  std::int64_t value = 0;
  std::size_t count = 0;
  while (count < text.size() && count < 18 && text[count] >= '0' && text[count] <= '9') {
    value = value * 10 + (text[count] - '0');
    ++count;
  }
  text.remove_prefix(count);
  return count == 0 ? -1 : value;
}

bool take(std::string_view& text, std::string_view prefix) noexcept {
  if (text.size() < prefix.size() || std::memcmp(text.data(), prefix.data(), prefix.size()) != 0) {
    return false;
  }
  text.remove_prefix(prefix.size());
  return true;
}

}  // namespace retort::detail
