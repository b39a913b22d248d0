// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The text of one file and the set of all files of a run.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.hpp"

namespace retort::compiler::source {

// The largest file that is read; a larger one is diagnosed (limit-exceeded), never truncated.
inline constexpr std::size_t max_file_size = std::size_t{64} << 20;

// Bytes [begin, end) of a text, and what stands there instead.
struct Edit {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string text;
};

// The text as the compiler sees it: a UTF-8 BOM is removed and CRLF has become LF, so that neither
// ever changes a hash, a column or the compiled SQL.
class SourceFile {
 public:
  SourceFile(FileId id, std::string path, std::string_view bytes);

  FileId id() const { return id_; }
  // The path to show, as the user gave it.
  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }

  // The line table is built on first use. Offsets beyond the end give the end.
  Position position(std::uint32_t offset) const;
  // The text of a line without its line end; empty beyond the last line.
  std::string_view line(std::uint32_t number) const;
  std::string_view slice(Span span) const;

  // From now on text() has the edits in it, which are in order and apart from each other; positions
  // and lines stay those of the text before. At most once, before anybody holds a piece of text().
  void replace(const std::vector<Edit>& edits);

 private:
  struct Shift {
    std::uint32_t begin, end;                    // of an edit's text
    std::uint32_t original_begin, original_end;  // of what it replaced
  };

  const std::string& original() const { return shifts_.empty() ? text_ : original_; }
  std::uint32_t original_offset(std::uint32_t offset) const;
  const std::vector<std::uint32_t>& line_starts() const;

  FileId id_;
  std::string path_;
  std::string text_;
  std::string original_;  // before replace(), else empty
  std::vector<Shift> shifts_;
  mutable std::vector<std::uint32_t> line_starts_;
};

// Owns the files of a run. References stay valid while the SourceFiles lives.
class SourceFiles {
 public:
  // A folder, or a file that could not be read, is added with empty text so that a diagnostic can
  // name it.
  const SourceFile& add(std::string path, std::string_view bytes);
  void replace(FileId id, const std::vector<Edit>& edits) { files_[id - 1].replace(edits); }
  // `id` must come from add().
  const SourceFile& get(FileId id) const { return files_[id - 1]; }
  std::size_t size() const { return files_.size(); }

 private:
  std::deque<SourceFile> files_;
};

}  // namespace retort::compiler::source
