// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Compares the marks of statements. In: a section as it is and as it was locked. Out: the first
// statement that differs, or that was added, or the one behind which some are gone.
#include "chain/lock_change.hpp"

#include <algorithm>

#include "chain/hash.hpp"

namespace retort::compiler::chain {
namespace {

std::string count_of(std::size_t count) {
  return count == 1 ? "a statement" : std::to_string(count) + " statements";
}

// "3 were locked, 1 is left"
std::string then_and_now(std::size_t before, std::size_t now) {
  return std::to_string(before) + (before == 1 ? " was" : " were") + " locked, " +
         (now == 0 ? "none" : std::to_string(now)) + (now < 2 ? " is" : " are") + " left";
}

}  // namespace

std::string short_hash(const std::string& hash) { return hash.substr(hash.find(':') + 1, 8); }

Change find_change(const EngineBody& body, const LockedBody& locked) {
  const lex::TokenizedFile& file = body.up.file->tokens;
  const auto& now = body.up.part->statements;
  const auto marks = statement_marks(file, *body.up.part, max_locked_statements);
  const auto& old = locked.marks;
  const auto [here, there] = std::mismatch(marks.begin(), marks.end(), old.begin(), old.end());
  const auto first = static_cast<std::size_t>(here - marks.begin());
  const std::size_t before = locked.statement_count, after = now.size();
  const std::string engine = " for " + std::string(engine_name(body.engine));
  // Where statement `first` stands, else the last one, else the section.
  source::Span place =
      body.up.section != nullptr ? body.up.section->directive : file_start(*body.up.file);
  if (after > 0) place = file.span(now[std::min(first, after - 1)]);

  const bool all_marked = marks.size() == after && old.size() == before;
  const std::size_t tail = std::min(before, after) - std::min(first, std::min(before, after));
  const bool tail_kept =
      all_marked && before != after &&
      std::equal(marks.rbegin(), marks.rbegin() + static_cast<std::ptrdiff_t>(tail), old.rbegin());
  if (tail_kept && after > before) {
    return {count_of(after - before) + engine + (after - before == 1 ? " was" : " were") + " added",
            place};
  }
  if (tail_kept) {
    const std::string where = after == 0 ? "" : first > 0 ? " behind this one" : " in front";
    if (first > 0) place = file.span(now[first - 1]);
    return {count_of(before - after) + engine + (before - after == 1 ? " is" : " are") + " gone" +
                where + ": " + then_and_now(before, after),
            place};
  }
  if (first >= max_locked_statements) {
    return {"a statement behind number " + std::to_string(max_locked_statements) + engine +
                " is not the one that was locked",
            place};
  }
  return {"statement " + std::to_string(first + 1) + " of " + std::to_string(before) + engine +
              " is not the one that was locked",
          place};
}

}  // namespace retort::compiler::chain
