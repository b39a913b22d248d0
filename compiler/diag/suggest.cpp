// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Restricted Damerau-Levenshtein distance over bytes, ASCII case folded.
#include "diag/suggest.hpp"

#include <algorithm>
#include <cstdlib>

namespace retort::compiler::diag {
namespace {

constexpr std::size_t max_length = 200;  // longer names are not worth a guess

char fold(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), previous(b.size() + 1), current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t cost = fold(a[i - 1]) == fold(b[j - 1]) ? 0 : 1;
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost});
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

std::optional<std::string> suggest(std::string_view wrong,
                                   const std::vector<std::string>& candidates) {
  if (wrong.empty() || wrong.size() > max_length) return std::nullopt;
  const std::string* best = nullptr;
  std::size_t best_distance = 0;
  for (const std::string& candidate : candidates) {
    if (candidate.empty() || candidate.size() > max_length) continue;
    const std::size_t longer = std::max(wrong.size(), candidate.size());
    const std::size_t shorter = std::min(wrong.size(), candidate.size());
    const std::size_t limit = std::max<std::size_t>(1, longer / 3);
    if (longer - shorter > limit || (best != nullptr && longer - shorter >= best_distance))
      continue;
    const std::size_t found = distance(wrong, candidate);
    if (found > limit || (best != nullptr && found >= best_distance)) continue;
    best = &candidate;
    best_distance = found;
  }
  if (best == nullptr) return std::nullopt;
  return *best;
}

}  // namespace retort::compiler::diag
