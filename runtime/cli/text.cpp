// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Text in, text that is safe to show out.
#include "cli/text.hpp"

#include <algorithm>
#include <cstdint>

#include "src/utf8.hpp"

namespace retort::cli {
namespace {

constexpr const char* replacement = "\xEF\xBF\xBD";
constexpr std::size_t max_guessed = 200;  // longer names are not worth a guess

unsigned byte_at(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}

bool is_control(std::string_view sequence) {
  const unsigned lead = byte_at(sequence, 0);
  if (sequence.size() == 1) return lead < 0x20 || lead == 0x7F;
  return lead == 0xC2 && byte_at(sequence, 1) < 0xA0;  // C1: terminals obey these, too
}

char fold(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Insert, delete, replace, swap of neighbours.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), previous(b.size() + 1), current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = fold(a[i - 1]) == fold(b[j - 1]);
      current[j] =
          std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (same ? 0u : 1u)});
      const bool swapped =
          i > 1 && j > 1 && fold(a[i - 1]) == fold(b[j - 2]) && fold(a[i - 2]) == fold(b[j - 1]);
      if (swapped) current[j] = std::min(current[j], before[j - 2] + 1);
    }
    before.swap(previous);
    previous.swap(current);
  }
  return previous[b.size()];
}

}  // namespace

std::string printable(std::string_view text, bool lines) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = detail::utf8_length(text, i);
    const std::string_view sequence = text.substr(i, length == 0 ? 1 : length);
    if (sequence == "\n" && lines) {
      result += '\n';
    } else if (sequence == "\t") {
      result += ' ';
    } else if (length == 0 || is_control(sequence)) {
      result += replacement;
    } else {
      result.append(sequence);
    }
    i += sequence.size();
  }
  return result;
}

std::string in_quotes(std::string_view text) { return "'" + printable(text) + "'"; }

std::string counted(std::size_t count, std::string_view word) {
  return std::to_string(count) + " " + std::string(word) + (count == 1 ? "" : "s");
}

std::string joined(const std::vector<std::string_view>& parts, std::string_view separator) {
  std::string result;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) result.append(separator);
    result += printable(parts[i]);
  }
  return result;
}

std::optional<std::string_view> nearest(std::string_view wrong,
                                        const std::vector<std::string_view>& candidates) {
  std::optional<std::string_view> best;
  std::size_t best_distance = 0;
  if (wrong.empty() || wrong.size() > max_guessed) return best;
  for (const std::string_view candidate : candidates) {
    if (candidate.empty() || candidate.size() > max_guessed) continue;
    const std::size_t longer = std::max(wrong.size(), candidate.size());
    const std::size_t limit = std::max<std::size_t>(1, longer / 3);
    if (longer - std::min(wrong.size(), candidate.size()) > limit) continue;
    const std::size_t distance = edit_distance(wrong, candidate);
    if (distance > limit || (best && distance >= best_distance)) continue;
    best = candidate;
    best_distance = distance;
  }
  return best;
}

std::string json_string(std::string_view text) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string result = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = detail::utf8_length(text, i);
    const char c = text[i];
    if (length == 0) {
      result += "\\ufffd";
    } else if (c == '"' || c == '\\') {
      result += {'\\', c};
    } else if (c == '\n') {
      result += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      result += {'\\', 'u', '0', '0', digits[byte_at(text, i) >> 4], digits[byte_at(text, i) & 15]};
    } else {
      result.append(text.substr(i, length));
    }
    i += length == 0 ? 1 : length;
  }
  return result + "\"";
}

}  // namespace retort::cli
