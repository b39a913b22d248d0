// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Layout sql-migrate: NAME.sql with "-- +migrate Up" and "-- +migrate Down". In: files cut at each
// comment that begins with "+migrate". Out: one draft per file, numbers in front by value.
#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "chain/directives.hpp"
#include "chain/steps.hpp"
#include "dialect/ascii.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;

constexpr std::string_view up_line = "-- +migrate Up";
constexpr std::string_view prefix = "-- +migrate ";

NameVerdict judge(std::string_view path) {
  return has_sql_suffix(source::base_name(path)) ? NameVerdict::migration : NameVerdict::foreign;
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
        file_, "sql-migrate",
        [](std::string_view line) { return line.substr(0, prefix.size()) == prefix; },
        diagnostics_);
    for (const lex::Part& part : file_.tokens.parts) {
      if (!part.has_directive) continue;
      directive(directive_of(file_, part));
      if (section_ == nullptr) {
        outside_ = outside_ || report_outside(file_, part, up_line, diagnostics_);
        continue;
      }
      section_->append(part);
      if (open_ == nullptr && !cut_) {
        cut_ = report_statement_cut(file_, part, "sql-migrate", "+migrate", diagnostics_);
      }
    }
    check_open();
    if (!up_.begun()) report_no_up_directive(file_, up_line, diagnostics_);
    step.up = up_.section(up_transaction_);
    step.down = down_.section(down_transaction_);
  }

 private:
  // The command is the word behind the prefix, exactly as the tool writes it.
  void directive(const lex::Token& token) {
    static constexpr std::array<std::string_view, 4> commands = {"Up", "Down", "StatementBegin",
                                                                 "StatementEnd"};
    const std::string_view text = file_.tokens.text(token);
    const std::size_t tag = text.find('+');
    std::string_view words = text.substr(std::min(text.find_first_of(blanks, tag), text.size()));
    const std::string_view first = take_word(words);
    const auto command = std::find_if(commands.begin(), commands.end(), [&](std::string_view name) {
      return dialect::equal_ignoring_case(name, first);
    });
    const bool exact = command != commands.end() && *command == first &&
                       text.substr(0, prefix.size()) == prefix && in_first_column(file_, token);
    if (!exact) report_unknown(token, command == commands.end() ? "" : *command);
    if (command == commands.end()) return;
    if (*command == "StatementBegin" || *command == "StatementEnd") return mark(token, *command);
    const bool transaction = read_options(words);
    check_open();
    section_ = *command == "Up" ? &up_ : &down_;
    bool& in_transaction = section_ == &up_ ? up_transaction_ : down_transaction_;
    in_transaction = in_transaction && transaction;
  }

  void report_unknown(const lex::Token& token, std::string_view meant) {
    const std::string_view text = file_.tokens.text(token);
    auto report = diagnostics_.report(Kind::unknown_directive, file_.tokens.span(token),
                                      {text.substr(0, text.find_last_not_of(blanks) + 1)});
    if (meant.empty()) {
      report.help("behind '-- +migrate ' stands Up, Down, StatementBegin or StatementEnd");
    } else {
      report.help("sql-migrate sees it in this spelling in the first column only:  " +
                  std::string(prefix) + std::string(meant));
    }
  }

  void mark(const lex::Token& token, std::string_view command) {
    const bool begin = command == "StatementBegin";
    if (section_ == nullptr || begin == (open_ != nullptr)) {
      diagnostics_
          .report(Kind::ignored_directive, file_.tokens.span(token),
                  {"sql-migrate", "this '" + std::string(command) + "'"})
          .help("the two stand in pairs behind '-- +migrate Up' or '-- +migrate Down'");
      return;
    }
    open_ = begin ? &token : nullptr;
  }

  void check_open() {
    if (open_ != nullptr) {
      diagnostics_
          .report(Kind::misplaced_directive, file_.tokens.span(*open_),
                  {"'StatementBegin' without its 'StatementEnd'"})
          .help("sql-migrate stops at it too");
    }
    open_ = nullptr;
  }

  // "notransaction" is the only one.
  bool read_options(std::string_view words) {
    bool transaction = true;
    bool reported = false;
    for (std::string_view word; !(word = take_word(words)).empty();) {
      if (word == "notransaction") {
        transaction = false;
      } else if (!std::exchange(reported, true)) {
        report_option(word);
      }
    }
    return transaction;
  }

  void report_option(std::string_view word) {
    diagnostics_
        .report(Kind::ignored_directive, span_of(file_, word),
                {"sql-migrate", "'" + std::string(word) + "' here"})
        .help("the only option is  notransaction");
  }

  const ParsedFile& file_;
  diag::Diagnostics& diagnostics_;
  SectionBuilder up_, down_;
  SectionBuilder* section_ = nullptr;
  const lex::Token* open_ = nullptr;  // the StatementBegin
  bool up_transaction_ = true;
  bool down_transaction_ = true;
  bool outside_ = false;
  bool cut_ = false;
};

// Names with a number first, by its value; then the others; equals as text.
bool runs_before(const Step& a, const Step& b) {
  const auto key = [](const Step& step) {
    const std::string_view name = source::base_name(step.file->relative_path);
    const std::size_t digits = leading_digits(name);
    return std::tuple(digits == 0, without_zeros(name.substr(0, digits)), name);
  };
  const auto [a_named, a_number, a_name] = key(a);
  const auto [b_named, b_number, b_name] = key(b);
  if (a_named != b_named) return b_named;
  if (a_number != b_number) return ByValue()(a_number, b_number);
  return a_name < b_name;
}

std::vector<Draft> drafts(const LayoutInput& input) {
  std::vector<Step> steps;
  for (const auto& file : input.files) {
    std::string_view name = source::base_name(file->relative_path);
    drop_suffix(name, ".sql");
    Step step;
    step.id = as_id(name);
    step.message = title_of(name);
    step.file = file.get();
    step.down_help = "write how to revert it behind a line  -- +migrate Down";
    Reader(*file, input).read(step);
    steps.push_back(std::move(step));
  }
  std::sort(steps.begin(), steps.end(), runs_before);
  return drafts_in_order(std::move(steps), input, "sql-migrate");
}

}  // namespace

const Layout layout_sql_migrate = {
    "sql-migrate", "NAME.sql", 0, false, judge, drafts, nullptr, lex::DirectiveStyle::sql_migrate};

}  // namespace retort::compiler::chain
