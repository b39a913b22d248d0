// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The grammar of header lines, directives and waivers, in Boost.Spirit X3 over bytes. In: one
// comment, or one value out of it. Out: its pieces. Every rule runs over its text once.
#include "parse/grammar/grammar.hpp"

#include <boost/spirit/home/x3.hpp>

namespace retort::compiler::parse::grammar {
namespace {

namespace x3 = boost::spirit::x3;
using x3::char_;
using x3::eoi;
using x3::raw;

using Range = boost::iterator_range<const char*>;

std::string_view view(const Range& range) {
  return {range.begin(), static_cast<std::size_t>(range.end() - range.begin())};
}

// An action that stores the bytes of raw[…].
constexpr auto into = [](auto& target) {
  return [&target](auto& context) { target = view(x3::_attr(context)); };
};

const auto blank = char_(" \t\r\f\v");
const auto visible = ~char_(" \t\r\f\v");
const auto letter = char_("A-Za-z");
const auto word = +letter;
const auto identifier = +char_("A-Za-z0-9_.");
const auto comment_start = x3::lit("--") >> *blank;

template <class Parser>
bool parse(std::string_view text, const Parser& parser) {
  const char* begin = text.data();
  const char* const end = begin + text.size();
  return x3::parse(begin, end, parser) && begin == end;
}

// Plain code, because "blanks up to the end" as a rule would try again at every blank.
std::string_view without_blanks_around(std::string_view text) {
  static constexpr std::string_view blanks = " \t\r\f\v";
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return text.substr(0, 0);
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

}  // namespace

std::optional<HeaderLine> header_line(std::string_view line) {
  HeaderLine result;
  std::string_view rest;
  const auto rule = *blank >> raw[word >> *(+blank >> word)][into(result.key)] >> *blank >> ':' >>
                    raw[*char_][into(rest)];
  if (!parse(line, rule)) return std::nullopt;
  result.value = without_blanks_around(rest);
  result.spaced = rest.empty() || rest.data() != result.value.data();
  return result;
}

Directive directive(std::string_view comment, std::size_t limit) {
  Directive result;
  Argument argument;
  const auto add = [&](auto& context) {
    argument.text = view(x3::_attr(context));
    if (result.arguments.size() < limit) result.arguments.push_back(argument);
    argument = {};
  };
  const auto name = raw[*(visible - ':')][into(argument.name)];
  const auto value = raw[*visible][into(argument.value)];
  const auto rule = comment_start >> raw[*visible][into(result.name)] >>
                    *(+blank >> &visible >> raw[name >> -(':' >> value)][add]) >> *blank;
  parse(comment, rule);
  return result;
}

Annotation annotation(std::string_view comment) {
  Annotation result;
  std::string_view rest;
  const auto close = [&](auto&) { result.closed = true; };
  const auto name = raw[*char_("A-Za-z0-9_-")][into(result.name)];
  const auto argument = '(' >> raw[*(char_ - ')')][into(result.argument)] >> -x3::lit(')')[close];
  const auto rule = comment_start >> x3::no_case["retort:"] >> *blank >> name >> *blank >>
                    -argument >> raw[*char_][into(rest)];
  parse(comment, rule);
  result.rest = without_blanks_around(rest);
  if (result.argument) result.argument = without_blanks_around(*result.argument);
  return result;
}

bool is_revision_id(std::string_view text) { return parse(text, identifier); }

std::vector<std::string_view> list(std::string_view text, std::size_t limit) {
  std::vector<std::string_view> result;
  if (without_blanks_around(text).empty()) return result;
  const auto add = [&](auto& context) {
    if (result.size() == limit) return;
    result.push_back(without_blanks_around(view(x3::_attr(context))));
  };
  parse(text, raw[*(char_ - ',')][add] % ',');
  return result;
}

std::optional<ChainRevision> chain_revision(std::string_view text) {
  ChainRevision result;
  const auto chain = +char_("A-Za-z0-9_.-");
  if (!parse(text,
             raw[chain][into(result.chain)] >> '@' >> raw[identifier][into(result.revision)])) {
    return std::nullopt;
  }
  return result;
}

bool is_date(std::string_view text) {
  static constexpr x3::uint_parser<unsigned, 10, 4, 4> year{};
  static constexpr x3::uint_parser<unsigned, 10, 2, 2> two{};
  const auto at_most = [](unsigned low, unsigned high) {
    return [low, high](auto& context) {
      x3::_pass(context) = x3::_attr(context) >= low && x3::_attr(context) <= high;
    };
  };
  const auto hour = two[at_most(0, 23)], minute = two[at_most(0, 59)], second = two[at_most(0, 60)];
  const auto day = year >> '-' >> two[at_most(1, 12)] >> '-' >> two[at_most(1, 31)];
  const auto time = hour >> ':' >> minute >> -(':' >> second >> -('.' >> +char_("0-9")));
  const auto zone = +letter | (char_("+-") >> hour >> -x3::lit(':') >> -minute);
  return parse(text, day >> -((x3::lit('T') | +blank) >> time >> *blank >> -zone));
}

std::optional<std::int64_t> duration_ms(std::string_view text) {
  static constexpr x3::uint_parser<std::int64_t, 10, 1, 10> number{};
  static constexpr std::int64_t limit = 2147483647;
  std::int64_t count = 0, unit = 0;
  const auto keep = [&](auto& context) { count = x3::_attr(context); };
  const auto is = [&](std::int64_t milliseconds) {
    return [&unit, milliseconds](auto&) { unit = milliseconds; };
  };
  const auto units = x3::lit("ms")[is(1)] | x3::lit("min")[is(60'000)] | x3::lit('s')[is(1000)] |
                     x3::lit('h')[is(3'600'000)];
  if (!parse(text, number[keep] >> units) || count < 1 || count > limit / unit) return std::nullopt;
  return count * unit;
}

}  // namespace retort::compiler::parse::grammar
