// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Arithmetic on the digits themselves: nothing is rounded but where PostgreSQL would round.
#include "transfer/decimal.hpp"

#include <charconv>
#include <cmath>
#include <cstddef>

namespace retort::transfer_detail {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Parts {
  bool negative = false;
  std::string_view whole;
  std::string_view fraction;
};

std::optional<Parts> split(std::string_view text) {
  Parts parts;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    parts.negative = text.front() == '-';
    text.remove_prefix(1);
  }
  std::size_t point = 0;
  while (point < text.size() && is_digit(text[point])) ++point;
  parts.whole = text.substr(0, point);
  if (point < text.size()) {
    if (text[point] != '.') return std::nullopt;
    parts.fraction = text.substr(point + 1);
    for (const char c : parts.fraction) {
      if (!is_digit(c)) return std::nullopt;
    }
  }
  if (parts.whole.empty() && parts.fraction.empty()) return std::nullopt;
  return parts;
}

std::string join(bool negative, std::string_view whole, std::string_view fraction) {
  while (whole.size() > 1 && whole.front() == '0') whole.remove_prefix(1);
  while (!fraction.empty() && fraction.back() == '0') fraction.remove_suffix(1);
  const bool zero = fraction.empty() && (whole.empty() || whole == "0");
  std::string result = negative && !zero ? "-" : "";
  result += whole.empty() ? std::string_view("0") : whole;
  if (!fraction.empty()) result.append(".").append(fraction);
  return result;
}

// Adds one to the last digit; true where a digit is carried out in front.
bool increment(std::string& digits) {
  for (std::size_t i = digits.size(); i > 0; --i) {
    if (digits[i - 1] != '9') {
      ++digits[i - 1];
      return false;
    }
    digits[i - 1] = '0';
  }
  return true;
}

}  // namespace

std::optional<std::string> shortest_decimal(double value) {
  if (!std::isfinite(value)) return std::nullopt;
  char buffer[1100];  // the smallest double has 1,074 digits behind the point at most
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed);
  return plain_decimal(std::string_view(buffer, static_cast<std::size_t>(end.ptr - buffer)));
}

std::optional<std::string> plain_decimal(std::string_view text) {
  const auto parts = split(text);
  if (!parts) return std::nullopt;
  return join(parts->negative, parts->whole, parts->fraction);
}

std::string scaled_decimal(std::int64_t value, int scale) {
  std::string text = std::to_string(value);
  if (scale <= 0) return text;
  const auto digits = static_cast<std::size_t>(scale);
  const std::size_t sign = value < 0 ? 1 : 0;
  if (text.size() - sign <= digits) text.insert(sign, digits + 1 - (text.size() - sign), '0');
  text.insert(text.size() - digits, 1, '.');
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string round_decimal(std::string_view plain, int scale) {
  const auto parts = split(plain);
  const auto kept = static_cast<std::size_t>(scale < 0 ? 0 : scale);
  if (!parts || parts->fraction.size() <= kept) return std::string(plain);
  std::string whole(parts->whole);
  std::string fraction(parts->fraction.substr(0, kept));
  if (parts->fraction[kept] >= '5' && increment(fraction) && increment(whole)) whole.insert(0, "1");
  return join(parts->negative, whole, fraction);
}

int integer_digits(std::string_view plain) {
  const auto parts = split(plain);
  if (!parts || parts->whole == "0") return 0;
  return static_cast<int>(parts->whole.size());
}

}  // namespace retort::transfer_detail
