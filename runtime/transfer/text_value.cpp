// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// UTF-8, hexadecimal, COPY's escapes, and values in messages.
#include "transfer/text_value.hpp"

#include <charconv>
#include <cstddef>

#include "transfer/column.hpp"

namespace retort::transfer_detail {
namespace {

constexpr std::size_t shown_bytes = 40;

// The length of the sequence at the front, 0 where there is none.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned first = byte(0);
  if (first < 0x80U) return 1;
  if (first >= 0xC2U && first <= 0xDFU && follows(1)) return 2;
  if (first >= 0xE0U && first <= 0xEFU && follows(1) && follows(2)) {
    if (first == 0xE0U && byte(1) < 0xA0U) return 0;
    if (first == 0xEDU && byte(1) > 0x9FU) return 0;
    return 3;
  }
  if (first >= 0xF0U && first <= 0xF4U && follows(1) && follows(2) && follows(3)) {
    if (first == 0xF0U && byte(1) < 0x90U) return 0;
    if (first == 0xF4U && byte(1) > 0x8FU) return 0;
    return 4;
  }
  return 0;
}

}  // namespace

std::int64_t count_characters(std::string_view text) {
  std::int64_t count = 0;
  for (std::size_t length = 0; !text.empty(); text.remove_prefix(length), ++count) {
    length = sequence_length(text);
    if (length == 0) return -1;
  }
  return count;
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
    const std::size_t length = sequence_length(rest);
    const bool printable =
        length > 1 ||
        (length == 1 && static_cast<unsigned char>(rest.front()) >= 0x20U && rest.front() != 0x7F);
    result += printable ? rest.substr(0, length) : std::string_view("\xEF\xBF\xBD");
    rest.remove_prefix(length == 0 ? 1 : length);
  }
  return result + "'";
}

}  // namespace retort::transfer_detail
