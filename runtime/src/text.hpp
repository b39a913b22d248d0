// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Messages and SQL from a pattern with '%' for each argument. The arguments travel through one
// C-style call, because the runtime makes text in many places and each concatenation that is
// inlined costs a program a hundred bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include "retort/status.hpp"

namespace retort::detail {

// What an argument is, two bits each, the first argument in the lowest bits.
enum class Argument : unsigned { number, c_string, view, string };

constexpr Argument kind_of(std::string_view*) { return Argument::view; }
constexpr Argument kind_of(std::string*) { return Argument::string; }
constexpr Argument kind_of(const char**) { return Argument::c_string; }
constexpr Argument kind_of(char**) { return Argument::c_string; }
template <class T, class = std::enable_if_t<std::is_arithmetic_v<T>>>
constexpr Argument kind_of(T*) {
  return Argument::number;
}

template <class... Arguments>
constexpr unsigned kinds_of() {
  unsigned kinds = 0;
  unsigned shift = 0;
  ((kinds |= static_cast<unsigned>(kind_of(static_cast<std::decay_t<Arguments>*>(nullptr)))
             << shift,
    shift += 2),
   ...);
  return kinds;
}

inline const void* pass(const std::string_view& text) noexcept { return &text; }
inline const void* pass(const std::string& text) noexcept { return &text; }
inline const void* pass(const char* text) noexcept { return text; }
template <class T, class = std::enable_if_t<std::is_arithmetic_v<T>>>
std::int64_t pass(T number) noexcept {
  return static_cast<std::int64_t>(number);
}

// The C-style ends. `kinds` is what kinds_of() says of the arguments that follow.
std::string format_arguments(const char* pattern, unsigned kinds, ...);
Status fail_arguments(Code code, const char* pattern, unsigned kinds, ...);

template <class... Arguments>
std::string format(const char* pattern, const Arguments&... arguments) {
  static_assert(sizeof...(Arguments) <= 16, "two bits each in an unsigned");
  return format_arguments(pattern, kinds_of<Arguments...>(), pass(arguments)...);
}

// A Status with a message.
template <class... Arguments>
Status fail(Code code, const char* pattern, const Arguments&... arguments) {
  static_assert(sizeof...(Arguments) <= 16, "two bits each in an unsigned");
  return fail_arguments(code, pattern, kinds_of<Arguments...>(), pass(arguments)...);
}

// Reads an unsigned decimal number of at most 18 digits from the front of `text` and removes it.
// Returns -1 where there is none.
std::int64_t take_number(std::string_view& text) noexcept;

// Removes `prefix` from the front of `text`, if it is there.
bool take(std::string_view& text, std::string_view prefix) noexcept;

}  // namespace retort::detail
