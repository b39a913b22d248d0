// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// UTF-8, hexadecimal, COPY's escapes, and values in messages.
#include "transfer/text_value.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>

#include "src/utf8.hpp"
#include "transfer/column.hpp"

namespace retort::transfer_detail {
namespace {

constexpr std::size_t shown_bytes = 40;

}  // namespace

std::int64_t count_characters(std::string_view text) {
  std::int64_t count = 0;
  for (std::size_t length = 0; !text.empty(); text.remove_prefix(length), ++count) {
    length = detail::utf8_length(text, 0);
    if (length == 0) return -1;
  }
  return count;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

std::string hex_of(std::string_view bytes) {
  std::string result;
  result.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    result += "0123456789abcdef"[byte >> 4U];
    result += "0123456789abcdef"[byte & 15U];
  }
  return result;
}

void append_copy_field(std::string& line, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '\\':
        line += "\\\\";
        break;
      case '\t':
        line += "\\t";
        break;
      case '\n':
        line += "\\n";
        break;
      case '\r':
        line += "\\r";
        break;
      default:
        line += c;
    }
  }
}

std::string shown(const SourceValue& value) {
  switch (value.type) {
    case SourceValue::Type::null:
      return "NULL";
    case SourceValue::Type::integer:
      return std::to_string(value.integer);
    case SourceValue::Type::real: {
      char buffer[64];
      const auto end = std::to_chars(buffer, buffer + sizeof buffer, value.real);
      return std::string(buffer, end.ptr);
    }
    case SourceValue::Type::blob:
      return "a BLOB of " + std::to_string(value.bytes.size()) + " bytes";
    case SourceValue::Type::text:
      break;
  }
  std::string result = "'";
  for (std::string_view rest = value.bytes; !rest.empty();) {
    if (result.size() > shown_bytes) return result + "…'";
    const std::size_t length = detail::utf8_length(rest, 0);
    const bool printable =
        length > 1 ||
        (length == 1 && static_cast<unsigned char>(rest.front()) >= 0x20U && rest.front() != 0x7F);
    result += printable ? rest.substr(0, length) : std::string_view("\xEF\xBF\xBD");
    rest.remove_prefix(length == 0 ? 1 : length);
  }
  return result + "'";
}

}  // namespace retort::transfer_detail
