// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Layout goose: N_name.sql with "-- +goose Up" and "-- +goose Down". In: files cut at each comment
// that mentions "+goose". Out: one draft per number.
#include <array>
#include <map>

#include "chain/directives.hpp"
#include "chain/steps.hpp"
#include "dialect/ascii.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;

constexpr std::string_view up_line = "-- +goose Up";

enum class Mark { up, down, begin, end, no_transaction, envsub_on, envsub_off };

constexpr std::array<std::pair<std::string_view, Mark>, 7> marks = {
    {{"Up", Mark::up},
     {"Down", Mark::down},
     {"StatementBegin", Mark::begin},
     {"StatementEnd", Mark::end},
     {"NO TRANSACTION", Mark::no_transaction},
     {"ENVSUB ON", Mark::envsub_on},
     {"ENVSUB OFF", Mark::envsub_off}}};

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\f\v");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\f\v") - begin + 1);
}

// As the tool does: without every "--" and the first "+goose", the rest of the line is the word.
std::optional<Mark> mark_of(std::string_view line) {
  std::string rest(line);
  for (std::size_t at = 0; (at = rest.find("--", at)) != std::string::npos;) rest.erase(at, 2);
  const std::size_t tag = rest.find("+goose");
  if (tag == std::string::npos) return std::nullopt;
  rest.erase(tag, 6);
  const std::string_view word = trimmed(rest);
  for (const auto& [name, mark] : marks) {
    if (dialect::equal_ignoring_case(word, name)) return mark;
  }
  return std::nullopt;
}

struct Name {
  std::string number;
  std::string title;
};

// The digits before the first '_', a number of at least 1.
std::optional<Name> parse_name(std::string_view name) {
  const std::size_t digits = leading_digits(name);
  if (digits == 0 || digits == name.size() || name[digits] != '_') return std::nullopt;
  Name result{without_zeros(name.substr(0, digits)), std::string(name.substr(digits + 1))};
  if (result.number == "0") return std::nullopt;
  result.title.resize(std::min(result.title.rfind('.'), result.title.size()));
  return result;
}

NameVerdict judge(std::string_view path) {
  const std::string_view name = source::base_name(path);
  if (has_sql_suffix(name)) return parse_name(name) ? NameVerdict::migration : NameVerdict::skipped;
  std::string_view rest = name;
  const bool test = drop_suffix(rest, "_test.go");
  const bool code = !test && has_code_suffix(name) && parse_name(name).has_value();
  return code ? NameVerdict::code : NameVerdict::foreign;
}

class Reader {
 public:
  Reader(const ParsedFile& file, const LayoutInput& input)
      : file_(file),
        diagnostics_(input.diagnostics),
        up_(file, input.parts),
        down_(file, input.parts) {}

  void read(Step& step) {
    report_before_directives(file_, up_line, diagnostics_);
    report_hidden_directives(
        file_, "goose",
        [](std::string_view line) { return line.find("+goose") != std::string_view::npos; },
        diagnostics_);
    for (const lex::Part& part : file_.tokens.parts) {
      if (!part.has_directive) continue;
      const lex::Token& token = directive_of(file_, part);
      directive(token, mark_of(file_.tokens.text(token)));
      if (section_ == nullptr) {
        outside_ = outside_ || report_outside(file_, part, up_line, diagnostics_);
        continue;
      }
      section_->append(part);
      if (open_ == nullptr && !cut_) {
        cut_ = report_statement_cut(file_, part, "goose", "+goose", diagnostics_);
      }
    }
    if (open_ != nullptr) misplaced(*open_, "'StatementBegin' without its 'StatementEnd'");
    if (!up_.begun()) report_no_up_directive(file_, up_line, diagnostics_);
    step.up = up_.section(transaction_);
    step.down = down_.section(transaction_);
  }

 private:
  void directive(const lex::Token& token, std::optional<Mark> mark) {
    const bool in_line = in_first_column(file_, token);
    if (!mark || !in_line) {
      auto report = diagnostics_.report(Kind::unknown_directive, file_.tokens.span(token),
                                        {trimmed(file_.tokens.text(token))});
      if (mark) {
        report.help("goose stops here: its directives begin in the first column");
      } else {
        report.help(
            "write it as goose does: Up, Down, StatementBegin, StatementEnd or NO "
            "TRANSACTION behind '-- +goose '");
      }
      if (!mark) return;
    }
    switch (*mark) {
      case Mark::up:
        if (up_.begun() || down_.begun()) return misplaced(token, "a second '-- +goose Up'");
        return begin(up_);
      case Mark::down:
        if (down_.begun()) return misplaced(token, "a second '-- +goose Down'");
        if (!up_.begun()) return misplaced(token, "'-- +goose Down' before '-- +goose Up'");
        return begin(down_);
      case Mark::begin:
        if (section_ == nullptr) return misplaced(token, "'StatementBegin' before '-- +goose Up'");
        if (open_ != nullptr) misplaced(token, "'StatementBegin' inside another one");
        open_ = &token;
        return;
      case Mark::end:
        if (open_ == nullptr) misplaced(token, "'StatementEnd' without its 'StatementBegin'");
        open_ = nullptr;
        return;
      case Mark::no_transaction:
        transaction_ = false;
        return;
      case Mark::envsub_on:  // variables.cpp
      case Mark::envsub_off:
        return;
    }
  }

  void begin(SectionBuilder& section) {
    if (open_ != nullptr) misplaced(*open_, "'StatementBegin' without its 'StatementEnd'");
    open_ = nullptr;
    section_ = &section;
  }

  void misplaced(const lex::Token& token, std::string_view text) {
    diagnostics_.report(Kind::misplaced_directive, file_.tokens.span(token), {text})
        .help("goose stops at it too");
  }

  const ParsedFile& file_;
  diag::Diagnostics& diagnostics_;
  SectionBuilder up_, down_;
  SectionBuilder* section_ = nullptr;
  const lex::Token* open_ = nullptr;  // the StatementBegin
  bool transaction_ = true;
  bool outside_ = false;
  bool cut_ = false;
};

std::vector<Draft> drafts(const LayoutInput& input) {
  std::multimap<std::string, Step, ByValue> steps;
  for (const auto& file : input.files) {
    const auto name = parse_name(source::base_name(file->relative_path));
    if (!name) continue;
    Step step;
    step.id = name->number;
    step.message = as_message(name->title);
    step.file = file.get();
    step.down_help = "write how to revert it behind a line  -- +goose Down";
    Reader(*file, input).read(step);
    steps.emplace(name->number, std::move(step));
  }
  std::vector<Step> ordered;
  ordered.reserve(steps.size());
  for (auto& [number, step] : steps) ordered.push_back(std::move(step));
  return drafts_in_order(std::move(ordered), input, "goose");
}

}  // namespace

const Layout layout_goose = {"goose", "N_name.sql", 0,       false,
                             judge,   drafts,       nullptr, lex::DirectiveStyle::goose};

}  // namespace retort::compiler::chain
