// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Rows to revisions. In: what another tool wrote, and a chain. Out: which revisions are applied, or
// why that cannot be said: failed and unknown rows, holes.
#include "adopt/match.hpp"

#include <algorithm>
#include <cstdint>

#include "src/text.hpp"

namespace retort::detail {
namespace {

constexpr std::size_t max_problems = 20;
constexpr std::size_t max_unknown = 1000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view without_zeros(std::string_view digits) {
  const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size());
  return digits.substr(first);
}

// The next part of a version, as a number without leading zeros, or false where `text` is none.
bool take_part(std::string_view& text, std::string_view& part) {
  std::size_t end = 0;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end == 0) return false;
  part = without_zeros(text.substr(0, end));
  text.remove_prefix(end);
  if (text.empty()) return true;
  if (text[0] != '.' && text[0] != '_') return false;
  text.remove_prefix(1);
  return !text.empty();
}

// Two versions of any length: -1, 0, 1; 2 where one is none. Parts that are missing are 0.
int compare_versions(std::string_view a, std::string_view b) {
  int result = 0;
  do {
    std::string_view left, right;
    if (!a.empty() && !take_part(a, left)) return 2;
    if (!b.empty() && !take_part(b, right)) return 2;
    if (result != 0) continue;  // the rest must be a version too
    if (left.size() != right.size()) {
      result = left.size() < right.size() ? -1 : 1;
    } else if (const int order = left.compare(right); order != 0) {
      result = order < 0 ? -1 : 1;
    }
  } while (!a.empty() || !b.empty());
  return result;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::string as_id(std::string_view name) {
  std::string id(name);
  for (char& c : id) {
    const bool fits = is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.';
    if (!fits) c = '_';
  }
  return id;
}

// `a` is a revision's, `b` the other tool's.
bool same_id(Compare compare, std::string_view a, std::string_view b) {
  if (a == b) return true;
  switch (compare) {
    case Compare::exact:
      return false;
    case Compare::name:
      return a == as_id(b);
    case Compare::number:
      return all_digits(a) && all_digits(b) && without_zeros(a) == without_zeros(b);
    case Compare::version:
      return !a.empty() && !b.empty() && compare_versions(a, b) == 0;
  }
  return false;
}

class Matcher {
 public:
  Matcher(const Reading& reading, const Chain& chain, Marks& marks)
      : reading_(reading), tool_(*reading.tool), chain_(chain), marks_(marks) {}

  ForeignLedger run() {
    marks_.assign(chain_.revision_count, '\0');
    result_.tool = tool_.name;
    const bool pragma = reading_.table.name.empty();
    result_.table = pragma ? "PRAGMA user_version" : reading_.shown();
    if (tool_.meaning == Meaning::names_only) {
      result_.at = "with a history that retort does not read";
      problem(format("what % has applied cannot be read from %", result_.tool, result_.table));
      return std::move(result_);
    }
    for (const Entry& entry : reading_.entries) take(entry);
    describe();
    if (tool_.meaning == Meaning::set) find_holes();
    if (hidden_ != 0) {
      result_.problems.push_back(format("and % more", static_cast<std::uint64_t>(hidden_)));
    }
    for (std::uint32_t i = 0; i < chain_.revision_count; ++i) {
      if (marks_[i] != '\0') result_.applied.emplace_back(chain_.revisions[i].id);
    }
    return std::move(result_);
  }

 private:
  void problem(std::string text) {
    if (result_.problems.size() < max_problems) {
      result_.problems.push_back(std::move(text));
    } else {
      ++hidden_;
    }
  }

  // base_index where there is none; a text that two revisions could be is neither.
  std::uint32_t find(std::string_view id) {
    if (next_ < chain_.revision_count && chain_.revisions[next_].id == id) return next_++;
    const std::uint32_t exact = find_revision(chain_, id);
    if (exact != base_index) next_ = exact + 1;
    if (exact != base_index || tool_.compare == Compare::exact) return exact;
    std::uint32_t found = base_index;
    for (std::uint32_t i = 0; i < chain_.revision_count; ++i) {
      if (!same_id(tool_.compare, chain_.revisions[i].id, id)) continue;
      if (found != base_index) return base_index;
      found = i;
    }
    return found;
  }

  void take(const Entry& entry) {
    switch (entry.state) {
      case State::ignored:
        return;
      case State::failed:
        problem(failure(entry));
        return;
      case State::up_to_here:
        take_everything_up_to(entry.id);
        return;
      case State::taken_back:
      case State::applied:
        break;
    }
    const std::uint32_t index = find(entry.id);
    const bool applied = entry.state == State::applied;
    if (index == base_index) {
      take_unknown(entry.id, applied);
    } else if (tool_.meaning == Meaning::heads) {
      mark_with_ancestors(index);
    } else {
      marks_[index] = applied ? '\1' : '\0';
    }
  }

  // The last row of an id decides, also of one that the chain does not have.
  void take_unknown(const std::string& id, bool applied) {
    const auto known = std::find(unknown_.begin(), unknown_.end(), id);
    if (!applied) {
      if (known != unknown_.end()) unknown_.erase(known);
    } else if (known == unknown_.end()) {
      if (unknown_.size() < max_unknown) {
        unknown_.push_back(id);
      } else {
        ++hidden_;
      }
    }
  }

  void mark_with_ancestors(std::uint32_t index) {
    const Marks ancestors = mark_ancestors(chain_, index);
    for (std::size_t i = 0; i < ancestors.size(); ++i) {
      if (ancestors[i] != '\0') marks_[i] = '\1';
    }
  }

  void take_everything_up_to(const std::string& id) {
    if (const std::uint32_t index = find(id); index != base_index) {
      mark_with_ancestors(index);
    } else if (reading_.table.name.empty()) {
      take_count(id);
    } else if (tool_.name == "golang-migrate") {
      unknown_.push_back(id);
    } else {
      // A baseline stands for what came before it; its own version need not be a migration.
      for (std::uint32_t i = 0; i < chain_.revision_count; ++i) {
        const int order = compare_versions(chain_.revisions[i].id, id);
        if (order == -1 || order == 0) marks_[i] = '\1';
      }
    }
  }

  // user_version as the number of migrations that were applied.
  void take_count(std::string_view number) {
    const std::int64_t count = take_number(number);
    if (count >= 1 && count <= static_cast<std::int64_t>(chain_.revision_count)) {
      mark_with_ancestors(static_cast<std::uint32_t>(count - 1));
    } else {
      problem(format("the chain has % revisions and none is called %", chain_.revision_count,
                     reading_.entries[0].id));
    }
  }

  std::string failure(const Entry& entry) const {
    if (tool_.name != "golang-migrate") {
      return format("'%' failed half-way; repair the schema and the row in %", entry.id,
                    result_.table);
    }
    return format(
        "version % is dirty: it was applied half-way, or the one behind it was reverted half-way; "
        "repair the schema, then run `migrate force`",
        entry.id);
  }

  void describe() {
    for (const std::string& id : unknown_) {
      problem(format("'%' is applied, and the chain has no such revision", id));
    }
    std::string at;
    if (tool_.meaning == Meaning::heads) {
      for (const Entry& entry : reading_.entries) at += (at.empty() ? "'" : ", '") + entry.id + "'";
    } else if (!unknown_.empty()) {
      at = "'" + unknown_.back() + "'";
    } else if (const std::size_t last = marks_.rfind('\1'); last != Marks::npos) {
      at = "'" + std::string(chain_.revisions[last].id) + "'";
    }
    result_.empty = at.empty() && result_.problems.empty();
    if (!at.empty()) {
      result_.at = "at " + at;
    } else {
      result_.at = result_.empty ? "with nothing applied" : "with a migration that failed";
    }
  }

  // What is not applied although something that revises it is.
  void find_holes() {
    std::string reported(chain_.revision_count, '\0');
    for (std::uint32_t i = 0; i < chain_.revision_count; ++i) {
      const Revision& revision = chain_.revisions[i];
      for (std::uint32_t p = 0; marks_[i] != '\0' && p < revision.parent_count; ++p) {
        const std::uint32_t parent = revision.parents[p];
        if (marks_[parent] != '\0' || reported[parent] != '\0') continue;
        reported[parent] = '\1';
        problem(format("'%' is not applied, but '%' is, which comes after it",
                       chain_.revisions[parent].id, revision.id));
      }
    }
  }

  const Reading& reading_;
  const Tool& tool_;
  const Chain& chain_;
  Marks& marks_;
  ForeignLedger result_;
  std::vector<std::string> unknown_;
  std::uint32_t next_ = 0;  // rows nearly always come in the order of the chain
  std::size_t hidden_ = 0;  // problems behind the first ones
};

}  // namespace

ForeignLedger match(const Reading& reading, const Chain& chain, Marks& marks) {
  if (reading.tool != nullptr) return Matcher(reading, chain, marks).run();
  ForeignLedger result;
  result.table = reading.table.shown();
  result.at = "with columns that no known tool has";
  std::string columns;
  for (const std::string& column : reading.table.columns) {
    columns += (columns.empty() ? "" : ", ") + column;
  }
  result.problems.push_back(format("% has the columns %", result.table, columns));
  return result;
}

}  // namespace retort::detail
