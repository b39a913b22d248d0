// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Bytes and spans in, bytes out. Spans count in normalised text; line ends and a BOM stay as they
// are.
#include "driver/edit_header.hpp"

#include <algorithm>

namespace retort::compiler::driver {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::size_t line_end(std::string_view bytes, std::size_t from) {
  std::size_t end = std::min(bytes.find('\n', from), bytes.size());
  if (end > from && bytes[end - 1] == '\r') --end;
  return end;
}

std::string spliced(std::string_view bytes, std::size_t begin, std::size_t end,
                    const std::string& middle) {
  return std::string(bytes.substr(0, begin)) + middle + std::string(bytes.substr(end));
}

// Without a Revises line: one behind the Revision ID, in its style, else at the top of the file.
std::string with_new_line(std::string_view bytes, const ast::Header& header,
                          const std::string& parent) {
  const auto first_end = bytes.find('\n');
  const bool carriage_return =
      first_end != std::string_view::npos && first_end > 0 && bytes[first_end - 1] == '\r';
  const std::string newline = carriage_return ? "\r\n" : "\n";
  if (!header.revision_id) {
    const std::size_t top = bytes.substr(0, 3) == byte_order_mark ? 3 : 0;
    return spliced(bytes, top, top, "-- Revises: " + parent + newline);
  }
  const std::size_t end = line_end(bytes, raw_offset(bytes, header.revision_id->span.begin));
  return spliced(bytes, end, end, newline + "-- Revises: " + parent);
}

}  // namespace

std::size_t raw_offset(std::string_view bytes, std::uint32_t offset) {
  std::size_t raw = bytes.substr(0, 3) == byte_order_mark ? 3 : 0;
  for (std::uint32_t seen = 0; raw < bytes.size(); ++raw) {
    const bool dropped = bytes[raw] == '\r' && raw + 1 < bytes.size() && bytes[raw + 1] == '\n';
    if (dropped) continue;
    if (seen == offset) return raw;
    ++seen;
  }
  return raw;
}

std::string with_parent(std::string_view bytes, const ast::Header& header,
                        const std::string& parent) {
  if (!header.has_revises) return with_new_line(bytes, header, parent);
  const std::size_t begin = raw_offset(bytes, header.revises_span.begin);
  // Behind the last byte, not at the next one: a '\r' may stand between.
  const std::size_t end = raw_offset(bytes, header.revises_span.end - 1) + 1;
  // An empty value has no place of its own: the span is the key's.
  const std::size_t eol = line_end(bytes, begin);
  const auto colon = bytes.find(':', begin);
  if (colon != std::string_view::npos && colon < eol)
    return spliced(bytes, colon + 1, eol, " " + parent);
  return spliced(bytes, begin, end, parent);
}

}  // namespace retort::compiler::driver
