// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The shape of the ordered graph. In: drafts in chain order. Out: nothing but diagnostics, for more
// than one base, more than one head, and parents that say nothing new.
#include <algorithm>
#include <numeric>

#include "chain/linking.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;
using Indices = std::vector<std::uint32_t>;

// Which revisions hang together, over their parents.
class Components {
 public:
  explicit Components(const std::vector<Draft>& drafts) : root_(drafts.size()) {
    std::iota(root_.begin(), root_.end(), 0u);
    for (std::uint32_t i = 0; i < drafts.size(); ++i) {
      for (const std::uint32_t parent : drafts[i].revision.parents) {
        const std::uint32_t a = of(i), b = of(parent);
        root_[std::max(a, b)] = std::min(a, b);
      }
    }
  }

  std::uint32_t of(std::uint32_t revision) {
    while (root_[revision] != revision) {
      root_[revision] = root_[root_[revision]];
      revision = root_[revision];
    }
    return revision;
  }

 private:
  Indices root_;
};

// A message that can stand inside double quotes in any shell, or the id.
std::string name_for_message(const Revision& revision) {
  const std::string& text = revision.message;
  const bool plain =
      !text.empty() && text.size() <= 40 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == ' ' || c == '_' || c == '-' || c == ',' || c == '.';
      });
  return plain ? "'" + text + "'" : revision.id;
}

class Shape {
 public:
  Shape(const std::vector<Draft>& drafts, Linking& linking)
      : drafts_(drafts), linking_(linking), children_(children_of(drafts)), components_(drafts) {}

  void check() {
    Indices bases, heads;
    std::size_t ends = 0;
    for (std::uint32_t i = 0; i < drafts_.size(); ++i) {
      ends += (drafts_[i].revision.parents.empty() ? 1u : 0u) + (children_[i].empty() ? 1u : 0u);
      if (!drafts_[i].attached) continue;
      if (drafts_[i].revision.parents.empty()) bases.push_back(i);
      if (children_[i].empty() && !drafts_[i].id_broken) heads.push_back(i);
    }
    // What is locked stays where it is: the other one is asked to move.
    const auto locked_first = [this](std::uint32_t a, std::uint32_t b) {
      return is_locked(a) && !is_locked(b);
    };
    std::stable_sort(bases.begin(), bases.end(), locked_first);
    std::stable_sort(heads.begin(), heads.end(), locked_first);
    heads_ = heads;
    if (ends != 2) linking_.ok = false;  // whether or not something else explains it
    check_bases(bases);
    const bool parents_known = std::none_of(
        drafts_.begin(), drafts_.end(), [](const Draft& draft) { return draft.parents_broken; });
    if (!linking_.unreadable && parents_known) check_heads();
  }

 private:
  const Revision& at(std::uint32_t index) const { return drafts_[index].revision; }
  bool is_locked(std::uint32_t index) const { return linking_.lock.find(at(index).id) != nullptr; }

  void check_bases(const Indices& bases) {
    if (bases.size() <= 1 + linking_.displaced) return;
    const bool nobody_says = std::none_of(drafts_.begin(), drafts_.end(),
                                          [](const Draft& draft) { return draft.says_parents; });
    if (nobody_says) {
      report_no_parents(bases);
      return;
    }
    for (std::size_t i = 1; i < bases.size(); ++i) {
      const Revision& first = at(bases[0]);
      const Revision& second = at(bases[i]);
      auto builder =
          linking_.error(Kind::multiple_bases, second.revises_span, {first.id, second.id});
      builder.note(first.revises_span, "the other base is here").revision(second.id);
      if (is_locked(bases[i]) || drafts_[bases[i]].id_broken) continue;
      builder.help("put one after the other:  retort rebase " + second.id + " --onto " +
                   at(head_before(bases[i - 1], bases[i])).id);
    }
  }

  // Where base `next` can be moved: behind the last head of the part of the graph that hangs on
  // `base`; behind `base` itself where both lead to the same revision.
  std::uint32_t head_before(std::uint32_t base, std::uint32_t next) {
    if (components_.of(base) == components_.of(next)) return base;
    std::uint32_t result = base;
    for (const std::uint32_t head : heads_) {
      if (components_.of(head) == components_.of(base)) result = std::max(result, head);
    }
    return result;
  }

  // A folder of another tool, most likely, whose order is in the file names.
  void report_no_parents(const Indices& bases) {
    const Revision& first = at(bases[0]);
    const Revision& second = at(bases[1]);
    linking_.error(Kind::multiple_bases, second.revises_span, {first.id, second.id})
        .note(first.revises_span, "no file has a line '-- Revises: <parent>'")
        .help("in layout 'retort' each file but the first names its parent; here:")
        .help("    -- Revises: " + first.id)
        .help(
            "or let numbers in the file names make the order ('0001_name.sql'):  "
            "LAYOUT numbered  or  --layout numbered")
        .revision(second.id);
  }

  void check_heads() {
    std::vector<Indices> heads_of(drafts_.size());
    for (const std::uint32_t head : heads_) heads_of[components_.of(head)].push_back(head);
    for (const Indices& heads : heads_of) {
      const std::size_t explained = std::max<std::size_t>(1, linking_.loose_ends);
      if (heads.size() <= explained + linking_.displaced) continue;
      for (std::size_t i = 1; i < heads.size(); ++i) report_heads(heads[i - 1], heads[i]);
    }
  }

  // The first revision of the branch that ends in `head`: behind a fork, at a merge or at a base.
  std::uint32_t branch_start(std::uint32_t head) const {
    while (at(head).parents.size() == 1 && children_[at(head).parents[0]].size() == 1) {
      head = at(head).parents[0];
    }
    return head;
  }

  void report_heads(std::uint32_t first, std::uint32_t second) {
    const std::uint32_t first_start = branch_start(first);
    const std::uint32_t second_start = branch_start(second);
    const Revision& one = at(first_start);
    const Revision& other = at(second_start);
    const bool same_fork = one.parents.size() == 1 && one.parents == other.parents;
    if (same_fork) {
      const std::string text = "revision '" + one.id + "' and revision '" + other.id +
                               "' both revise '" + at(one.parents[0]).id + "'";
      auto builder = linking_.error(Kind::multiple_heads, other.parent_spans[0], {text});
      if (first_start == first) {
        builder.note(one.parent_spans[0], "the other head is here");
      } else {
        builder.note(one.parent_spans[0], "the other branch begins here");
        builder.note(at(first).revises_span, "and ends in head '" + at(first).id + "'");
      }
      if (second_start != second) {
        builder.note(at(second).revises_span, "this branch ends in head '" + at(second).id + "'");
      }
      add_help(builder, first, second);
      return;
    }
    const std::string text = "revisions '" + at(first).id + "' and '" + at(second).id +
                             "' are both heads: no revision revises them";
    auto builder = linking_.error(Kind::multiple_heads, at(second).revises_span, {text});
    builder.note(at(first).revises_span, "the other head is here");
    add_help(builder, first, second);
  }

  void add_help(diag::Diagnostics::Builder& builder, std::uint32_t first, std::uint32_t second) {
    const std::uint32_t start = branch_start(second);
    builder.revision(at(second).id);
    const bool can_move = at(start).parents.size() == 1 && !is_locked(start);
    if (can_move) {
      builder.help("put one after the other:  retort rebase " + at(start).id + " --onto " +
                   at(first).id);
    }
    builder.help((can_move ? std::string("or join them:             ") : "join them:  ") +
                 "retort merge -m \"join " + name_for_message(at(first)) + " and " +
                 name_for_message(at(second)) + "\"");
  }

  const std::vector<Draft>& drafts_;
  Linking& linking_;
  std::vector<Indices> children_;
  Components components_;
  Indices heads_;
};

// For a merge, the parents that are ancestors of another parent. One walk up from all parents, not
// below the lowest of them.
class RedundantParents {
 public:
  RedundantParents(const std::vector<Draft>& drafts, Linking& linking)
      : drafts_(drafts), linking_(linking), seen_by_(drafts.size(), 0), origin_(drafts.size()) {}

  void check() {
    for (std::uint32_t i = 0; i < drafts_.size(); ++i) {
      if (drafts_[i].revision.parents.size() > 1) check_merge(i);
    }
  }

 private:
  void check_merge(std::uint32_t merge) {
    const Revision& revision = drafts_[merge].revision;
    const std::uint32_t lowest =
        *std::min_element(revision.parents.begin(), revision.parents.end());
    Indices pending;
    for (const std::uint32_t parent : revision.parents) visit(parent, parent, merge, pending);
    while (!pending.empty()) {
      const std::uint32_t at = pending.back();
      pending.pop_back();
      if (at > lowest) visit(at, origin_[at], merge, pending);
    }
    for (std::size_t k = 0; k < revision.parents.size(); ++k) {
      const std::uint32_t parent = revision.parents[k];
      if (seen_by_[parent] == merge) report(revision, k, drafts_[origin_[parent]].revision.id);
    }
  }

  void visit(std::uint32_t from, std::uint32_t origin, std::uint32_t merge, Indices& pending) {
    for (const std::uint32_t parent : drafts_[from].revision.parents) {
      if (seen_by_[parent] == merge) continue;
      seen_by_[parent] = merge;  // never 0: a merge has parents before it
      origin_[parent] = origin;
      pending.push_back(parent);
    }
  }

  void report(const Revision& revision, std::size_t which, const std::string& below) {
    std::string rest;
    for (std::size_t k = 0; k < revision.parents.size(); ++k) {
      if (k == which) continue;
      rest += (rest.empty() ? "" : ", ") + drafts_[revision.parents[k]].revision.id;
    }
    const std::string& parent = drafts_[revision.parents[which]].revision.id;
    linking_.error(Kind::redundant_parent, revision.parent_spans[which], {parent, below})
        .help("leave it out:  -- Revises: " + rest)
        .revision(revision.id);
  }

  const std::vector<Draft>& drafts_;
  Linking& linking_;
  Indices seen_by_;
  Indices origin_;
};

}  // namespace

void check_shape(const std::vector<Draft>& drafts, Linking& linking) {
  Shape(drafts, linking).check();
  RedundantParents(drafts, linking).check();
}

}  // namespace retort::compiler::chain
