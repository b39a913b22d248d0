// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The lines of a plan: %pragma, @tag, and changes "name [requires] date planner <mail> # note". In:
// a file. Out: changes; of a name that stands twice the first one is reworked by the second.
#include "chain/sqitch_plan.hpp"

#include <algorithm>
#include <unordered_map>

namespace retort::compiler::chain {
namespace {

using diag::Kind;

constexpr std::string_view blanks = " \t\r\f\v";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return text.substr(0, 0);
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

class PlanReader {
 public:
  PlanReader(const source::SourceFile& file, diag::Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  std::vector<SqitchChange> run() {
    const std::string_view text = file_.text();
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      line(trimmed(text.substr(at, end - at)));
      at = end + 1;
    }
    return std::move(changes_);
  }

 private:
  void line(std::string_view text) {
    if (text.empty() || text.front() == '#' || text.front() == '%') return;
    if (text.front() == '+') text = trimmed(text.substr(1));  // deploy, as without it
    if (text.empty()) return;
    const std::string_view name = text.substr(0, text.find_first_of(" \t#["));
    if (name.front() == '@') {
      for (SqitchChange& change : changes_) tag(change, name);
      return;
    }
    if (name.empty() || name.front() == '-' || name.find('@') != std::string_view::npos) {
      diagnostics_
          .report(Kind::bad_plan, span_of(text.substr(0, std::max<std::size_t>(name.size(), 1))),
                  {"this is no line of a plan that can be followed"})
          .help("a line is  name [requires] date planner # note,  @tag,  %pragma  or  # comment");
      return;
    }
    add(name, text);
  }

  void add(std::string_view name, std::string_view text) {
    SqitchChange change;
    change.name = std::string(name);
    change.span = span_of(name);
    const std::size_t note = text.find('#');
    if (note != std::string_view::npos) change.note = std::string(trimmed(text.substr(note + 1)));
    const auto [last, is_new] = by_name_.emplace(change.name, changes_.size());
    if (!is_new) {
      SqitchChange& first = changes_[last->second];
      first.reworked = true;
      if (first.rework_tags.empty()) {
        diagnostics_
            .report(Kind::bad_plan, change.span,
                    {"change '" + change.name + "' stands twice without a tag between"})
            .note(first.span, "the first one is here")
            .help("put a line '@tag' between the two");
      }
      last->second = changes_.size();
    }
    changes_.push_back(std::move(change));
  }

  static void tag(SqitchChange& change, std::string_view name) {
    if (!change.reworked) change.rework_tags.emplace_back(name);
  }

  source::Span span_of(std::string_view part) const {
    const auto begin = static_cast<std::uint32_t>(part.data() - file_.text().data());
    return {file_.id(), begin, begin + static_cast<std::uint32_t>(part.size())};
  }

  const source::SourceFile& file_;
  diag::Diagnostics& diagnostics_;
  std::vector<SqitchChange> changes_;
  std::unordered_map<std::string, std::size_t> by_name_;
};

}  // namespace

std::vector<SqitchChange> read_sqitch_plan(const source::SourceFile& file,
                                           diag::Diagnostics& diagnostics) {
  return PlanReader(file, diagnostics).run();
}

}  // namespace retort::compiler::chain
