// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Topological order (Kahn, with a heap so that ties go by file name) and the cycles that are left.
// In: drafts by file name with parents as indices. Out: the same in chain order.
#include <algorithm>
#include <functional>
#include <limits>
#include <queue>

#include "chain/linking.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;
using Indices = std::vector<std::uint32_t>;

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t max_steps_shown = 12;

// The revisions that can be ordered, parents before children.
Indices topological(const std::vector<Draft>& drafts) {
  const auto children = children_of(drafts);
  std::vector<std::size_t> waiting(drafts.size());
  std::priority_queue<std::uint32_t, Indices, std::greater<>> ready;
  for (std::uint32_t i = 0; i < drafts.size(); ++i) {
    waiting[i] = drafts[i].revision.parents.size();
    if (waiting[i] == 0) ready.push(i);
  }
  Indices order;
  order.reserve(drafts.size());
  while (!ready.empty()) {
    const std::uint32_t next = ready.top();
    ready.pop();
    order.push_back(next);
    for (const std::uint32_t child : children[next]) {
      if (--waiting[child] == 0) ready.push(child);
    }
  }
  return order;
}

// For each revision that could not be ordered, a parent that could not either: following these
// leads into a cycle.
Indices blocked_parents(const std::vector<Draft>& drafts, const std::vector<bool>& ordered) {
  Indices blocked(drafts.size(), none);
  for (std::uint32_t i = 0; i < drafts.size(); ++i) {
    if (ordered[i]) continue;
    for (const std::uint32_t parent : drafts[i].revision.parents) {
      if (!ordered[parent]) blocked[i] = blocked[i] == none ? parent : blocked[i];
    }
  }
  return blocked;
}

// Each cycle once, as the path from the revision with the first file name along its parents.
std::vector<Indices> find_cycles(const Indices& blocked) {
  std::vector<Indices> cycles;
  Indices seen_from(blocked.size(), none);
  for (std::uint32_t start = 0; start < blocked.size(); ++start) {
    std::uint32_t at = start;
    while (blocked[at] != none && seen_from[at] == none) {
      seen_from[at] = start;
      at = blocked[at];
    }
    if (blocked[at] == none || seen_from[at] != start) continue;  // an earlier walk's cycle
    Indices cycle;
    const std::uint32_t entry = at;
    do {
      cycle.push_back(at);
      at = blocked[at];
    } while (at != entry);
    std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
    cycles.push_back(std::move(cycle));
  }
  return cycles;
}

source::Span span_of_parent(const Revision& revision, std::uint32_t parent) {
  const auto found = std::find(revision.parents.begin(), revision.parents.end(), parent);
  return revision.parent_spans[static_cast<std::size_t>(found - revision.parents.begin())];
}

// `onto` is a revision outside of all cycles, where there is one.
void report_cycle(const std::vector<Draft>& drafts, const Indices& cycle, bool no_base,
                  const Revision* onto, Linking& linking) {
  const Revision& first = drafts[cycle.front()].revision;
  const source::Span place = span_of_parent(first, cycle[cycle.size() > 1 ? 1 : 0]);
  auto builder = no_base ? linking.error(Kind::no_base, place)
                         : linking.error(Kind::revision_cycle, place, {first.id});
  builder.revision(first.id);
  for (std::size_t i = 1; i < cycle.size(); ++i) {
    const Revision& step = drafts[cycle[i]].revision;
    const std::uint32_t parent = cycle[(i + 1) % cycle.size()];
    const bool last_shown = i == max_steps_shown && i + 1 < cycle.size();
    const std::size_t rest = cycle.size() - i - 1;
    builder.note(span_of_parent(step, parent),
                 "'" + step.id + "' revises '" + drafts[parent].revision.id + "'" +
                     (last_shown ? ", and so on: " + std::to_string(rest) + " more" : ""));
    if (last_shown) break;
  }
  if (onto == nullptr) {
    builder.help("make one of them the base, in " + first.path + ":  -- Revises:");
  } else {
    builder.help("let one of them revise another one:  retort rebase " + first.id + " --onto " +
                 onto->id);
  }
}

void report_cycles(const std::vector<Draft>& drafts, const Indices& order,
                   const std::vector<bool>& ordered, Linking& linking) {
  const Revision* onto = order.empty() ? nullptr : &drafts[order.back()].revision;
  const bool has_base = std::any_of(drafts.begin(), drafts.end(),
                                    [](const Draft& draft) { return draft.parents.empty(); });
  bool no_base = !has_base && linking.loose_ends == 0 && !linking.unreadable;
  for (const Indices& cycle : find_cycles(blocked_parents(drafts, ordered))) {
    ++linking.loose_ends;
    report_cycle(drafts, cycle, no_base && cycle.size() > 1, onto, linking);
    no_base = no_base && cycle.size() == 1;
  }
}

// Puts the drafts into `order`. Parents that would stand behind their children are dropped.
void apply_order(std::vector<Draft>& drafts, const Indices& order) {
  Indices position(drafts.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) position[order[i]] = i;
  std::vector<Draft> result;
  result.reserve(drafts.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    Draft& draft = result.emplace_back(std::move(drafts[order[i]]));
    Revision& revision = draft.revision;
    std::size_t kept = 0;
    for (std::size_t k = 0; k < revision.parents.size(); ++k) {
      const std::uint32_t parent = position[revision.parents[k]];
      if (parent >= i) continue;
      revision.parents[kept] = parent;
      revision.parent_spans[kept] = revision.parent_spans[k];
      ++kept;
      draft.attached = draft.attached && result[parent].attached;
    }
    if (kept < revision.parents.size()) draft.attached = false;
    revision.parents.resize(kept);
    revision.parent_spans.resize(kept);
  }
  drafts = std::move(result);
}

}  // namespace

void order_revisions(std::vector<Draft>& drafts, Linking& linking) {
  Indices order = topological(drafts);
  if (order.size() < drafts.size()) {
    std::vector<bool> ordered(drafts.size(), false);
    for (const std::uint32_t index : order) ordered[index] = true;
    report_cycles(drafts, order, ordered, linking);
    for (std::uint32_t i = 0; i < drafts.size(); ++i) {
      if (!ordered[i]) order.push_back(i);
    }
  }
  apply_order(drafts, order);
}

}  // namespace retort::compiler::chain
