// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Bytes in, normalised text out; positions by binary search in a table of line starts.
#include "source/source_file.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace retort::compiler::source {
namespace {

std::string normalise(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  if (bytes.find('\r') == std::string_view::npos) return std::string(bytes);
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n') continue;
    text.push_back(bytes[i]);
  }
  return text;
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u; }

}  // namespace

SourceFile::SourceFile(FileId id, std::string path, std::string_view bytes)
    : id_(id), path_(std::move(path)), text_(normalise(bytes)) {}

const std::vector<std::uint32_t>& SourceFile::line_starts() const {
  if (line_starts_.empty()) {
    line_starts_.push_back(0);
    const std::string& text = original();
    for (std::size_t i = text.find('\n'); i != std::string::npos; i = text.find('\n', i + 1)) {
      line_starts_.push_back(static_cast<std::uint32_t>(i + 1));
    }
  }
  return line_starts_;
}

Position SourceFile::position(std::uint32_t offset) const {
  const auto& starts = line_starts();
  const std::string& text = original();
  offset = std::min(original_offset(offset), static_cast<std::uint32_t>(text.size()));
  const auto next = std::upper_bound(starts.begin(), starts.end(), offset);
  const auto line = static_cast<std::uint32_t>(next - starts.begin());
  const std::uint32_t start = starts[line - 1];
  const auto points = std::count_if(text.begin() + start, text.begin() + offset,
                                    [](char byte) { return !is_continuation(byte); });
  return {line, static_cast<std::uint32_t>(points) + 1};
}

std::string_view SourceFile::line(std::uint32_t number) const {
  const auto& starts = line_starts();
  if (number == 0 || number > starts.size()) return {};
  const std::size_t begin = starts[number - 1];
  const std::size_t end = number < starts.size() ? starts[number] - 1 : original().size();
  return std::string_view(original()).substr(begin, end - begin);
}

std::string_view SourceFile::slice(Span span) const {
  const std::size_t begin = std::min<std::size_t>(span.begin, text_.size());
  const std::size_t end = std::clamp<std::size_t>(span.end, begin, text_.size());
  return std::string_view(text_).substr(begin, end - begin);
}

void SourceFile::replace(const std::vector<Edit>& edits) {
  if (edits.empty() || !shifts_.empty()) return;
  std::string text;
  std::uint32_t at = 0;
  for (const Edit& edit : edits) {
    text.append(text_, at, edit.begin - at);
    const auto begin = static_cast<std::uint32_t>(text.size());
    text.append(edit.text);
    shifts_.push_back({begin, static_cast<std::uint32_t>(text.size()), edit.begin, edit.end});
    at = edit.end;
  }
  text.append(text_, at);
  original_ = std::exchange(text_, std::move(text));
  line_starts_.clear();
}

// Inside an edit's text every offset is where the edit begins.
std::uint32_t SourceFile::original_offset(std::uint32_t offset) const {
  const auto next =
      std::upper_bound(shifts_.begin(), shifts_.end(), offset,
                       [](std::uint32_t at, const Shift& shift) { return at < shift.begin; });
  if (next == shifts_.begin()) return offset;
  const Shift& shift = *std::prev(next);
  return offset < shift.end ? shift.original_begin : shift.original_end + (offset - shift.end);
}

const SourceFile& SourceFiles::add(std::string path, std::string_view bytes) {
  const auto id = static_cast<FileId>(files_.size() + 1);
  return files_.emplace_back(id, std::move(path), bytes);
}

}  // namespace retort::compiler::source
