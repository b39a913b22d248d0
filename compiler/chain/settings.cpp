// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Settings, line by line. In: a file. Out: its keys and values.
#include "chain/settings.hpp"

namespace retort::compiler::chain {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\f\v";
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return text.substr(0, 0);
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::string_view value_of(std::string_view text, char comment) {
  const bool quoted = text.size() > 1 && (text.front() == '"' || text.front() == '\'');
  if (quoted) {
    const std::size_t end = text.find(text.front(), 1);
    return text.substr(1, end == std::string_view::npos ? end : end - 1);
  }
  return trimmed(text.substr(0, text.find(comment)));
}

}  // namespace

Settings read_settings(const source::SourceFile& file, char comment) {
  Settings settings;
  const std::string_view text = file.text();
  const auto span_of = [&](std::string_view part) {
    const auto begin = static_cast<std::uint32_t>(part.data() - text.data());
    return source::Span{file.id(), begin, begin + static_cast<std::uint32_t>(part.size())};
  };
  std::string_view table;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trimmed(text.substr(at, end - at));
    at = end + 1;
    if (line.empty() || line.front() == comment) continue;
    if (line.front() == '[') {
      table = line;
      continue;
    }
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos || equals == 0) {
      settings.broken = true;
      continue;
    }
    const std::string_view key = trimmed(line.substr(0, equals));
    const std::string_view value = value_of(trimmed(line.substr(equals + 1)), comment);
    settings.list.push_back({table, key, value, span_of(value), span_of(key)});
  }
  return settings;
}

}  // namespace retort::compiler::chain
