// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Layout sqitch: sqitch.plan names the changes in their order; deploy/NAME.sql, revert/NAME.sql and
// verify/NAME.sql are what they do. In: tokenized files and the plan. Out: one draft per change.
#include <algorithm>
#include <map>
#include <set>

#include "chain/sqitch_plan.hpp"
#include "chain/steps.hpp"
#include "dialect/ascii.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;

constexpr std::string_view plan_name = "sqitch.plan";

bool is_script(std::string_view path) {
  const std::string_view top = path.substr(0, path.find('/'));
  return has_sql_suffix(path) && path.size() > top.size() &&
         (top == "deploy" || top == "revert" || top == "verify");
}

NameVerdict judge(std::string_view path) {
  if (path == plan_name) return NameVerdict::companion;
  return is_script(path) ? NameVerdict::migration : NameVerdict::foreign;
}

bool is_word(const ParsedFile& file, const lex::Statement& statement, std::string_view word) {
  return statement.last == statement.first + 1 &&
         dialect::equal_ignoring_case(file.tokens.text(file.tokens.tokens[statement.first]), word);
}

class Reader {
 public:
  explicit Reader(const LayoutInput& input) : input_(input), diagnostics_(input.diagnostics) {
    for (const auto& file : input.files) scripts_.emplace(file->relative_path, file.get());
  }

  std::vector<Draft> run() {
    if (input_.companions.empty()) {
      if (!input_.files.empty()) {
        diagnostics_
            .report(Kind::bad_plan, file_start(*input_.files.front()),
                    {"there is no '" + std::string(plan_name) + "' in the folder"})
            .help("DIRECTORY is the folder that holds the plan");
      }
      return {};
    }
    std::vector<Step> steps;
    for (const SqitchChange& change :
         read_sqitch_plan(*input_.companions.front().text, diagnostics_)) {
      add(change, steps);
    }
    report_unplanned();
    return drafts_in_order(std::move(steps), input_, "sqitch");
  }

 private:
  // A change that is reworked later lies beside its tag: users@v1.sql.
  std::string stem_of(const SqitchChange& change) const {
    if (!change.reworked || change.rework_tags.empty()) return change.name;
    for (const std::string& tag : change.rework_tags) {
      if (scripts_.count("deploy/" + change.name + tag + ".sql") != 0) return change.name + tag;
    }
    return change.name + change.rework_tags.front();
  }

  ParsedFile* take(const std::string& path) {
    const auto place = scripts_.find(path);
    if (place == scripts_.end()) return nullptr;
    used_.insert(path);
    return place->second;
  }

  void add(const SqitchChange& change, std::vector<Step>& steps) {
    const std::string stem = stem_of(change);
    ParsedFile* deploy = take("deploy/" + stem + ".sql");
    ParsedFile* revert = take("revert/" + stem + ".sql");
    ParsedFile* verify = take("verify/" + stem + ".sql");
    if (deploy == nullptr) {
      diagnostics_
          .report(Kind::bad_plan, change.span,
                  {"change '" + change.name + "' has no file 'deploy/" + stem + ".sql'"})
          .help("write it, or take the line out of the plan");
      return;
    }
    Step step;
    step.id = as_id(stem);
    step.message = change.note.empty() ? change.name : change.note;
    step.file = deploy;
    step.up = script(deploy);
    step.down = script(revert);
    step.verify = script(verify);
    step.down_help = "write how to revert it into 'revert/" + stem + ".sql'";
    steps.push_back(std::move(step));
  }

  // Without the BEGIN and COMMIT, or ROLLBACK, that a script has around it. One without them runs
  // statement by statement, which counts where a statement cannot run in a transaction.
  SectionRef script(ParsedFile* file) {
    SectionRef section = whole_file(file);
    if (file == nullptr) return section;
    auto& statements = file->body->statements;
    const bool wrapped = statements.size() != file->tokens.parts.front().statements.size();
    if (statements.size() > 1 && is_word(*file, statements.front(), "begin") &&
        is_word(*file, statements.back(), "rollback")) {
      statements.pop_back();
      statements.erase(statements.begin());
      return section;
    }
    if (wrapped || input_.options.engines.size() != 1) return section;
    section.transaction =
        std::none_of(statements.begin(), statements.end(), [&](const lex::Statement& statement) {
          return needs_no_transaction(*file, statement, input_.options.engines.front());
        });
    return section;
  }

  void report_unplanned() {
    for (const auto& [path, file] : scripts_) {
      if (used_.count(path) != 0) continue;
      diagnostics_.report(Kind::unplanned_file, file_start(*file), {plan_name})
          .help("add the change to the plan, or leave the file out:  EXCLUDE " + path);
    }
  }

  const LayoutInput& input_;
  diag::Diagnostics& diagnostics_;
  std::map<std::string, ParsedFile*> scripts_;  // by path
  std::set<std::string> used_;
};

std::vector<Draft> drafts(const LayoutInput& input) { return Reader(input).run(); }

}  // namespace

const Layout layout_sqitch = {
    "sqitch", "sqitch.plan, deploy/name.sql, revert/name.sql", any_depth, false, judge, drafts};

}  // namespace retort::compiler::chain
