// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Expressions by precedence climbing, in plain C++ over the tables of operators.hpp: a ladder of
// rules costs a call per level and operand. In: tokens. Out: a tree.
#include "parse/grammar/operators.hpp"

namespace retort::compiler::parse::grammar {
namespace {

using ast::Expr;
using ast::ExprBox;
using lex::TokenKind;

// One expression. `at` stands behind what was understood; the caller goes back where it fails.
class Climber {
 public:
  Climber(Cursor& at, State& state, bool restricted)
      : at_(at), state_(state), level_(levels(state)), restricted_(restricted) {}

  bool parse(Expr& left, unsigned minimum) {
    const Nesting nesting(state_, at_);
    if (!nesting) return false;
    const Cursor first = at_;
    if (!prefix(left)) return false;
    // PostgreSQL's comparisons do not associate: a < b < c is an error. Those that end with a word
    // or parenthesis (IS NULL, IN) do.
    unsigned maximum = 255;
    while (true) {
      const Step step = infix(left, first, minimum, maximum);
      if (step == Step::failed) return false;
      if (step == Step::none) return true;
      left.span = state_.span(first, at_);
      if (++state_.height > max_height) return state_.enough(at_);
    }
  }

 private:
  enum class Step : std::uint8_t { none, done, failed };

  bool operand(ExprBox& box, unsigned minimum) {
    Expr expr;
    if (!parse(expr, minimum)) return false;
    box = std::move(expr);
    return true;
  }

  bool prefix(Expr& result) {
    const Cursor first = at_;
    unsigned operand_level = 0;
    ast::Unary unary;
    const auto plain = [&](ast::Operator kind, unsigned level) {
      unary.op.kind = kind;
      unary.op.text = state_.slice(*at_);
      operand_level = level;
    };
    if (at_->is("not"_k) && !restricted_) {
      plain(ast::Operator::logical_not, level_.not_);
      unary.op.text = "not";
    } else if (at_->is('-')) {
      plain(ast::Operator::negate, level_.sign);
    } else if (at_->is('+')) {
      plain(ast::Operator::plus, level_.sign);
    } else if (at_->is('~')) {
      plain(ast::Operator::bit_not, state_.sqlite ? level_.sign : level_.other + 1u);
    } else if (!state_.sqlite && at_->kind == TokenKind::op &&
               binary_operator(state_, *at_).level == level_.other) {
      plain(ast::Operator::other, level_.other + 1u);
    } else if (!state_.sqlite && at_->is("operator"_k) && at_[1].is('(')) {
      if (!parse_operator_name(at_, state_, unary.op)) return false;
      operand_level = level_.other + 1u;
      --at_;
    } else {
      return parse_primary(at_, state_, result);
    }
    ++at_;
    unary.op.span = state_.span(first, at_);
    if (!operand(unary.operand, operand_level)) return false;
    result.node = std::move(unary);
    result.span = state_.span(first, at_);
    return true;
  }

  // What stands behind `left`, if it binds at least as tightly as `minimum`.
  Step infix(Expr& left, Cursor first, unsigned minimum, unsigned& maximum) {
    const auto may = [&](unsigned level) {
      return level != 0 && level >= minimum && level <= maximum;
    };
    if (at_->kind == TokenKind::op) return symbol(left, minimum, maximum);
    if (at_->is('[')) return may(level_.postfix) ? subscript(left) : Step::none;
    if (at_->kind != TokenKind::word || at_->keyword == no_keyword) return Step::none;
    switch (at_->keyword) {
      case "and"_k:
        return !restricted_ && may(level_.and_) ? logical(left, ast::LogicalOperator::and_, first)
                                                : Step::none;
      case "or"_k:
        return !restricted_ && may(level_.or_) ? logical(left, ast::LogicalOperator::or_, first)
                                               : Step::none;
      case "is"_k:
        return may(level_.is) ? is(left, maximum) : Step::none;
      case "isnull"_k:
      case "notnull"_k:
        if (restricted_ || !may(level_.is)) return Step::none;
        return null_test(left, at_->is("notnull"_k), 1);
      case "collate"_k:
        return !restricted_ && may(level_.collate) ? collate(left) : Step::none;
      case "at"_k:
        if (restricted_ || !may(level_.at_time_zone) || !at_[1].is("time"_k)) return Step::none;
        return at_time_zone(left);
      case "operator"_k:
        if (state_.sqlite || !may(level_.other) || !at_[1].is('(')) return Step::none;
        return named_operator(left);
      default:
        return match_words(left, minimum, maximum);
    }
  }

  Step symbol(Expr& left, unsigned minimum, unsigned& maximum) {
    if (at_->is(Symbol::double_colon)) {
      if (state_.sqlite) return Step::none;
      ++at_;
      ast::Cast cast{std::move(left), {}, ast::CastForm::double_colon};
      ast::TypeName type;
      if (!parse_type(at_, state_, type)) return Step::failed;
      cast.type = std::move(type);
      return finish(left, std::move(cast));
    }
    const BinaryOperator op = binary_operator(state_, *at_);
    if (op.level == 0 || op.level < minimum || op.level > maximum) return Step::none;
    ast::OperatorName name;
    name.kind = op.kind;
    name.text = state_.slice(*at_);
    name.span = state_.span(at_, at_ + 1);
    ++at_;
    if (!state_.sqlite && op.level == level_.comparison) maximum = op.level - 1u;
    return right_side(left, std::move(name), op.level);
  }

  Step named_operator(Expr& left) {
    ast::OperatorName name;
    if (!parse_operator_name(at_, state_, name)) return Step::failed;
    return right_side(left, std::move(name), level_.other);
  }

  Step right_side(Expr& left, ast::OperatorName name, unsigned level) {
    if (at_quantifier()) {
      ast::Quantified node;
      node.op = std::move(name);
      return quantified(left, std::move(node));
    }
    ast::Binary node{std::move(name), std::move(left), {}};
    if (!operand(node.right, level + 1)) return Step::failed;
    return finish(left, std::move(node));
  }

  bool at_quantifier() const {
    return !state_.sqlite && !restricted_ && at_[0].kind == TokenKind::word &&
           (at_->is("any"_k) || at_->is("some"_k) || at_->is("all"_k)) && at_[1].is('(');
  }

  Step quantified(Expr& left, ast::Quantified node) {
    node.all = at_->is("all"_k);
    at_ += 2;
    node.left = std::move(left);
    if (at_query(at_)) {
      ast::Select query;
      if (!parse_query(at_, state_, query)) return Step::failed;
      if (!state_.accept(at_, ')', "')'")) return Step::failed;
      node.subquery = std::move(query);
      return finish(left, std::move(node));
    }
    if (!nested(node.array)) return Step::failed;
    if (!state_.accept(at_, ')', "')'")) return Step::failed;
    return finish(left, std::move(node));
  }

  // A whole expression inside something.
  bool nested(ExprBox& box) {
    Expr expr;
    if (!parse_expression(at_, state_, expr)) return false;
    box = std::move(expr);
    return true;
  }

  template <class Node>
  Step finish(Expr& left, Node node) {
    left.node = std::move(node);
    return Step::done;
  }

  // a AND b AND c is one node, of the height of its highest operand.
  Step logical(Expr& left, ast::LogicalOperator op, Cursor first) {
    ast::Logical node;
    node.op = op;
    const Keyword word = at_->keyword;
    if (auto* same = std::get_if<ast::Logical>(&left.node); same != nullptr && same->op == op) {
      node = std::move(*same);
    } else {
      node.operands.push_back(std::move(left));
    }
    const unsigned level = op == ast::LogicalOperator::and_ ? level_.and_ : level_.or_;
    while (at_->is(word)) {
      ++at_;
      node.operands.emplace_back();
      if (!parse(node.operands.back(), level + 1u)) return Step::failed;
    }
    left = Expr{state_.span(first, at_), std::move(node)};
    return Step::done;
  }

  Step null_test(Expr& left, bool negated, unsigned tokens) {
    at_ += tokens;
    return finish(left, ast::IsTest{std::move(left), ast::IsTestKind::null_value, negated});
  }

  Step is(Expr& left, unsigned& maximum) {
    const Cursor first = at_++;
    const bool negated = at_->is("not"_k);
    if (negated) ++at_;
    if (at_->is("distinct"_k) && at_[1].is("from"_k)) {
      at_ += 2;
      if (!state_.sqlite) maximum = level_.is - 1u;
      ast::DistinctFrom node{std::move(left), {}, negated, false};
      if (!operand(node.right, level_.is + 1u)) return Step::failed;
      return finish(left, std::move(node));
    }
    ast::IsTest test;
    test.negated = negated;
    const auto tested = [&](ast::IsTestKind kind) {
      ++at_;
      test.kind = kind;
      test.operand = std::move(left);
      return finish(left, std::move(test));
    };
    if (restricted_) {
      at_ = first;
      return Step::none;
    }
    // In SQLite x IS NULL + 1 is an operand, too.
    const bool ends = !state_.sqlite || !goes_on(at_ + 1);
    if (ends && at_->is("null"_k)) return tested(ast::IsTestKind::null_value);
    if (ends && at_->is("true"_k)) return tested(ast::IsTestKind::true_value);
    if (ends && at_->is("false"_k)) return tested(ast::IsTestKind::false_value);
    if (!state_.sqlite) {
      if (at_->is("unknown"_k)) return tested(ast::IsTestKind::unknown);
      state_.expect(at_, "null");
      state_.expect(at_, "true");
      state_.expect(at_, "false");
      state_.expect(at_, "distinct from");
      return Step::failed;
    }
    ast::DistinctFrom node{std::move(left), {}, !negated, true};
    if (!operand(node.right, level_.is + 1u)) return Step::failed;
    return finish(left, std::move(node));
  }

  // Whether something that binds tighter than IS stands here (SQLite).
  bool goes_on(Cursor at) const {
    return binary_operator(state_, *at).level > level_.is || at->is("collate"_k) || at->is('.') ||
           at->is('(');
  }

  Step collate(Expr& left) {
    ++at_;
    ast::Collate node{std::move(left), {}};
    if (!parse_collation(at_, state_, node.collation)) return Step::failed;
    return finish(left, std::move(node));
  }

  Step at_time_zone(Expr& left) {
    if (!at_[2].is("zone"_k)) return Step::failed;
    at_ += 3;
    ast::AtTimeZone node{std::move(left), {}};
    if (!operand(node.zone, level_.at_time_zone + 1u)) return Step::failed;
    return finish(left, std::move(node));
  }

  // [NOT] IN, BETWEEN, LIKE and its relatives; SQLite's x NOT NULL.
  Step match_words(Expr& left, unsigned minimum, unsigned& maximum) {
    const bool negated = at_->is("not"_k);
    const Token& word = at_[negated ? 1 : 0];
    if (restricted_ || level_.match < minimum || level_.match > maximum) return Step::none;
    if (negated && word.is("null"_k) && state_.sqlite) return null_test(left, true, 2);
    ast::MatchOperator op{};
    switch (word.keyword) {
      case "in"_k:
      case "between"_k:
        break;
      case "like"_k:
        op = ast::MatchOperator::like;
        break;
      case "ilike"_k:
        if (state_.sqlite) return Step::none;
        op = ast::MatchOperator::ilike;
        break;
      case "similar"_k:
        if (state_.sqlite) return Step::none;
        op = ast::MatchOperator::similar_to;
        break;
      case "glob"_k:
        if (!state_.sqlite) return Step::none;
        op = ast::MatchOperator::glob;
        break;
      case "regexp"_k:
        if (!state_.sqlite) return Step::none;
        op = ast::MatchOperator::regexp;
        break;
      case "match"_k:
        if (!state_.sqlite) return Step::none;
        op = ast::MatchOperator::match;
        break;
      default:
        return Step::none;
    }
    const Keyword keyword = word.keyword;
    at_ += negated ? 2 : 1;
    if (keyword == "in"_k) return in(left, negated);
    if (!state_.sqlite) maximum = level_.match - 1u;
    if (keyword == "between"_k) return between(left, negated);
    if (op == ast::MatchOperator::similar_to && !state_.accept(at_, "to"_k)) return Step::failed;
    return match(left, op, negated);
  }

  Step in(Expr& left, bool negated) {
    ast::In node;
    node.operand = std::move(left);
    node.negated = negated;
    if (state_.sqlite && !at_->is('(')) {
      ast::QualifiedName table;
      if (!parse_qualified_name(at_, state_, table) || at_->is('(')) return Step::failed;
      node.table = std::move(table);
      return finish(left, std::move(node));
    }
    if (!state_.accept(at_, '(', "'('")) return Step::failed;
    if (at_query(at_)) {
      ast::Select query;
      if (!parse_query(at_, state_, query)) return Step::failed;
      if (!state_.accept(at_, ')', "')'")) return Step::failed;
      node.subquery = std::move(query);
      return finish(left, std::move(node));
    }
    if (state_.sqlite && at_->is(')')) return ++at_, finish(left, std::move(node));
    do {
      node.values.emplace_back();
      if (!parse_expression(at_, state_, node.values.back())) return Step::failed;
    } while (state_.accept(at_, ',', "','"));
    if (!state_.accept(at_, ')', "')'")) return Step::failed;
    return finish(left, std::move(node));
  }

  Step between(Expr& left, bool negated) {
    ast::Between node;
    node.operand = std::move(left);
    node.negated = negated;
    if (!state_.sqlite && (at_->is("symmetric"_k) || at_->is("asymmetric"_k))) {
      node.symmetric = at_->is("symmetric"_k);
      ++at_;
    }
    // Up to the AND: in PostgreSQL an expression of its own kind, in SQLite what binds tighter.
    Expr low;
    Climber inner(at_, state_, !state_.sqlite);
    if (!inner.parse(low, state_.sqlite ? level_.not_ : level_.is)) return Step::failed;
    node.low = std::move(low);
    if (!state_.accept(at_, "and"_k)) return Step::failed;
    if (!operand(node.high, level_.match + 1u)) return Step::failed;
    return finish(left, std::move(node));
  }

  Step match(Expr& left, ast::MatchOperator op, bool negated) {
    if (at_quantifier() && op != ast::MatchOperator::similar_to) {
      ast::Quantified node;
      node.match = op;
      node.negated = negated;
      return quantified(left, std::move(node));
    }
    ast::Match node;
    node.op = op;
    node.operand = std::move(left);
    node.negated = negated;
    if (!operand(node.pattern, level_.match + 1u)) return Step::failed;
    if (at_->is("escape"_k)) {
      ++at_;
      if (!operand(node.escape, level_.match + 1u)) return Step::failed;
    }
    return finish(left, std::move(node));
  }

  Step subscript(Expr& left) {
    // (x[1])[2] is not x[1][2], and the tree has no place for that.
    const bool chain = std::holds_alternative<ast::Subscript>(left.node) ||
                       std::holds_alternative<ast::Field>(left.node);
    if (chain && state_.text[left.span.begin] == '(' && state_.text[left.span.end - 1] == ')') {
      return Step::failed;
    }
    ++at_;
    ast::Subscript node;
    node.operand = std::move(left);
    if (!at_->is(':') && !nested(node.lower)) return Step::failed;
    if (at_->is(':')) {
      ++at_;
      node.slice = true;
      if (!at_->is(']') && !nested(node.upper)) return Step::failed;
    }
    if (!state_.accept(at_, ']', "']'")) return Step::failed;
    return finish(left, std::move(node));
  }

  Cursor& at_;
  State& state_;
  const Levels& level_;
  bool restricted_;
};

bool climb(Cursor& at, State& state, Expr& expr, bool restricted) {
  const Cursor first = at;
  Climber climber(at, state, restricted);
  if (climber.parse(expr, 0)) return true;
  at = first;
  return false;
}

}  // namespace

bool parse_expression(Cursor& at, State& state, ast::Expr& expr) {
  return climb(at, state, expr, false);
}

bool parse_restricted_expression(Cursor& at, State& state, ast::Expr& expr) {
  return climb(at, state, expr, !state.sqlite);
}

// "+", or OPERATOR(schema.+)
bool parse_operator_name(Cursor& at, State& state, ast::OperatorName& op) {
  const Cursor first = at;
  op.explicit_form = at->is("operator"_k);
  if (op.explicit_form) {
    ++at;
    if (!state.accept(at, '(', "'('")) return at = first, false;
    if (at->kind == TokenKind::word || at->kind == TokenKind::quoted_name) {
      ast::Name schema;
      if (!parse_name(at, state, schema) || !at->is('.')) return at = first, false;
      op.schema = std::move(schema);
      ++at;
    }
  }
  if (at->kind != TokenKind::op || at->is(Symbol::double_colon) || at->is(Symbol::named_argument)) {
    state.expect(at, "an operator");
    return at = first, false;
  }
  op.kind = binary_operator(state, *at).kind;
  op.text = state.slice(*at++);
  if (op.explicit_form && !state.accept(at, ')', "')'")) return at = first, false;
  op.span = state.span(first, at);
  return true;
}

}  // namespace retort::compiler::parse::grammar
