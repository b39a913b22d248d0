// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// "-- retort: …" comments. In: the directive tokens that begin with "retort:". Out: each waiver and
// each storage choice with the range of source that it covers: the statement behind it or, for a
// waiver where a section directive is next, that section.
#include "parse/waivers.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "diag/suggest.hpp"
#include "parse/grammar/grammar.hpp"
#include "parse/parse.hpp"
#include "parse/storage.hpp"

namespace retort::compiler::parse {
namespace {

using diag::Kind;

constexpr std::string_view allow = "allow";
constexpr std::string_view storage = "storage";
constexpr std::string_view renamed = "renamed";

std::vector<std::string> flag_names() {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < diag::kind_count(); ++i) {
    const diag::KindInfo& kind = diag::kind_at(i);
    if (kind.group != diag::Group::hard) names.emplace_back(kind.name);
  }
  return names;
}

bool is_error_name(std::string_view name) {
  for (std::size_t i = 0; i < diag::kind_count(); ++i) {
    const diag::KindInfo& kind = diag::kind_at(i);
    if (kind.group == diag::Group::hard && kind.name == name) return true;
  }
  return false;
}

class AnnotationParser {
 public:
  AnnotationParser(const lex::TokenizedFile& file, const Blocks& blocks, ast::MigrationFile& result,
                   diag::Diagnostics& diagnostics)
      : file_(file), blocks_(blocks), result_(result), diagnostics_(diagnostics) {}

  void run() {
    for (std::size_t i = 0; i <= blocks_.sections.size() && found_ <= max_annotations; ++i) {
      const Block& block = i == 0 ? blocks_.leading : blocks_.sections[i - 1];
      next_section_ = i < blocks_.sections.size() ? &blocks_.sections[i] : nullptr;
      // The second part of a section for two engines has the same comments; should its statements
      // be cut otherwise, the ranges of the first are near enough.
      if (!block.parts.empty()) part(file_.parts[block.parts.front()]);
    }
  }

 private:
  void part(const lex::Part& part) {
    auto statement = part.statements.begin();
    for (std::uint32_t i = part.first_token; i < part.last_token; ++i) {
      while (statement != part.statements.end() && statement->first <= i) ++statement;
      const lex::Token& token = file_.tokens[i];
      const bool section = part.has_directive && i == part.first_token;
      if (token.kind != lex::TokenKind::directive || section) continue;
      if (++found_ > max_annotations) {
        diagnostics_.report(Kind::limit_exceeded, file_.span(token),
                            {"number of 'retort:' comments", std::to_string(max_annotations)});
        return;
      }
      std::optional<source::Span> covers;
      in_statement_ = statement != part.statements.end();
      if (in_statement_) {
        covers = file_.span(*statement);
      } else if (next_section_ != nullptr) {
        covers = next_section_->extent;
      }
      annotation(token, covers);
    }
  }

  void annotation(const lex::Token& token, std::optional<source::Span> covers) {
    const source::Span place = file_.span(token);
    const auto found = grammar::annotation(file_.text(token));
    if (found.name != allow && found.name != storage && found.name != renamed) {
      unknown(found, place);
      return;
    }
    const std::string what =
        found.name == allow ? "waiver" : "'retort: " + std::string(found.name) + "'";
    if (!begins_line(file_.file->text(), place.begin)) {
      diagnostics_
          .report(Kind::misplaced_directive, place, {what + " behind other text on its line"})
          .help("put it on a line of its own before the statement");
      return;
    }
    if (found.name == renamed) {
      // The difference between two schemas cannot know a rename; a chain says it.
      diagnostics_.report(Kind::misplaced_directive, place, {what + " in a migration"})
          .help("a migration says it itself:  ALTER TABLE <table> RENAME COLUMN <old> TO <new>;");
      return;
    }
    if (found.name == storage) {
      if (!covers || !in_statement_) {
        diagnostics_
            .report(Kind::misplaced_directive, place, {what + " with no statement behind it"})
            .help("put it before the CREATE TABLE or ALTER TABLE that makes the column");
        return;
      }
      parse_storage(file_, found, place, *covers, result_.storage, diagnostics_);
      return;
    }
    if (!covers) {
      diagnostics_.report(Kind::misplaced_directive, place, {"waiver with no statement behind it"})
          .help("put it before the statement, or before the section's '-- migrate:' line");
      return;
    }
    if (!check(found, place)) return;
    const std::string name(*found.argument), reason(found.rest);
    result_.waivers.push_back({{name, span_of(file_, *found.argument)}, reason, place, *covers});
    diagnostics_.add_waiver({place, *covers, name, reason, false});
  }

  void unknown(const grammar::Annotation& found, source::Span place) {
    const std::string name = found.name.empty() ? "retort:" : "retort: " + shown(found.name);
    auto report = diagnostics_.report(Kind::unknown_directive, place, {name});
    const auto near = diag::suggest(found.name, {std::string(allow), std::string(storage)});
    if (near) report.help("did you mean 'retort: " + *near + "'?");
    report.help("a waiver is written  -- retort: allow(warning-name) reason");
  }

  // False where something is missing or wrong, which is diagnosed.
  bool check(const grammar::Annotation& found, source::Span place) {
    const auto bad = [&](source::Span at, const std::string& text) {
      return diagnostics_.report(Kind::bad_waiver, at, {text});
    };
    if (!found.argument || !found.closed || found.argument->empty()) {
      bad(place, "waiver without the name of a warning in parentheses")
          .help("-- retort: allow(warning-name) reason");
      return false;
    }
    const std::string_view name = *found.argument;
    const source::Span name_place = span_of(file_, name);
    if (name.find(',') != std::string_view::npos) {
      bad(name_place, "waiver for more than one warning").help("write one line for each");
      return false;
    }
    if (!diag::is_warning_name(name)) {
      bad_name(name, name_place);
      return false;
    }
    if (found.rest.empty()) {
      bad(place, "waiver of '" + std::string(name) + "' without a reason")
          .help("-- retort: allow(" + std::string(name) + ") <reason>");
      return false;
    }
    return true;
  }

  void bad_name(std::string_view name, source::Span place) {
    const std::string quoted = "'" + shown(name) + "'";
    if (diag::is_warning_group(name)) {
      diagnostics_
          .report(Kind::bad_waiver, place, {quoted + " is a group, a waiver is for one warning"})
          .help("name the warning that it is for");
    } else if (is_error_name(name)) {
      diagnostics_.report(Kind::bad_waiver, place, {quoted + " is an error and cannot be waived"})
          .help("delete this line");
    } else {
      auto report = diagnostics_.report(Kind::bad_waiver, place, {quoted + " is not a warning"});
      if (const auto near = diag::suggest(name, flag_names())) {
        report.help("did you mean '" + *near + "'?");
      }
    }
  }

  const lex::TokenizedFile& file_;
  const Blocks& blocks_;
  ast::MigrationFile& result_;
  diag::Diagnostics& diagnostics_;
  const Block* next_section_ = nullptr;
  bool in_statement_ = false;
  std::size_t found_ = 0;
};

}  // namespace

void parse_annotations(const lex::TokenizedFile& file, const Blocks& blocks,
                       ast::MigrationFile& result, diag::Diagnostics& diagnostics) {
  AnnotationParser(file, blocks, result, diagnostics).run();
}

}  // namespace retort::compiler::parse
