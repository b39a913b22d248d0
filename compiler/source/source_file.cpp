// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Bytes in, normalised text out; positions by binary search in a table of line starts.
#include "source/source_file.hpp"

#include <algorithm>
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
    for (std::size_t i = text_.find('\n'); i != std::string::npos; i = text_.find('\n', i + 1)) {
      line_starts_.push_back(static_cast<std::uint32_t>(i + 1));
    }
  }
  return line_starts_;
}

Position SourceFile::position(std::uint32_t offset) const {
  const auto& starts = line_starts();
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  const auto next = std::upper_bound(starts.begin(), starts.end(), offset);
  const auto line = static_cast<std::uint32_t>(next - starts.begin());
  const std::uint32_t start = starts[line - 1];
  const auto points = std::count_if(text_.begin() + start, text_.begin() + offset,
                                    [](char byte) { return !is_continuation(byte); });
  return {line, static_cast<std::uint32_t>(points) + 1};
}

std::string_view SourceFile::line(std::uint32_t number) const {
  const auto& starts = line_starts();
  if (number == 0 || number > starts.size()) return {};
  const std::size_t begin = starts[number - 1];
  const std::size_t end = number < starts.size() ? starts[number] - 1 : text_.size();
  return std::string_view(text_).substr(begin, end - begin);
}

std::string_view SourceFile::slice(Span span) const {
  const std::size_t begin = std::min<std::size_t>(span.begin, text_.size());
  const std::size_t end = std::clamp<std::size_t>(span.end, begin, text_.size());
  return std::string_view(text_).substr(begin, end - begin);
}

const SourceFile& SourceFiles::add(std::string path, std::string_view bytes) {
  const auto id = static_cast<FileId>(files_.size() + 1);
  return files_.emplace_back(id, std::move(path), bytes);
}

}  // namespace retort::compiler::source
