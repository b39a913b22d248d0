// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Range texts in, one flag per revision out. What a single end means is retort/revision.hpp's
// business.
#include "cli/range.hpp"

#include "cli/text.hpp"

namespace retort::cli {

Status resolve_one(const Graph& graph, std::string_view text, const Standing* standing,
                   std::uint32_t& index) {
  const auto heads = graph.heads();
  const bool names_head = text.substr(0, 4) == "head";
  if (names_head && heads.size() > 1) {
    std::vector<std::string_view> ids;
    for (const std::uint32_t head : heads) ids.push_back(graph.revision(head).id);
    return Status(Code::invalid_argument, "the chain has " + std::to_string(heads.size()) +
                                              " heads, name one of them: " + joined(ids));
  }
  return resolve(graph.chain(), text, standing, index);
}

Status select_range(const Graph& graph, std::string_view text, const Standing* standing,
                    std::vector<bool>& selected) {
  selected.assign(graph.size(), true);
  if (text.empty()) return {};
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) {
    const std::string name = printable(text);
    return Status(Code::invalid_argument, in_quotes(text) + " is not a range: write " + name +
                                              ":, :" + name + " or " + name + ":head");
  }
  const std::string_view lower = text.substr(0, colon);
  const std::string_view upper = text.substr(colon + 1);
  std::uint32_t index = base_index;
  if (!upper.empty()) {
    if (Status status = resolve_one(graph, upper, standing, index); !status.ok()) return status;
    selected = ancestors_of(graph.chain(), index);
  }
  if (lower.empty()) return {};
  std::uint32_t first = base_index;
  if (Status status = resolve_one(graph, lower, standing, first); !status.ok()) return status;
  if (first == base_index) return {};
  if (!selected[first]) {
    const std::string end = index == base_index ? "'base'" : in_quotes(graph.revision(index).id);
    return Status(Code::invalid_argument,
                  in_quotes(graph.revision(first).id) + " is not below " + end);
  }
  const std::vector<bool> behind = graph.with_descendants(first);
  for (std::uint32_t i = 0; i < graph.size(); ++i) selected[i] = selected[i] && behind[i];
  return {};
}

std::string message_of(const Graph& graph, const Status& status) {
  std::string text = printable(status.to_string());
  constexpr std::string_view start = "unknown revision '";
  const bool known_form = std::string_view(text).substr(0, start.size()) == start;
  if (status.code() != Code::unknown_revision || !known_form) return text;
  const std::string name = text.substr(start.size(), text.rfind('\'') - start.size());
  std::vector<std::string_view> ids;
  for (std::uint32_t i = 0; i < graph.size(); ++i) ids.push_back(graph.revision(i).id);
  if (const auto close = nearest(name, ids)) text += "; did you mean " + in_quotes(*close) + "?";
  return text;
}

}  // namespace retort::cli
