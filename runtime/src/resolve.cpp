// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// REV to an index into the chain: text and, for what is relative to the database, where it stands.
// Pure functions; every error lists what the reader can type instead.
#include "retort/revision.hpp"
#include "src/text.hpp"

namespace retort {
namespace {

using detail::fail;
using detail::format;

constexpr auto invalid = Code::invalid_argument;

class Resolver {
 public:
  Resolver(const Chain& chain, const Standing* standing, std::string_view target)
      : chain_(chain), standing_(standing), whole_(target) {}

  // [label@][symbol][±steps]: a symbol holds none of "@+-:", so that the parts never overlap.
  Status run(std::uint32_t& index) {
    std::string_view symbol = whole_;
    if (const auto at = symbol.find('@'); at != symbol.npos) {
      label_ = {symbol.data(), at};
      symbol.remove_prefix(at + 1);
      if (Status status = mark_line(); !status.ok()) return status;
    }
    const auto sign = symbol.find_first_of("+-");
    if (sign == symbol.npos) {
      return symbol.empty() ? not_a_revision() : start(symbol, index);
    }
    std::string_view digits = symbol;
    digits.remove_prefix(sign + 1);
    const std::int64_t steps = detail::take_number(digits);
    if (steps < 0 || !digits.empty()) return not_a_revision();
    Status status = start({symbol.data(), sign}, index);
    return status.ok() ? walk(symbol[sign] == '+', steps, index) : std::move(status);
  }

 private:
  const Revision& at(std::uint32_t index) const { return chain_.revisions[index]; }
  std::string_view name(std::uint32_t index) const {
    return index == base_index ? std::string_view("base") : at(index).id;
  }
  bool in_line(std::uint32_t index) const { return label_.empty() || line_[index] != 0; }
  Status not_a_revision() const { return fail(invalid, "'%' is not a revision", whole_); }

  bool revises(std::uint32_t index, std::uint32_t parent) const {
    if (parent == base_index) return at(index).parent_count == 0;
    for (std::uint32_t i = 0; i < at(index).parent_count; ++i) {
      if (at(index).parents[i] == parent) return true;
    }
    return false;
  }

  std::uint32_t find_label(std::string_view label) const {
    for (std::uint32_t i = 0; i < chain_.revision_count; ++i) {
      for (std::uint32_t k = 0; k < at(i).branch_label_count; ++k) {
        if (at(i).branch_labels[k] == label) return i;
      }
    }
    return base_index;
  }

  bool is_branch_point(std::uint32_t index) const {
    unsigned children = 0;
    for (std::uint32_t i = 0; i < chain_.revision_count; ++i) children += revises(i, index);
    return children > 1;
  }

  // A label holds for all descendants and for the ancestors up to the branch point.
  Status mark_line() {
    std::uint32_t index = find_label(label_);
    if (index == base_index)
      return fail(Code::unknown_revision, "unknown branch label '%'", label_);
    line_.assign(chain_.revision_count, 0);
    line_[index] = 1;
    for (std::uint32_t i = index + 1; i < chain_.revision_count; ++i) {
      for (std::uint32_t k = 0; k < at(i).parent_count; ++k) {
        if (line_[at(i).parents[k]] != 0) line_[i] = 1;
      }
    }
    while (at(index).parent_count == 1) {
      const std::uint32_t parent = at(index).parents[0];
      line_base_ = parent;
      if (is_branch_point(parent)) break;
      line_[parent] = 1;
      line_base_ = base_index;
      index = parent;
    }
    return {};
  }

  // The revision that `symbol` names.
  Status start(std::string_view symbol, std::uint32_t& index) {
    if (symbol.empty() || symbol == "current") return current(index);
    index = line_base_;
    if (symbol == "base") return {};
    index = chain_.revision_count - 1;  // base_index where the chain is empty
    if (symbol == "head" || symbol == "heads") return {};
    index = find_revision(chain_, symbol);
    if (index == base_index) index = find_label(symbol);
    if (index == base_index) {
      for (std::uint32_t i = 0; i < chain_.revision_count; ++i) {
        std::string_view id = at(i).id;
        if (detail::take(id, symbol)) consider(i, index);
      }
      if (found_ > 1) {
        return fail(invalid, "'%' fits % revisions: %", symbol, found_, candidates_);
      }
    }
    if (index == base_index) {
      return fail(Code::unknown_revision, "unknown revision '%'", symbol);
    }
    if (in_line(index)) return {};
    return fail(invalid, "revision '%' is not on branch '%'", at(index).id, label_);
  }

  Status current(std::uint32_t& index) {
    if (standing_ == nullptr) return fail(invalid, "'%' needs a database", whole_);
    index = line_base_;
    for (std::uint32_t candidate : standing_->current) {
      if (in_line(candidate)) consider(candidate, index);
    }
    if (found_ < 2) return {};
    return fail(invalid, "'%' is ambiguous: the database is at %; name one of them", whole_,
                candidates_);
  }

  Status walk(bool up, std::int64_t steps, std::uint32_t& index) {
    const std::string_view from = name(index);
    const char* const neighbours = up ? "children" : "parents";
    for (; steps > 0; --steps) {
      const std::uint32_t here = index;
      found_ = 0;
      candidates_.clear();
      if (!up && here != base_index && at(here).parent_count == 0) {
        index = base_index;
        continue;
      }
      for (std::uint32_t i = 0; i < chain_.revision_count; ++i) {
        const bool next = up ? revises(i, here) : here != base_index && revises(here, i);
        if (next && (in_line(i) || i == line_base_)) consider(i, index);
      }
      if (found_ == 0) {
        return fail(invalid, "'%' goes % beyond the %, counted from '%'", whole_, steps,
                    up ? "head" : "base", from);
      }
      if (found_ > 1) {
        return fail(invalid, "'%' is ambiguous: '%' has % %: %; name one of them", whole_,
                    name(here), found_, neighbours, candidates_);
      }
    }
    return {};
  }

  void consider(std::uint32_t candidate, std::uint32_t& index) {
    index = candidate;
    if (++found_ > max_listed) return;
    const Revision& revision = at(candidate);
    candidates_ += format(revision.message.empty() ? "%'%'" : "%'%' (%)", found_ > 1 ? ", " : "",
                          revision.id, revision.message);
  }

  static constexpr unsigned max_listed = 8;

  const Chain& chain_;
  const Standing* standing_;
  const std::string_view whole_;
  std::string_view label_;
  std::string line_;  // a mark for each revision, where there is a label
  std::uint32_t line_base_ = base_index;
  unsigned found_ = 0;
  std::string candidates_;
};

}  // namespace

Status resolve(const Chain& chain, std::string_view target, const Standing* standing,
               std::uint32_t& index) {
  return Resolver(chain, standing, target).run(index);
}

std::uint32_t find_revision(const Chain& chain, std::string_view id) noexcept {
  for (std::uint32_t i = 0; i < chain.revision_count; ++i) {
    if (chain.revisions[i].id == id) return i;
  }
  return base_index;
}

}  // namespace retort
