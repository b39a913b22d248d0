// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What the command lines need beyond one revision: ranges, ancestors, and ids short enough to type.
// A file of its own, so that other programs do not link it.
#include "retort/revision.hpp"
#include "src/plan.hpp"
#include "src/text.hpp"

namespace retort {

std::vector<bool> ancestors_of(const Chain& chain, std::uint32_t index) {
  const detail::Marks marks = detail::mark_ancestors(chain, index);
  return std::vector<bool>(marks.begin(), marks.end());
}

Status resolve_range(const Chain& chain, std::string_view range, const Standing* standing,
                     std::uint32_t& from, std::uint32_t& to) {
  const auto colon = range.find(':');
  if (colon == range.npos) {
    return detail::fail(Code::invalid_argument, "'%' is not a range; write '%:' or ':%'", range,
                        range, range);
  }
  const std::string_view first = range.substr(0, colon);
  const std::string_view last = range.substr(colon + 1);
  Status status = resolve(chain, first.empty() ? "base" : first, standing, from);
  return status.ok() ? resolve(chain, last.empty() ? "head" : last, standing, to)
                     : std::move(status);
}

std::string_view short_id(const Chain& chain, std::uint32_t index, std::size_t minimum) noexcept {
  const std::string_view id = chain.revisions[index].id;
  std::size_t length = minimum < id.size() ? minimum : id.size();
  for (std::uint32_t i = 0; i < chain.revision_count; ++i) {
    if (i == index) continue;
    const std::string_view other = chain.revisions[i].id;
    while (length < id.size() && other.substr(0, length) == id.substr(0, length)) ++length;
  }
  return id.substr(0, length);
}

}  // namespace retort
