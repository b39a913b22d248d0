// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Expressions. Parentheses are not kept: the tree says it. Long chains of AND and OR are one node.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ast/box.hpp"
#include "ast/name.hpp"
#include "ast/type.hpp"

namespace retort::compiler::ast {

struct Expr;
struct Select;
using ExprBox = Box<Expr>;

enum class LiteralKind : std::uint8_t {
  null_value,
  true_value,
  false_value,
  number,      // text as written, without a sign
  string,      // text without quotes and escapes
  blob,        // SQLite x'…': text is the hexadecimal digits
  bit_string,  // PostgreSQL B'…'
  hex_string,  // PostgreSQL X'…', a bit string too
};
struct Literal {
  LiteralKind kind = LiteralKind::null_value;
  std::string text;
};

struct Parameter {
  std::string text;  // as written: "$1", "?", ":name"
};

struct ColumnRef {
  Box<Name> schema;  // may be empty, like every Box of a name
  Box<Name> table;
  Name column;
};

// * and t.*: in result columns and RETURNING.
struct Star {
  Box<Name> schema;  // may be empty, like every Box of a name
  Box<Name> table;
};

// DEFAULT as a value, in VALUES and SET.
struct DefaultValue {};

enum class Operator : std::uint8_t {
  equal,  // = ==
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  add,
  subtract,
  multiply,
  divide,
  modulo,
  power,
  concat,
  bit_and,
  bit_or,
  bit_xor,  // PostgreSQL #
  bit_not,  // ~x
  shift_left,
  shift_right,
  json_get,       // ->
  json_get_text,  // ->>
  plus,           // +x
  negate,         // -x
  logical_not,    // NOT x
  other,          // only `text` tells
};
struct OperatorName {
  Operator kind = Operator::other;
  std::string text;            // as written; "not" for NOT
  Box<Name> schema;            // OPERATOR(schema.+)
  bool explicit_form = false;  // written as OPERATOR(…)
  Span span;
};

struct Unary {
  OperatorName op;
  ExprBox operand;
};
struct Binary {
  OperatorName op;
  ExprBox left;
  ExprBox right;
};

enum class LogicalOperator : std::uint8_t { and_, or_ };
struct Logical {
  LogicalOperator op = LogicalOperator::and_;
  std::vector<Expr> operands;  // at least two
};

// x IS [NOT] NULL and so on; ISNULL and NOTNULL are read as these.
enum class IsTestKind : std::uint8_t { null_value, true_value, false_value, unknown };
struct IsTest {
  ExprBox operand;
  IsTestKind kind = IsTestKind::null_value;
  bool negated = false;
};

// IS [NOT] DISTINCT FROM; with `is_operator` SQLite's x IS [NOT] y, which asks the opposite:
// x IS y has negated = true (NOT DISTINCT FROM), x IS NOT y false.
struct DistinctFrom {
  ExprBox left;
  ExprBox right;
  bool negated = false;
  bool is_operator = false;
};

struct In {
  ExprBox operand;
  bool negated = false;
  // One of the three:
  std::vector<Expr> values;  // SQLite allows none
  Box<Select> subquery;
  Box<QualifiedName> table;  // SQLite: x IN t
};

struct Between {
  ExprBox operand;
  ExprBox low;
  ExprBox high;
  bool negated = false;
  bool symmetric = false;
};

enum class MatchOperator : std::uint8_t { like, ilike, similar_to, glob, regexp, match };
struct Match {
  MatchOperator op = MatchOperator::like;
  ExprBox operand;
  ExprBox pattern;
  ExprBox escape;  // may be empty
  bool negated = false;
};

struct Exists {
  Box<Select> query;
};
struct ScalarSubquery {
  Box<Select> query;
};

// x = ANY (…), x < ALL (…): of a subquery or an array.
struct Quantified {
  ExprBox left;
  OperatorName op;
  bool all = false;  // else ANY, SOME
  // One of the two:
  Box<Select> subquery;
  ExprBox array;
  // x LIKE ANY (…): then op is not set.
  std::optional<MatchOperator> match;
  bool negated = false;  // of match
};

struct When {
  ExprBox condition;
  ExprBox result;
};
struct Case {
  ExprBox operand;  // may be empty
  std::vector<When> whens;
  ExprBox otherwise;  // may be empty
};

enum class CastForm : std::uint8_t {
  cast,          // CAST(x AS t)
  double_colon,  // x::t
  prefix,        // date '2024-05-07'
};
struct Cast {
  ExprBox operand;
  Box<TypeName> type;
  CastForm form = CastForm::cast;
};

struct Collate {
  ExprBox operand;
  QualifiedName collation;
};

struct AtTimeZone {
  ExprBox operand;
  ExprBox zone;
};

// (a, b), ROW(a)
struct Row {
  std::vector<Expr> fields;
  bool explicit_form = false;  // with the word ROW
};

// ARRAY[…], and inside it [ … ]; ARRAY(SELECT …)
struct Array {
  std::vector<Expr> elements;
  Box<Select> subquery;
  bool nested = false;  // without the word ARRAY
};

// x[1], x[1:2]
struct Subscript {
  ExprBox operand;
  ExprBox lower;  // the index itself where it is no slice
  ExprBox upper;
  bool slice = false;
};

// (x).name, (x).*
struct Field {
  ExprBox operand;
  Box<Name> name;  // empty: *
};

enum class SortOrder : std::uint8_t { unspecified, ascending, descending };
enum class NullsOrder : std::uint8_t { unspecified, first, last };

struct OrderTerm {
  Span span;
  ExprBox expr;
  SortOrder order = SortOrder::unspecified;
  std::optional<OperatorName> using_operator;  // ORDER BY x USING <
  NullsOrder nulls = NullsOrder::unspecified;
};

enum class FrameUnit : std::uint8_t { rows, range, groups };
enum class FrameBoundKind : std::uint8_t {
  unbounded_preceding,
  preceding,  // with an offset
  current_row,
  following,  // with an offset
  unbounded_following,
};
struct FrameBound {
  FrameBoundKind kind = FrameBoundKind::current_row;
  ExprBox offset;
};
enum class FrameExclusion : std::uint8_t { none, current_row, group, ties, no_others };
struct Frame {
  FrameUnit unit = FrameUnit::range;
  FrameBound start;
  std::optional<FrameBound> end;  // nothing: no BETWEEN
  FrameExclusion exclude = FrameExclusion::none;
};

struct Window {
  Span span;
  Box<Name> base;  // OVER (w …)
  std::vector<Expr> partition_by;
  std::vector<OrderTerm> order_by;
  std::optional<Frame> frame;
};

struct Argument {
  Box<Name> name;  // f(name => value)
  ExprBox value;
  bool variadic = false;
};

// Also coalesce, greatest, least, nullif, which have a syntax of their own in PostgreSQL.
struct FunctionCall {
  QualifiedName name;
  std::vector<Argument> arguments;
  bool star = false;      // count(*)
  bool distinct = false;  // count(DISTINCT x)
  std::vector<OrderTerm> order_by;
  bool within_group = false;  // order_by stands in WITHIN GROUP (…)
  ExprBox filter;             // may be empty
  Box<Name> over_name;        // OVER w
  Box<Window> over;           // OVER (…)
};

// CURRENT_TIMESTAMP and the like, without parentheses.
struct CurrentValue {
  std::string name;                       // in lower case: "current_timestamp"
  std::optional<std::int64_t> precision;  // CURRENT_TIMESTAMP(3)
};

struct Extract {
  Name field;  // in lower case where it is no string
  bool field_is_string = false;
  ExprBox source;
};

struct Position {
  ExprBox needle;
  ExprBox haystack;
};

// substring(x FROM a FOR b); substring(x, a, b) is a FunctionCall.
struct Substring {
  ExprBox operand;
  ExprBox from;    // may be empty
  ExprBox length;  // may be empty
};

enum class TrimSide : std::uint8_t { both, leading, trailing };
// trim(BOTH c FROM x); trim(x), trim(x, c) too.
struct Trim {
  std::optional<TrimSide> side;  // as written
  ExprBox characters;            // may be empty
  ExprBox operand;
  bool from = false;          // with the word FROM
  std::vector<Expr> further;  // trim(x, c): what stands behind the first comma
};

// SQLite, in trigger bodies.
struct Raise {
  std::string action;  // "ignore", "rollback", "abort", "fail"
  ExprBox message;     // may be empty
};

struct Expr {
  Span span;
  std::variant<Literal, Parameter, ColumnRef, Star, DefaultValue, Unary, Binary, Logical, IsTest,
               DistinctFrom, In, Between, Match, Exists, ScalarSubquery, Quantified, Case, Cast,
               Collate, AtTimeZone, Row, Array, Subscript, Field, FunctionCall, CurrentValue,
               Extract, Position, Substring, Trim, Raise>
      node;
};

}  // namespace retort::compiler::ast
