// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Spirit X3 over tokens: "create table"_kw matches words, sym('(') a symbol, sub<parse_type> what a
// function of functions.hpp reads. The pieces reach the tree by actions on members: sub<parse_name>
// [set(&ast::Column::name)]; attributes are not propagated. spanned[p] sets the span of a rule's
// value.
#pragma once

#include <boost/spirit/home/x3.hpp>
#include <utility>

#include "parse/grammar/functions.hpp"

namespace retort::compiler::parse::grammar {

namespace x3 = boost::spirit::x3;

struct StateTag;

template <class Context>
State& state_of(const Context& context) {
  return x3::get<StateTag>(context);
}

// One or several words.
class Words : public x3::parser<Words> {
 public:
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  consteval Words(const char* text, std::size_t size) {
    std::string_view rest(text, size);
    while (!rest.empty()) {
      const std::size_t blank = std::min(rest.find(' '), rest.size());
      const Keyword keyword = find_keyword(rest.substr(0, blank));
      if (keyword == no_keyword) throw "not in keywords.def";
      words_[count_++] = keyword;
      rest.remove_prefix(std::min(blank + 1, rest.size()));
    }
  }

  template <class Context, class RContext, class Attribute>
  bool parse(Cursor& first, const Cursor&, const Context& context, RContext&, Attribute&) const {
    for (std::size_t i = 0; i < count_; ++i) {
      if (first[i].keyword != words_[i]) {
        return state_of(context).expect(first + i, info(words_[i]).word);
      }
    }
    first += count_;
    return true;
  }

 private:
  std::array<Keyword, 6> words_{};
  std::size_t count_ = 0;
};

consteval Words operator""_kw(const char* text, std::size_t size) { return {text, size}; }

// One character that is a token.
struct SymbolParser : x3::parser<SymbolParser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  constexpr SymbolParser(char c, std::string_view text) : symbol(c), quoted(text) {}

  template <class Context, class RContext, class Attribute>
  bool parse(Cursor& first, const Cursor&, const Context& context, RContext&, Attribute&) const {
    return state_of(context).accept(first, symbol, quoted);
  }

  char symbol;
  std::string_view quoted;
};
inline constexpr SymbolParser open{'(', "'('"};
inline constexpr SymbolParser close{')', "')'"};
inline constexpr SymbolParser comma{',', "','"};
inline constexpr SymbolParser dot{'.', "'.'"};
inline constexpr SymbolParser equals{'=', "'='"};

template <class T>
T result_of(bool (*)(Cursor&, State&, T&));

// What a function reads, as an attribute of the function's type.
template <auto Function>
struct Sub : x3::parser<Sub<Function>> {
  using attribute_type = decltype(result_of(Function));
  static constexpr bool has_attribute = true;

  template <class Context, class RContext>
  bool parse(Cursor& first, const Cursor&, const Context& context, RContext&,
             attribute_type& attribute) const {
    return Function(first, state_of(context), attribute);
  }
  template <class Context, class RContext>
  bool parse(Cursor& first, const Cursor& last, const Context& context, RContext& rcontext,
             x3::unused_type) const {
    attribute_type ignored{};
    return parse(first, last, context, rcontext, ignored);
  }
};
template <auto Function>
inline constexpr Sub<Function> sub{};

// Matches where `Sqlite` says which grammar is in force.
template <bool Sqlite>
struct DialectGate : x3::parser<DialectGate<Sqlite>> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  template <class Context, class RContext, class Attribute>
  bool parse(Cursor&, const Cursor&, const Context& context, RContext&, Attribute&) const {
    return state_of(context).sqlite == Sqlite;
  }
};
inline constexpr DialectGate<true> in_sqlite{};
inline constexpr DialectGate<false> in_postgres{};

// --- actions

constexpr auto set = [](auto member) {
  return [member](auto& context) { x3::_val(context).*member = std::move(x3::_attr(context)); };
};
constexpr auto put = [](auto member, auto value) {
  return [member, value](auto& context) { x3::_val(context).*member = value; };
};
constexpr auto push = [](auto member) {
  return [member](auto& context) {
    (x3::_val(context).*member).push_back(std::move(x3::_attr(context)));
  };
};
// The whole value of the rule.
constexpr auto assign = [](auto& context) { x3::_val(context) = std::move(x3::_attr(context)); };
constexpr auto append = [](auto& context) {
  x3::_val(context).push_back(std::move(x3::_attr(context)));
};

// spanned[p]: the rule's value gets the span of what p matched. (An on_success handler would not
// see the value: a rule with actions has no attribute of its own.)
template <class Subject>
struct SpannedParser : x3::unary_parser<Subject, SpannedParser<Subject>> {
  using base = x3::unary_parser<Subject, SpannedParser<Subject>>;
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  constexpr explicit SpannedParser(const Subject& inner) : base(inner) {}

  template <class Context, class RContext, class Attribute>
  bool parse(Cursor& first, const Cursor& last, const Context& context, RContext& rcontext,
             Attribute& attribute) const {
    const Cursor begin = first;
    if (!this->subject.parse(first, last, context, rcontext, attribute)) return false;
    rcontext.span = state_of(context).span(begin, first);
    return true;
  }
};
struct SpannedDirective {
  template <class Subject>
  constexpr auto operator[](const Subject& subject) const {
    using Parser = typename x3::extension::as_parser<Subject>::value_type;
    return SpannedParser<Parser>(x3::as_parser(subject));
  }
};
inline constexpr SpannedDirective spanned{};

// Runs a rule for a function: reads, or leaves `at` where it was.
template <class Rule, class T>
bool run(const Rule& rule, Cursor& at, State& state, T& value) {
  const Cursor before = at;
  if (rule.parse(at, state.end, x3::make_context<StateTag>(state), x3::unused, value)) return true;
  at = before;
  return false;
}

}  // namespace retort::compiler::parse::grammar
