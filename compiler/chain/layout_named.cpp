// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Layout named: NAME.sql, or NAME.up.sql with NAME.down.sql. The whole name is the id. The order is
// that of the names as text, or the one in order.txt. In: tokenized files. Out: one draft per name;
// names that are taken twice, downs without their up and lines of order.txt that name nothing are
// diagnosed.
#include <algorithm>
#include <map>
#include <set>

#include "chain/steps.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;

constexpr std::string_view order_file = "order.txt";

NameVerdict judge(std::string_view path) {
  const std::string_view name = source::base_name(path);
  if (name == order_file) return NameVerdict::companion;
  return has_sql_suffix(name) ? NameVerdict::migration : NameVerdict::foreign;
}

struct Pair {
  ParsedFile* up = nullptr;
  ParsedFile* down = nullptr;
};
using Files = std::map<std::string, ParsedFile*, std::less<>>;

class Reader {
 public:
  explicit Reader(const LayoutInput& input) : input_(input) {
    for (const auto& file : input.files) {
      const auto [first, is_new] =
          files_.emplace(source::base_name(file->relative_path), file.get());
      if (!is_new) report_twice(first->first, *file, *first->second);
    }
  }

  std::vector<Draft> run() {
    for (const auto& [name, file] : files_) place(name, *file);
    std::map<std::string, Step, std::less<>> steps;
    for (const auto& [stem, pair] : pairs_) {
      if (pair.up == nullptr) {
        report_half(*pair.down);
      } else {
        steps.emplace(stem, make_step(stem, pair));
      }
    }
    std::vector<Step> ordered;
    for (const Companion& companion : input_.companions) {
      if (companion.text != nullptr) take_listed(*companion.text, steps, ordered);
    }
    if (input_.companions.empty()) {
      for (auto& [stem, step] : steps) ordered.push_back(std::move(step));
      report_text_order(ordered, "layout 'named'", input_.diagnostics);
    }
    return drafts_in_order(std::move(ordered), input_, "named");
  }

 private:
  // "_up" and "_down" are halves where both are there: "3_sign_up.sql" may be a name like any
  // other.
  void place(std::string_view name, ParsedFile& file) {
    std::string_view stem = name;
    drop_suffix(stem, ".sql");
    const std::string_view whole = stem;
    for (const char separator : {'.', '_', '-'}) {
      const std::string up = separator + std::string("up");
      const std::string down = separator + std::string("down");
      std::string_view rest = whole;
      if (drop_suffix(rest, up) && (separator == '.' || has(rest, down))) {
        return take(rest, file, &Pair::up);
      }
      rest = whole;
      if (drop_suffix(rest, down) && (separator == '.' || has(rest, up))) {
        return take(rest, file, &Pair::down);
      }
    }
    take(whole, file, &Pair::up);
  }

  bool has(std::string_view stem, const std::string& ending) const {
    return files_.count(std::string(stem) + ending + ".sql") != 0;
  }

  void take(std::string_view stem, ParsedFile& file, ParsedFile* Pair::*half) {
    ParsedFile*& place = pairs_[std::string(stem)].*half;
    if (place == nullptr) {
      place = &file;
      return;
    }
    report_twice(stem, file, *place);
  }

  void report_twice(std::string_view name, const ParsedFile& second, const ParsedFile& first) {
    input_.diagnostics.report(Kind::duplicate_revision, file_start(second), {as_id(name)})
        .note(file_start(first), "the other file is here")
        .help("give one of them another name");
  }

  void report_half(const ParsedFile& down) {
    input_.diagnostics
        .report(Kind::half_migration, file_start(down), {source::base_name(down.relative_path)})
        .help("add '" + other_name(down, ".down.", ".up.") + "', or delete this file");
  }

  static Step make_step(const std::string& stem, const Pair& pair) {
    Step step;
    step.id = as_id(stem);
    step.message = title_of(stem);
    if (step.message.empty()) step.message = as_message(stem);
    step.file = pair.up;
    step.up = whole_file(pair.up);
    step.down = whole_file(pair.down);
    step.down_help = "write how to revert it into '" + stem + ".down.sql'";
    return step;
  }

  // A file name a line, with or without its ending; '#' begins a comment.
  void take_listed(const source::SourceFile& list, std::map<std::string, Step, std::less<>>& steps,
                   std::vector<Step>& ordered) {
    const std::string_view text = list.text();
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      std::string_view line = text.substr(at, end - at);
      const std::size_t start = at;
      at = end + 1;
      line = line.substr(0, line.find('#'));
      line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
      line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
      if (line.empty()) continue;
      take_line(line,
                {list.id(), static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)},
                steps, ordered);
    }
    for (const auto& [stem, step] : steps) {
      if (!listed_.count(stem)) report_unlisted(*step.file);
    }
  }

  void take_line(std::string_view line, source::Span span,
                 std::map<std::string, Step, std::less<>>& steps, std::vector<Step>& ordered) {
    std::string_view stem = line;
    drop_suffix(stem, ".sql");
    auto step = steps.find(stem);
    for (const std::string_view ending : {".up", "_up", "-up"}) {
      if (step == steps.end() && drop_suffix(stem, ending)) step = steps.find(stem);
    }
    if (step == steps.end()) {
      input_.diagnostics
          .report(Kind::bad_plan, span, {"there is no file '" + std::string(line) + "'"})
          .help("each line is the name of a file beside 'order.txt'");
    } else if (!listed_.insert(step->first).second) {
      input_.diagnostics
          .report(Kind::bad_plan, span, {"'" + std::string(line) + "' is listed twice"})
          .help("delete one of the two lines");
    } else {
      ordered.push_back(std::move(step->second));
    }
  }

  void report_unlisted(const ParsedFile& file) {
    input_.diagnostics.report(Kind::unplanned_file, file_start(file), {order_file})
        .help("add the file to the list, or leave it out:  EXCLUDE " + file.relative_path);
  }

  const LayoutInput& input_;
  Files files_;
  std::map<std::string, Pair> pairs_;  // by the name without halves
  std::set<std::string, std::less<>> listed_;
};

std::vector<Draft> drafts(const LayoutInput& input) { return Reader(input).run(); }

}  // namespace

const Layout layout_named = {"named", "NAME.sql, NAME.up.sql, NAME.down.sql", 0, false, judge,
                             drafts};

}  // namespace retort::compiler::chain
