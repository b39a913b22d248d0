// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// REV to an index into the chain: text and, for what is relative to the database, where it stands.
// Pure functions; every error lists what the reader can type instead.
#include <utility>

#include "retort/revision.hpp"
#include "src/text.hpp"

namespace retort {
namespace {

using detail::append_quoted;
using detail::concat;
using detail::Number;

// A target taken apart: [label@][symbol][±steps].
struct Address {
  std::string_view whole;
  std::string_view label;
  std::string_view symbol;
  std::int64_t steps = 0;
  bool relative = false;
};

Status invalid(std::initializer_list<std::string_view> parts) {
  return {Code::invalid_argument, concat(parts)};
}

Status unknown(std::string_view what, std::string_view name) {
  return {Code::unknown_revision, concat({"unknown ", what, " '", name, "'"})};
}

bool parse(std::string_view text, Address& address) {
  address.whole = text;
  if (const auto at = text.find('@'); at != text.npos) {
    address.label = text.substr(0, at);
    text.remove_prefix(at + 1);
    if (address.label.empty() || text.empty()) return false;
  }
  const auto sign = text.find_first_of("+-");
  address.symbol = text.substr(0, sign);
  if (sign == text.npos) return !text.empty();
  std::string_view digits = text.substr(sign + 1);
  const std::int64_t steps = detail::take_number(digits);
  address.relative = true;
  address.steps = text[sign] == '-' ? -steps : steps;
  return steps >= 0 && digits.empty();
}

class Resolver {
 public:
  Resolver(const Chain& chain, const Standing* standing, const Address& address)
      : chain_(chain), standing_(standing), address_(address) {}

  Status run(std::uint32_t& index) {
    if (!address_.label.empty()) {
      if (Status status = mark_line(); !status.ok()) return status;
    }
    Status status = start(index);
    if (!status.ok() || !address_.relative) return status;
    return walk(index);
  }

 private:
  const Revision& at(std::uint32_t index) const { return chain_.revisions[index]; }
  std::string_view name(std::uint32_t index) const {
    return index == base_index ? std::string_view("base") : at(index).id;
  }
  bool in_line(std::uint32_t index) const { return line_.empty() || line_[index]; }

  bool revises(std::uint32_t index, std::uint32_t parent) const {
    if (parent == base_index) return at(index).parent_count == 0;
    for (std::uint32_t i = 0; i < at(index).parent_count; ++i) {
      if (at(index).parents[i] == parent) return true;
    }
    return false;
  }

  std::uint32_t count_children(std::uint32_t parent) const {
    std::uint32_t count = 0;
    for (std::uint32_t i = 0; i < chain_.revision_count; ++i) count += revises(i, parent);
    return count;
  }

  std::uint32_t find_label(std::string_view label) const {
    for (std::uint32_t i = 0; i < chain_.revision_count; ++i) {
      for (std::uint32_t k = 0; k < at(i).branch_label_count; ++k) {
        if (at(i).branch_labels[k] == label) return i;
      }
    }
    return base_index;
  }

  // A label holds for all descendants and for the ancestors up to the branch point.
  Status mark_line() {
    const std::uint32_t labelled = find_label(address_.label);
    if (labelled == base_index) return unknown("branch label", address_.label);
    line_.assign(chain_.revision_count, false);
    line_[labelled] = true;
    for (std::uint32_t i = labelled + 1; i < chain_.revision_count; ++i) {
      for (std::uint32_t k = 0; k < at(i).parent_count; ++k) {
        if (line_[at(i).parents[k]]) line_[i] = true;
      }
    }
    std::uint32_t first = labelled;
    while (at(first).parent_count == 1 && count_children(at(first).parents[0]) == 1) {
      first = at(first).parents[0];
      line_[first] = true;
    }
    line_base_ = at(first).parent_count == 1 ? at(first).parents[0] : base_index;
    return {};
  }

  Status current(std::uint32_t& index) const {
    if (standing_ == nullptr) return invalid({"'", address_.whole, "' needs a database"});
    std::string list;
    std::uint32_t count = 0;
    index = line_.empty() ? base_index : line_base_;
    for (std::uint32_t candidate : standing_->current) {
      if (!in_line(candidate)) continue;
      index = candidate;
      ++count;
      append_quoted(list, at(candidate).id);
    }
    if (count < 2) return {};
    return invalid(
        {"'", address_.whole, "' is ambiguous: the database is at ", list, "; name the revision"});
  }

  // The revision that `symbol` names, before any steps.
  Status start(std::uint32_t& index) const {
    const std::string_view symbol = address_.symbol;
    if (symbol.empty() || symbol == "current") return current(index);
    if (symbol == "base") {
      index = line_.empty() ? base_index : line_base_;
      return {};
    }
    if (symbol == "head" || symbol == "heads") {
      index = chain_.revision_count - 1;  // base_index where the chain is empty
      return {};
    }
    return find_symbol(symbol, index);
  }

  Status find_symbol(std::string_view symbol, std::uint32_t& index) const {
    index = find_revision(chain_, symbol);
    if (index == base_index) index = find_label(symbol);
    if (index == base_index) {
      std::uint32_t fits = 0;
      std::string list;
      for (std::uint32_t i = 0; i < chain_.revision_count; ++i) {
        if (at(i).id.substr(0, symbol.size()) != symbol) continue;
        index = i;
        if (++fits <= max_listed) append_quoted(list, at(i).id);
      }
      if (fits > 1) {
        return invalid({"'", symbol, "' fits ", Number(fits), " revisions: ", list,
                        fits > max_listed ? ", …" : ""});
      }
    }
    if (index == base_index) return unknown("revision", symbol);
    if (!in_line(index)) {
      return invalid({"revision '", at(index).id, "' is not on branch '", address_.label, "'"});
    }
    return {};
  }

  Status walk(std::uint32_t& index) const {
    const std::uint32_t from = index;
    for (std::int64_t left = address_.steps; left != 0; left += left > 0 ? -1 : 1) {
      std::uint32_t next = base_index;
      std::uint32_t count = 0;
      std::string list;
      if (left > 0) {
        for (std::uint32_t i = 0; i < chain_.revision_count; ++i) {
          if (revises(i, index) && in_line(i)) consider(i, next, count, list);
        }
      } else if (index != base_index) {
        for (std::uint32_t k = 0; k < at(index).parent_count; ++k) {
          const std::uint32_t parent = at(index).parents[k];
          if (in_line(parent) || parent == line_base_) consider(parent, next, count, list);
        }
        if (at(index).parent_count == 0) count = 1;  // the step from the first revision to the base
      }
      if (count == 0) return beyond(from, left);
      if (count > 1) {
        return invalid({"'", address_.whole, "': '", name(index), "' has ", Number(count),
                        left > 0 ? " children: " : " parents: ", list, "; name one of them"});
      }
      index = next;
    }
    return {};
  }

  void consider(std::uint32_t index, std::uint32_t& next, std::uint32_t& count,
                std::string& list) const {
    next = index;
    ++count;
    append_quoted(list, at(index).id);
    if (!at(index).message.empty()) list += concat({" (", at(index).message, ")"});
  }

  Status beyond(std::uint32_t from, std::int64_t left) const {
    return invalid({"'", address_.whole, "' goes ", Number(left > 0 ? left : -left), " beyond the ",
                    left > 0 ? "head" : "base", ", counted from '", name(from), "'"});
  }

  static constexpr std::uint32_t max_listed = 8;

  const Chain& chain_;
  const Standing* standing_;
  const Address& address_;
  std::vector<bool> line_;  // empty: no label
  std::uint32_t line_base_ = base_index;
};

}  // namespace

Status resolve(const Chain& chain, std::string_view target, const Standing* standing,
               std::uint32_t& index) {
  Address address;
  // An id may hold '.' and '_' but none of "@+-:", so that the parts never overlap.
  if (!parse(target, address)) return invalid({"'", target, "' is not a revision"});
  return Resolver(chain, standing, address).run(index);
}

Status resolve_range(const Chain& chain, std::string_view range, const Standing* standing,
                     std::uint32_t& from, std::uint32_t& to) {
  const auto colon = range.find(':');
  if (colon == range.npos) {
    return invalid({"'", range, "' is not a range; write '", range, ":' or ':", range, "'"});
  }
  const std::string_view first = range.substr(0, colon);
  const std::string_view last = range.substr(colon + 1);
  if (Status status = resolve(chain, first.empty() ? "base" : first, standing, from);
      !status.ok()) {
    return status;
  }
  return resolve(chain, last.empty() ? "head" : last, standing, to);
}

std::uint32_t find_revision(const Chain& chain, std::string_view id) noexcept {
  for (std::uint32_t i = 0; i < chain.revision_count; ++i) {
    if (chain.revisions[i].id == id) return i;
  }
  return base_index;
}

std::vector<bool> ancestors_of(const Chain& chain, std::uint32_t index) {
  std::vector<bool> marks(chain.revision_count, false);
  if (index == base_index) return marks;
  marks[index] = true;
  // Parents stand before their children: one pass from the end sees every child first.
  for (std::uint32_t i = index + 1; i-- > 0;) {
    if (!marks[i]) continue;
    const Revision& revision = chain.revisions[i];
    for (std::uint32_t k = 0; k < revision.parent_count; ++k) marks[revision.parents[k]] = true;
  }
  return marks;
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
