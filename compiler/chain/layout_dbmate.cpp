// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Layout dbmate: N_name.sql with "-- migrate:up" and "-- migrate:down". In: files cut at these
// lines. Out: one draft per file, in the order of the file names as text; the digits as they are
// written are the id.
#include <algorithm>

#include "chain/directives.hpp"
#include "chain/steps.hpp"
#include "dialect/ascii.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;

constexpr std::string_view up_line = "-- migrate:up";

// ^(\d+).*\.sql$
NameVerdict judge(std::string_view path) {
  const std::string_view name = source::base_name(path);
  const bool numbered = leading_digits(name) > 0;
  if (has_sql_suffix(name)) return numbered ? NameVerdict::migration : NameVerdict::skipped;
  return numbered && has_code_suffix(name) ? NameVerdict::code : NameVerdict::foreign;
}

struct Directive {
  bool down = false;
  std::string_view words;  // behind it
};

// Behind "--" and blanks, in lower case; where `exact` is false, in any case.
std::optional<Directive> parse_directive(std::string_view line, bool exact) {
  if (line.substr(0, 2) != "--") return std::nullopt;
  line.remove_prefix(2);
  line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
  for (const std::string_view word :
       {std::string_view("migrate:up"), std::string_view("migrate:down")}) {
    const std::string_view head = line.substr(0, word.size());
    if (exact ? head != word : !dialect::equal_ignoring_case(head, word)) continue;
    line.remove_prefix(word.size());
    if (!line.empty() && blanks.find(line.front()) == std::string_view::npos) return std::nullopt;
    return Directive{word.back() == 'n', line};
  }
  return std::nullopt;
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
        file_, "dbmate",
        [](std::string_view line) { return parse_directive(line, true).has_value(); },
        diagnostics_);
    for (const lex::Part& part : file_.tokens.parts) {
      if (part.has_directive) section(part);
    }
    if (!up_.begun()) report_no_up_directive(file_, up_line, diagnostics_);
    step.up = up_.section(up_transaction_);
    step.down = down_.section(down_transaction_);
  }

 private:
  void section(const lex::Part& part) {
    const lex::Token& token = directive_of(file_, part);
    const std::string_view text = file_.tokens.text(token);
    const auto directive = parse_directive(text, false);
    if (!directive) return;
    if (!in_first_column(file_, token) || !parse_directive(text, true)) {
      diagnostics_
          .report(Kind::unknown_directive, file_.tokens.span(token),
                  {text.substr(0, text.find_last_not_of(blanks) + 1)})
          .help("dbmate sees it in lower case in the first column only:  " +
                std::string(directive->down ? "-- migrate:down" : up_line));
    }
    if (directive->down == expects_up_) {
      diagnostics_
          .report(Kind::misplaced_directive, file_.tokens.span(token),
                  {directive->down ? "'-- migrate:down' without its '-- migrate:up'"
                                   : "'-- migrate:up' behind another one"})
          .help("each '-- migrate:up' has its '-- migrate:down' behind it");
    }
    expects_up_ = directive->down;
    const bool transaction = read_options(directive->words);
    if (directive->down) {
      down_.prepend(part);  // of several pairs the last is reverted first
      down_transaction_ = down_transaction_ && transaction;
    } else {
      up_.append(part);
      up_transaction_ = up_transaction_ && transaction;
    }
  }

  // "transaction:false" is the only one that changes anything.
  bool read_options(std::string_view words) {
    bool transaction = true;
    bool reported = false;
    for (std::string_view word; !(word = take_word(words)).empty();) {
      if (word == "transaction:false") {
        transaction = false;
      } else if (word != "transaction:true" && !reported) {
        reported = true;
        report_option(word);
      }
    }
    return transaction;
  }

  void report_option(std::string_view word) {
    constexpr std::string_view key = "transaction";
    const bool meant = dialect::equal_ignoring_case(word.substr(0, key.size()), key);
    diagnostics_
        .report(Kind::ignored_directive, span_of(file_, word),
                {"dbmate", "'" + std::string(word) + "' here"})
        .help(meant ? "to run it outside a transaction:  transaction:false"
                    : "delete the word; the only option is  transaction:false");
  }

  const ParsedFile& file_;
  diag::Diagnostics& diagnostics_;
  SectionBuilder up_, down_;
  bool up_transaction_ = true;
  bool down_transaction_ = true;
  bool expects_up_ = true;
};

std::vector<Draft> drafts(const LayoutInput& input) {
  std::vector<Step> steps;
  for (const auto& file : input.files) {
    std::string_view name = source::base_name(file->relative_path);
    drop_suffix(name, ".sql");
    Step step;
    step.id = std::string(name.substr(0, leading_digits(name)));
    step.message = title_of(name);
    step.file = file.get();
    step.down_help = "write how to revert it behind a line  -- migrate:down";
    Reader(*file, input).read(step);
    steps.push_back(std::move(step));
  }
  std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) {
    return source::base_name(a.file->relative_path) < source::base_name(b.file->relative_path);
  });
  report_text_order(steps, "dbmate", input.diagnostics);
  return drafts_in_order(std::move(steps), input, "dbmate");
}

}  // namespace

const Layout layout_dbmate = {"dbmate", "N_name.sql", 0,       false,
                              judge,    drafts,       nullptr, lex::DirectiveStyle::dbmate};

}  // namespace retort::compiler::chain
