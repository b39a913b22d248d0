// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Section directives. In: "-- migrate:up sqlite transaction:false" as a token. Out: ast::Section.
// A misspelt word with a near one is diagnosed and read as the near one, so that one mistake makes
// one message.
#include "parse/section.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "diag/suggest.hpp"
#include "parse/grammar/grammar.hpp"
#include "parse/option.hpp"
#include "parse/parse.hpp"

namespace retort::compiler::parse {
namespace {

using ast::SectionKind;
using diag::Kind;

constexpr std::string_view prefix = "migrate:";

const std::vector<std::string>& directive_names() {
  static const std::vector<std::string> names = {"migrate:up", "migrate:down", "migrate:verify"};
  return names;
}

class SectionParser {
 public:
  SectionParser(const lex::TokenizedFile& file, const Block& block, diag::Diagnostics& diagnostics)
      : file_(file), block_(block), diagnostics_(diagnostics) {
    section_.directive = block.directive;
    section_.parts = block.parts;
  }

  std::optional<ast::Section> run() {
    const auto directive =
        grammar::directive(file_.file->slice(block_.directive), max_directive_words + 1);
    if (!begins_line(file_.file->text(), block_.directive.begin)) {
      misplaced(block_.directive, "section directive behind other text on its line")
          .help("put it on a line of its own");
    }
    if (!kind(directive)) return std::nullopt;
    const auto& arguments = directive.arguments;
    const std::size_t first = directive.name.size() == prefix.size() ? 1 : 0;  // "migrate: up"
    if (arguments.size() > max_directive_words) {
      diagnostics_.report(Kind::limit_exceeded, span(arguments[max_directive_words].text),
                          {"number of words in a directive", std::to_string(max_directive_words)});
    }
    const std::size_t count = std::min(arguments.size(), max_directive_words);
    for (std::size_t i = first; i < count; ++i) {
      const bool last = i + 1 == count;
      if (argument(arguments[i], last ? nullptr : &arguments[i + 1])) ++i;
    }
    check_together();
    return std::move(section_);
  }

  bool understood() const { return understood_; }

 private:
  using Argument = grammar::Argument;

  source::Span span(std::string_view text) const { return span_of(file_, text); }

  diag::Diagnostics::Builder misplaced(source::Span place, const std::string& text) {
    return diagnostics_.report(Kind::misplaced_directive, place, {text});
  }

  std::string_view kind_name() const {
    return std::string_view(directive_names()[static_cast<std::size_t>(section_.kind)])
        .substr(prefix.size());
  }

  bool kind(const grammar::Directive& directive) {
    const auto& names = directive_names();
    const auto set = [&](std::string_view name) {
      const auto found = std::find(names.begin(), names.end(), name);
      if (found == names.end()) return false;
      section_.kind = static_cast<SectionKind>(found - names.begin());
      return true;
    };
    if (set(directive.name)) return true;
    auto report =
        diagnostics_.report(Kind::unknown_directive, span(directive.name), {shown(directive.name)});
    const std::string meant = directive.name.size() == prefix.size() && !directive.arguments.empty()
                                  ? std::string(prefix) + shown(directive.arguments.front().text)
                                  : "";
    if (set(meant)) {
      report.help("write '" + meant + "' without a blank");
      return true;
    }
    if (const auto near = diag::suggest(directive.name, names)) {
      report.help("did you mean '" + *near + "'?");
      return set(*near);
    }
    report.help("directives are 'migrate:up', 'migrate:down' and 'migrate:verify'");
    report.help("if this is a comment, begin it with another word");
    understood_ = false;
    return false;
  }

  // True where `next` was taken for the value.
  bool argument(const Argument& argument, const Argument* next) {
    auto option = find_option(argument.name);
    if (!option) option = unknown(argument);
    if (!option) return false;
    if (given_[static_cast<std::size_t>(*option)]) {
      misplaced(span(argument.text),
                "'" + std::string(option_info(*option).name) + "' is given twice");
      return false;
    }
    given_[static_cast<std::size_t>(*option)] = span(argument.text);
    if (!option_info(*option).values.empty()) return value(*option, argument, next);
    word(*option, argument);
    return false;
  }

  // What was meant, if that can be guessed.
  std::optional<Option> unknown(const Argument& argument) {
    auto report =
        diagnostics_.report(Kind::unknown_option, span(argument.text), {shown(argument.text)});
    // "transaction=false" is one word for the grammar.
    const std::string_view name = argument.name.substr(0, argument.name.find('='));
    const auto near = diag::suggest(name, option_names());
    if (!near) {
      if (understood_) {  // once is enough
        report.help("engines are 'sqlite' and 'postgres'");
        report.help("options are " + option_examples());
      }
      understood_ = false;
      return std::nullopt;
    }
    const auto option = find_option(*near);
    const bool takes_value = !option_info(*option).values.empty();
    std::string meant = *near;
    if (takes_value && name.size() != argument.name.size()) {
      meant += ":" + shown(argument.name.substr(name.size() + 1));
    } else if (takes_value && argument.value) {
      meant += ":" + shown(*argument.value);
    }
    report.help("did you mean '" + meant + "'?");
    // An option is not guessed any further: it changes how the section runs.
    return takes_value ? std::nullopt : option;
  }

  void word(Option option, const Argument& argument) {
    if (argument.value) {
      diagnostics_
          .report(Kind::bad_option_value, span(argument.text),
                  {shown(*argument.value), option_info(option).name})
          .help("write '" + std::string(option_info(option).name) + "'");
    }
    switch (option) {
      case Option::sqlite:
        return engine(dialect::Engine::sqlite, argument);
      case Option::postgres:
        return engine(dialect::Engine::postgres, argument);
      case Option::portable:
        section_.portable = true;
        return;
      default:
        section_.irreversible = span(argument.text);
        return;
    }
  }

  void engine(dialect::Engine engine, const Argument& argument) {
    section_.engines.add(engine);
    section_.engine_words.push_back({std::string(argument.name), span(argument.name)});
  }

  bool value(Option option, const Argument& argument, const Argument* next) {
    const std::string_view text = argument.value.value_or(std::string_view{});
    if (!text.empty()) {
      if (!set_value(option, text)) bad_value(option, text);
      return false;
    }
    auto report = diagnostics_.report(Kind::bad_option_value, span(argument.text),
                                      {"", option_info(option).name});
    // "transaction: false": the value is there, behind a blank.
    if (next != nullptr && !next->value && set_value(option, next->text)) {
      report.help("write '" + std::string(option_info(option).name) + ":" + shown(next->text) +
                  "' without a blank");
      return true;
    }
    report.help("write '" + std::string(option_info(option).example) + "'");
    return false;
  }

  bool set_value(Option option, std::string_view text) {
    if (option == Option::transaction) {
      section_.transaction = text != "false";
      return text == "false" || text == "true";
    }
    if (option == Option::foreign_keys) {
      section_.foreign_keys_off = text == "off";
      return text == "off" || text == "on";
    }
    const auto duration = grammar::duration_ms(text);
    auto& target =
        option == Option::lock_timeout ? section_.lock_timeout_ms : section_.statement_timeout_ms;
    if (duration) target = *duration;
    return duration.has_value();
  }

  void bad_value(Option option, std::string_view text) {
    auto report = diagnostics_.report(Kind::bad_option_value, span(text),
                                      {shown(text), option_info(option).name});
    report.help((option < Option::lock_timeout ? "values are " : "write ") +
                std::string(option_info(option).values));
  }

  const std::optional<source::Span>& given(Option option) const {
    return given_[static_cast<std::size_t>(option)];
  }

  // What is right by itself and wrong beside the rest.
  void check_together() {
    check_irreversible();
    if (section_.portable && !section_.engines.empty()) {
      misplaced(*given(Option::portable), "'portable' beside an engine")
          .help("a portable section is for every engine of the chain: write one or the other");
    }
    if (section_.kind == SectionKind::verify) {
      for (const Option option : {Option::transaction, Option::foreign_keys}) {
        if (!given(option)) continue;
        misplaced(*given(option),
                  "'" + std::string(option_info(option).name) + "' on a verify section")
            .help("it runs behind the up section, as that one does: write it there");
      }
    }
    const bool other_engine =
        !section_.engines.empty() && !section_.engines.has(dialect::Engine::sqlite);
    if (given(Option::foreign_keys) && other_engine) {
      misplaced(*given(Option::foreign_keys), "'foreign_keys' on a section without 'sqlite'")
          .help("only SQLite has this switch: delete it, or put it on the section for sqlite");
    }
  }

  void check_irreversible() {
    if (!section_.irreversible) return;
    if (section_.kind != SectionKind::down) {
      misplaced(*section_.irreversible,
                "'irreversible' on " +
                    std::string(section_.kind == SectionKind::up ? "an " : "a ") +
                    std::string(kind_name()) + " section")
          .help("say it where the way back would stand:  -- migrate:down irreversible");
      section_.irreversible.reset();
      return;
    }
    const lex::Part& part = file_.parts[block_.parts.front()];
    if (part.statements.empty()) return;
    misplaced(*section_.irreversible, "'irreversible' on a down section with statements")
        .note(file_.span(part.statements.front()), "the first statement is here")
        .help("delete the word, or the statements");
  }

  const lex::TokenizedFile& file_;
  const Block& block_;
  diag::Diagnostics& diagnostics_;
  ast::Section section_;
  std::array<std::optional<source::Span>, option_count> given_;
  bool understood_ = true;
};

}  // namespace

std::optional<ast::Section> parse_section(const lex::TokenizedFile& file, const Block& block,
                                          diag::Diagnostics& diagnostics, bool& understood) {
  SectionParser parser(file, block, diagnostics);
  auto section = parser.run();
  understood = understood && parser.understood();
  return section;
}

}  // namespace retort::compiler::parse
