// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// From the steps of another tool to drafts, and the small questions about names that its layouts
// ask. In: steps in their order. Out: a draft each, its parent the one before.
#include "chain/steps.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

#include "chain/outer_transaction.hpp"
#include "dialect/statement_class.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;

bool is_id_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' || c == '.';
}

bool is_id(std::string_view id) {
  static constexpr std::array<std::string_view, 4> reserved = {"base", "head", "heads", "current"};
  return !id.empty() && std::all_of(id.begin(), id.end(), is_id_character) &&
         std::find(reserved.begin(), reserved.end(), id) == reserved.end();
}

Draft make_draft(Step& step, const LoadOptions& options) {
  Draft draft;
  Revision& revision = draft.revision;
  revision.id = std::move(step.id);
  revision.message = std::move(step.message);
  revision.doc = step.file->migration.header.doc;
  if (revision.doc.empty()) revision.doc = revision.message;
  revision.id_span = revision.revises_span = file_start(*step.file);
  revision.file = step.file;
  revision.path = step.file->path;
  revision.relative_path = step.file->relative_path;
  draft.down_help = std::move(step.down_help);
  if (options.engines.size() == 1) {
    EngineBody& body = revision.bodies.emplace_back();
    body.engine = options.engines.front();
    body.up = step.up;
    body.down = step.down;
    body.verify = step.verify;
  }
  return draft;
}

void refuse_several_engines(const Draft& first, std::string_view layout,
                            diag::Diagnostics& diagnostics) {
  diagnostics
      .report(Kind::not_portable, first.revision.id_span,
              {"a file of layout '" + std::string(layout) +
               "' names no engine, and the chain has several"})
      .help("compile the chain for one engine, or use layout 'retort' with one section per engine:")
      .help("    -- migrate:up sqlite")
      .help("    -- migrate:up postgres");
}

// As a number, where the text begins with one.
std::string number_of(const Step& step) {
  return without_zeros(std::string_view(step.id).substr(0, leading_digits(step.id)));
}

}  // namespace

std::vector<Draft> drafts_in_order(std::vector<Step> steps, const LayoutInput& input,
                                   std::string_view layout) {
  std::vector<Draft> result;
  result.reserve(steps.size());
  std::unordered_map<std::string, const ParsedFile*> known;
  for (Step& step : steps) {
    const auto [first, is_new] = known.emplace(step.id, step.file);
    if (!is_new) {
      input.diagnostics.report(Kind::duplicate_revision, file_start(*step.file), {step.id})
          .note(file_start(*first->second), "the other file is here")
          .help("give one of them another version");
      continue;
    }
    Draft draft = make_draft(step, input.options);
    if (!is_id(draft.revision.id)) {
      draft.id_broken = draft.header_broken = true;
      input.diagnostics
          .report(Kind::bad_file_name, draft.revision.id_span,
                  {"version '" + draft.revision.id +
                   "' is no revision ID, which has letters, digits, '_' and '.' only"})
          .help("give the migration another name");
    }
    if (!result.empty()) {
      draft.parents.push_back({result.back().revision.id, draft.revision.id_span});
    }
    result.push_back(std::move(draft));
  }
  if (input.options.engines.size() > 1 && !result.empty()) {
    refuse_several_engines(result.front(), layout, input.diagnostics);
  }
  return result;
}

SectionRef whole_file(ParsedFile* file, bool transaction) {
  SectionRef section;
  if (file == nullptr) return section;
  const lex::Part& all = file->tokens.parts.front();
  file->body = without_outer_transaction(file->tokens, all);
  section.file = file;
  section.part = &*file->body;
  section.transaction = transaction || file->body->statements.size() != all.statements.size();
  return section;
}

bool needs_no_transaction(const ParsedFile& file, const lex::Statement& statement,
                          dialect::Engine engine) {
  std::vector<std::string_view> tokens;
  const auto last =
      std::min(statement.last, statement.first + static_cast<std::uint32_t>(dialect::rule_tokens));
  for (std::uint32_t i = statement.first; i < last; ++i) {
    tokens.push_back(file.tokens.text(file.tokens.tokens[i]));
  }
  const auto* rule = dialect::find_rule(engine, std::move(tokens));
  return rule != nullptr && rule->kind == dialect::StatementClass::needs_no_transaction;
}

std::size_t leading_digits(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  return static_cast<std::size_t>(end - text.begin());
}

std::string without_zeros(std::string_view digits) {
  const std::size_t first = digits.find_first_not_of('0');
  if (first == std::string_view::npos) return digits.empty() ? std::string() : "0";
  return std::string(digits.substr(first));
}

bool drop_suffix(std::string_view& text, std::string_view suffix) {
  if (text.size() <= suffix.size() || text.substr(text.size() - suffix.size()) != suffix) {
    return false;
  }
  text.remove_suffix(suffix.size());
  return true;
}

std::string as_message(std::string_view title) {
  std::string message(title);
  std::replace(message.begin(), message.end(), '_', ' ');
  return message;
}

std::string title_of(std::string_view name) {
  name.remove_prefix(leading_digits(name));
  name.remove_prefix(std::min(name.find_first_not_of("_-."), name.size()));
  return as_message(name);
}

std::string as_id(std::string_view text) {
  std::string id(text);
  std::replace_if(
      id.begin(), id.end(), [](char c) { return !is_id_character(c); }, '_');
  return id;
}

bool has_code_suffix(std::string_view name) {
  static constexpr std::array<std::string_view, 6> code = {".go", ".rs", ".java",
                                                           ".py", ".sh", ".ps1"};
  return std::any_of(code.begin(), code.end(), [&](std::string_view suffix) {
    std::string_view rest = name;
    return drop_suffix(rest, suffix);
  });
}

bool ByValue::operator()(const std::string& a, const std::string& b) const {
  std::string_view left = a, right = b;
  while (!left.empty() && !right.empty()) {
    const std::string_view x = left.substr(0, left.find('.'));
    const std::string_view y = right.substr(0, right.find('.'));
    if (x != y) return std::tuple(x.size(), x) < std::tuple(y.size(), y);
    left.remove_prefix(std::min(x.size() + 1, left.size()));
    right.remove_prefix(std::min(y.size() + 1, right.size()));
  }
  return left.empty() && !right.empty();
}

std::string other_name(const ParsedFile& file, std::string_view from, std::string_view to) {
  std::string name(source::base_name(file.relative_path));
  const std::size_t at = name.rfind(from);
  if (at != std::string::npos) name.replace(at, from.size(), to);
  return name;
}

void report_text_order(const std::vector<Step>& steps, std::string_view tool,
                       diag::Diagnostics& diagnostics) {
  for (std::size_t i = 1; i < steps.size(); ++i) {
    const std::string before = number_of(steps[i - 1]);
    const std::string number = number_of(steps[i]);
    if (before.empty() || number.empty() || !ByValue()(number, before)) continue;
    diagnostics
        .report(Kind::text_order, file_start(*steps[i].file), {steps[i - 1].id, steps[i].id, tool})
        .note(file_start(*steps[i - 1].file), "this one runs first")
        .help("retort keeps the order of " + std::string(tool) +
              "; give all versions the same number of digits");
    return;
  }
}

}  // namespace retort::compiler::chain
