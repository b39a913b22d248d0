// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Variables. In: the text of a file, names and values. Out: the text with the values in it; what
// cannot be resolved while building is named and stays.
#include "chain/variables.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <vector>

#include "chain/settings.hpp"
#include "chain/steps.hpp"
#include "dialect/ascii.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;

// A construct in the text: its value, or why it has none.
struct Construct {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string name;                  // the variable; empty where it is more than a variable
  std::optional<std::string> value;  // a default, until the variables are asked
};

using Constructs = std::vector<Construct>;

constexpr std::string_view without_value = "unresolved";

bool is_name_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

std::size_t name_length(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_name_character);
  return static_cast<std::size_t>(end - text.begin());
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

// ${name}, with the prefix and suffix of the options.
Constructs flyway_placeholders(std::string_view text, const LoadOptions& options) {
  Constructs found;
  const std::string& prefix = options.placeholder_prefix;
  const std::string& suffix = options.placeholder_suffix;
  if (prefix.empty() || suffix.empty()) return found;
  for (std::size_t at = 0; (at = text.find(prefix, at)) != std::string_view::npos;) {
    const std::size_t name = at + prefix.size();
    const std::size_t end = text.find(suffix, name);
    if (end == std::string_view::npos) break;
    const std::string_view inner = text.substr(name, end - name);
    if (inner.find('\n') != std::string_view::npos) {
      at = name;
      continue;
    }
    found.push_back({at, end + suffix.size(), std::string(trimmed(inner)), std::nullopt});
    at = end + suffix.size();
  }
  return found;
}

// $NAME, ${NAME}, ${NAME:-default}, ${NAME-default} in one line; others have no name.
void envsub_line(std::string_view text, std::size_t begin, std::size_t end, Constructs& found) {
  for (std::size_t at = begin; at < end && (at = text.find('$', at)) < end;) {
    const std::string_view rest = text.substr(at, end - at);
    if (rest.substr(0, 2) == "${") {
      const std::size_t close = rest.find('}');
      if (close == std::string_view::npos) return;
      const std::string_view inner = rest.substr(2, close - 2);
      const std::size_t length = name_length(inner);
      const std::string_view behind = inner.substr(length);
      Construct construct{at, at + close + 1, std::string(inner.substr(0, length)), std::nullopt};
      if (behind.substr(0, 2) == ":-") {
        construct.value = std::string(behind.substr(2));
      } else if (behind.substr(0, 1) == "-") {
        construct.value = std::string(behind.substr(1));
      } else if (!behind.empty()) {
        construct.name.clear();
      }
      found.push_back(std::move(construct));
      at += close + 1;
      continue;
    }
    const std::size_t length = name_length(rest.substr(1));
    if (length > 0 && !is_digit(rest[1])) {
      found.push_back({at, at + 1 + length, std::string(rest.substr(1, length)), std::nullopt});
    } else if (rest.substr(0, 2) == "$$") {
      found.push_back({at, at + 2, {}, std::nullopt});
    }
    at += std::max<std::size_t>(length + 1, rest.substr(0, 2) == "$$" ? 2 : 1);
  }
}

// The lines between "-- +goose ENVSUB ON" and OFF.
Constructs goose_variables(std::string_view text) {
  Constructs found;
  bool on = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    if (line.substr(0, 2) == "--") {
      const std::size_t word = line.find("ENVSUB O");
      if (line.find("+goose") < word && word != std::string_view::npos) {
        on = line.substr(word + 7, 2) == "ON";
      }
    } else if (on) {
      envsub_line(text, at, end, found);
    }
    at = end + 1;
  }
  return found;
}

// {{ .Name }}; a {{ keyword … }} has no name. Other text in braces, as an array has it, is none.
Constructs go_templates(std::string_view text) {
  static constexpr std::string_view keywords[] = {"if",   "else",     "end",    "range",
                                                  "with", "template", "define", "block"};
  Constructs found;
  for (std::size_t at = 0; (at = text.find("{{", at)) != std::string_view::npos;) {
    const std::size_t close = text.find("}}", at);
    if (close == std::string_view::npos) break;
    std::string_view inner = text.substr(at + 2, close - at - 2);
    const bool trims =
        inner.substr(0, 2) == "- " || (inner.size() > 1 && inner.substr(inner.size() - 2) == " -");
    inner = trimmed(inner);
    if (inner.substr(0, 2) == "- ") inner = trimmed(inner.substr(1));
    const bool field = inner.substr(0, 1) == ".";
    const std::string_view word = inner.substr(field ? 1 : 0);
    const std::size_t length = name_length(word);
    const bool keyword = !field && std::find(std::begin(keywords), std::end(keywords),
                                             word.substr(0, length)) != std::end(keywords);
    if (field || keyword) {
      const bool plain = field && !trims && length > 0 && length == word.size();
      found.push_back({at, close + 2, plain ? std::string(word) : std::string(), std::nullopt});
    }
    at = close + 2;
  }
  return found;
}

// Whether <file>.conf says placeholderReplacement=false.
bool is_raw(const Collected& collected, const Collected::Item& item) {
  for (const Companion& companion : collected.companions) {
    if (companion.relative_path != item.relative_path + ".conf") continue;
    for (const Setting& setting : read_settings(*companion.text, '#').list) {
      if (setting.key == "placeholderReplacement") {
        return dialect::equal_ignoring_case(setting.value, "false");
      }
    }
  }
  return false;
}

}  // namespace

void Variables::resolve(const Collected& collected) {
  if (layout_.directives) return;  // layout retort: what runs is what stands there
  for (const Collected::Item& item : collected.items) {
    if (&layout_ != &layout_flyway || !is_raw(collected, item)) resolve(*item.text);
  }
}

void Variables::resolve(const source::SourceFile& file) {
  const std::string_view text = file.text();
  Constructs constructs;
  if (&layout_ == &layout_flyway) {
    constructs = flyway_placeholders(text, options_);
  } else {
    if (&layout_ == &layout_goose) constructs = goose_variables(text);
    if (constructs.empty() && !options_.variables.empty()) constructs = go_templates(text);
  }
  std::vector<source::Edit> edits;
  std::size_t grown = text.size();
  for (Construct& construct : constructs) {
    for (const auto& [name, value] : options_.variables) {
      const bool same = &layout_ == &layout_flyway
                            ? dialect::equal_ignoring_case(name, construct.name)
                            : name == construct.name;
      if (!same || construct.name.empty()) continue;
      construct.value = value;
      used_.insert(name);
    }
    // What has no value is diagnosed below; a word in its place is no further error.
    const std::string text_of = construct.value.value_or(std::string(without_value));
    grown += text_of.size();
    if (grown > source::max_file_size) break;
    edits.push_back({static_cast<std::uint32_t>(construct.begin),
                     static_cast<std::uint32_t>(construct.end), text_of});
  }
  if (grown > source::max_file_size) {
    diagnostics_.report(Kind::limit_exceeded, {file.id(), 0, 0},
                        {"file with its values", "64 MiB"});
    return;
  }
  std::int64_t moved = 0;
  for (std::size_t i = 0; i < constructs.size(); ++i) {
    const Construct& construct = constructs[i];
    const auto begin = static_cast<std::int64_t>(construct.begin) + moved;
    const auto length = static_cast<std::int64_t>(edits[i].text.size());
    moved += length - static_cast<std::int64_t>(construct.end - construct.begin);
    if (construct.value) continue;
    const source::Span span{file.id(), static_cast<std::uint32_t>(begin),
                            static_cast<std::uint32_t>(begin + length)};
    const std::string_view written = text.substr(construct.begin, construct.end - construct.begin);
    if (construct.name.empty() || construct.name.find(':') != std::string::npos) {
      diagnostics_.report(Kind::unresolvable_construct, span, {written, layout_.name})
          .help("write the SQL that it stands for");
    } else {
      diagnostics_.report(Kind::unresolved_variable, span, {written})
          .help("give it one:  VARIABLES " + construct.name + "=value");
    }
  }
  if (!edits.empty()) sources_.replace(file.id(), edits);
}

void Variables::report_templates(const lex::TokenizedFile& file) {
  if (layout_.directives || !options_.variables.empty()) return;
  for (std::size_t i = 0; i + 1 < file.tokens.size(); ++i) {
    const lex::Token& token = file.tokens[i];
    if (token.kind != lex::TokenKind::invalid || file.text(token) != "{") continue;
    if (file.tokens[i + 1].begin != token.begin + 1 || file.text(file.tokens[i + 1]) != "{")
      continue;
    const std::string_view rest = file.file->text().substr(token.begin);
    const std::size_t close = std::min(rest.find("}}"), rest.find('\n'));
    const std::size_t length =
        std::min(close == std::string_view::npos ? 2 : close + 2, rest.size());
    const std::string_view written = rest.substr(0, length);
    const source::Span span{file.file->id(), token.begin,
                            token.begin + static_cast<std::uint32_t>(length)};
    diagnostics_.report(Kind::unresolvable_construct, span, {written, layout_.name})
        .help("a plain {{ .Name }} gets its value from  VARIABLES Name=value");
    return;
  }
}

void Variables::report_unused() {
  for (const auto& [name, value] : options_.variables) {
    if (used_.count(name) == 0) diagnostics_.report(Kind::unused_variable, {}, {name});
  }
}

}  // namespace retort::compiler::chain
