// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Operators and predicates of both engines. In: a node; out: its text, or a refusal.
#include "lower/writer_nodes.hpp"

#include <algorithm>
#include <array>

#include "lower/literal.hpp"
#include "lower/warnings.hpp"
#include "schema/names.hpp"

namespace retort::compiler::lower {

using ast::Expr;
using ast::Operator;
using schema::quoted;
using schema::string_literal;
using schema::TypeKind;

namespace {

constexpr int comparison = 4;
constexpr int arithmetic = 5;

std::string_view operator_text(Operator kind) {
  constexpr std::array<std::string_view, 21> texts = {"=", "<>", "<", "<=", ">",  ">=", "+",
                                                      "-", "*",  "/", "%",  "^",  "||", "&",
                                                      "|", "#",  "~", "<<", ">>", "->", "->>"};
  const auto index = static_cast<std::size_t>(kind);
  return index < texts.size() ? texts[index] : std::string_view{};
}

bool compares(Operator kind) { return kind <= Operator::greater_equal; }

}  // namespace

std::string NodeWriter::run() {
  const Target& target = writer_.target_;
  if (sqlite() && target.report != nullptr) {
    warn_expression(expression_, scope_, target.place, *target.report);
  }
  return std::visit(*this, expression_.node);
}

std::string NodeWriter::operator()(const ast::Literal& node) {
  switch (node.kind) {
    case ast::LiteralKind::null_value:
      return "NULL";
    case ast::LiteralKind::true_value:
      return "true";
    case ast::LiteralKind::false_value:
      return "false";
    case ast::LiteralKind::number:
      if (node.text.find('_') != std::string::npos) return refuse("digits with '_' between them");
      return node.text;
    case ast::LiteralKind::string:
      // A backslash is a backslash on both: PostgreSQL's standard_conforming_strings is on.
      return string_literal(node.text);
    case ast::LiteralKind::blob:
      return "x'" + node.text + "'";
    case ast::LiteralKind::bit_string:
    case ast::LiteralKind::hex_string:
      break;
  }
  return refuse("a bit string has no SQLite form", "bytes are written as:  '\\x01'::bytea");
}

std::string NodeWriter::operator()(const ast::Parameter& node) {
  return refuse("parameter '" + node.text + "' in a migration", "write the value");
}

std::string NodeWriter::operator()(const ast::ColumnRef& node) {
  const schema::Resolved resolved = schema::resolve(node, scope_);
  Report* report = writer_.target_.report;
  // `t` beside FROM t is a whole row.
  const bool row = !node.table && std::any_of(scope_.relations.begin(), scope_.relations.end(),
                                              [&node](const schema::Relation& relation) {
                                                return relation.name == node.column.text;
                                              });
  if (report != nullptr && resolved.lookup == schema::Lookup::unknown_column && !row) {
    report->unknown_column(node.column.span, node.column.text, schema::column_names(scope_));
  } else if (report != nullptr && resolved.lookup == schema::Lookup::unknown_table) {
    std::vector<std::string> names;
    for (const schema::Relation& relation : scope_.relations) names.push_back(relation.name);
    report->unknown_table(node.table->span, node.table->text, names);
  }
  if (sqlite() && !stored_ && resolved.field != nullptr &&
      resolved.field->storage != schema::Storage::standard) {
    return refuse_stored(*resolved.field);
  }
  const std::string column =
      writer_.rename_ ? writer_.rename_(node.column.text) : quoted(node.column.text);
  return node.table ? quoted(node.table->text) + "." + column : column;
}

std::string NodeWriter::operator()(const ast::Star& node) {
  return node.table ? quoted(node.table->text) + ".*" : "*";
}

std::string NodeWriter::operator()(const ast::DefaultValue&) { return "DEFAULT"; }

std::string NodeWriter::operator()(const ast::Unary& node) {
  switch (node.op.kind) {
    case Operator::logical_not:
      return "NOT " + operand(*node.operand, 3);
    case Operator::negate:
      return "-" + operand(*node.operand, 6);
    case Operator::plus:
      return "+" + operand(*node.operand, 6);
    case Operator::bit_not:
      return "~" + operand(*node.operand, 6);
    default:
      return refuse("operator '" + node.op.text + "' has no SQLite form");
  }
}

std::string NodeWriter::beside(const Expr& expression, const Expr& other, int precedence) {
  if (sqlite() && (schema::stored_field(expression, scope_) != nullptr ||
                   schema::stored_field(other, scope_) != nullptr)) {
    return beside_stored(expression, other);
  }
  if (std::holds_alternative<ast::Literal>(expression.node)) {
    const schema::Type type = this->type(other);
    if (type.kind != TypeKind::none && !schema::is_text(type.kind)) {
      return writer_.value_for(expression, type, schema::Storage::standard, scope_);
    }
  }
  return operand(expression, precedence);
}

std::string NodeWriter::operator()(const ast::Binary& node) {
  const Operator kind = node.op.kind;
  if (compares(kind)) {
    const bool ordered = kind != Operator::equal && kind != Operator::not_equal;
    if (ordered && refuse_order(*node.left, *node.right)) return "NULL";
    return beside(*node.left, *node.right, comparison) + " " + std::string(operator_text(kind)) +
           " " + beside(*node.right, *node.left, comparison);
  }
  if (kind == Operator::json_get || kind == Operator::json_get_text) return json_get(node);
  if (kind == Operator::power) return refuse("operator '^' has no SQLite form");
  if (kind == Operator::bit_xor) return refuse("operator '#' has no SQLite form");
  if (operator_text(kind).empty()) {
    const bool regular = !node.op.text.empty() && node.op.text.find('~') != std::string::npos;
    return refuse("operator '" + node.op.text + "' has no SQLite form",
                  regular ? "LIKE with a literal pattern is portable" : "");
  }
  if (kind == Operator::add || kind == Operator::subtract) {
    if (const std::string text = shifted(node); !text.empty()) return text;
  }
  return operand(*node.left, arithmetic) + " " + std::string(operator_text(kind)) + " " +
         operand(*node.right, arithmetic);
}

// x + interval '3 day'. Years and months end on another day where the month is shorter.
std::string NodeWriter::shifted(const ast::Binary& node) {
  const auto* cast = std::get_if<ast::Cast>(&node.right->node);
  if (cast == nullptr || cast->type->name.text != "interval" || !sqlite()) return {};
  const auto* literal = std::get_if<ast::Literal>(&cast->operand->node);
  if (literal == nullptr) return refuse("an interval that is no literal has no SQLite form");
  const std::size_t blank = literal->text.find(' ');
  const std::string count = literal->text.substr(0, blank);
  std::string unit = blank == std::string::npos ? "" : literal->text.substr(blank + 1);
  if (!unit.empty() && unit.back() == 's') unit.pop_back();
  const bool whole = !count.empty() && count.find_first_not_of("0123456789") == std::string::npos;
  const bool known = unit == "day" || unit == "hour" || unit == "minute" || unit == "second";
  if (!whole || !known) {
    return refuse("interval '" + literal->text + "' is not portable",
                  "a whole number of day, hour, minute or second is:  interval '30 day'");
  }
  const std::string sign = node.op.kind == Operator::add ? "+" : "-";
  return "strftime('%Y-%m-%d %H:%M:%f', " + text(*node.left) + ", '" + sign + count + " " + unit +
         "')";
}

std::string NodeWriter::json_get(const ast::Binary& node) {
  if (!sqlite()) {
    const std::string op = node.op.kind == Operator::json_get ? " -> " : " ->> ";
    return operand(*node.left, arithmetic) + op + operand(*node.right, arithmetic);
  }
  const auto* key = std::get_if<ast::Literal>(&node.right->node);
  if (key == nullptr) return refuse("a JSON key that is no literal has no SQLite form");
  std::string path = "$";
  if (key->kind == ast::LiteralKind::number) {
    path += "[" + key->text + "]";
  } else {
    path += ".\"" + key->text + "\"";
  }
  const std::string value = "json_extract(" + text(*node.left) + ", " + string_literal(path) + ")";
  if (node.op.kind == Operator::json_get) return value;
  // ->> is text: json_extract gives numbers, and 0 and 1 for booleans.
  const std::string kind = "json_type(" + text(*node.left) + ", " + string_literal(path) + ")";
  return "CASE " + kind + " WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' ELSE CAST(" + value +
         " AS TEXT) END";
}

std::string NodeWriter::operator()(const ast::Logical& node) {
  const bool any = node.op == ast::LogicalOperator::or_;
  std::string result;
  for (const Expr& part : node.operands) {
    if (!result.empty()) result += any ? " OR " : " AND ";
    result += operand(part, any ? 1 : 2);
  }
  return result;
}

std::string NodeWriter::operator()(const ast::IsTest& node) {
  constexpr std::array<std::string_view, 4> tests = {"NULL", "TRUE", "FALSE", "NULL"};
  const bool unknown = node.kind == ast::IsTestKind::unknown;
  std::string test(tests[static_cast<std::size_t>(node.kind)]);
  if (unknown && !sqlite()) test = "UNKNOWN";
  return compared(*node.operand) + (node.negated ? " IS NOT " : " IS ") + test;
}

std::string NodeWriter::operator()(const ast::DistinctFrom& node) {
  const bool same = node.negated;
  const std::string left = beside(*node.left, *node.right, comparison);
  const std::string right = beside(*node.right, *node.left, comparison);
  if (sqlite()) return left + (same ? " IS " : " IS NOT ") + right;
  return left + (same ? " IS NOT DISTINCT FROM " : " IS DISTINCT FROM ") + right;
}

std::string NodeWriter::operator()(const ast::In& node) {
  std::string list;
  if (node.subquery) {
    list = query(*node.subquery);
    check_stored_query(*node.operand, *node.subquery);
  } else {
    if (node.values.empty()) return refuse("IN () is an error on PostgreSQL", "write false");
    for (const Expr& value : node.values) {
      list += (list.empty() ? "" : ", ") + beside(value, *node.operand, 0);
    }
  }
  return compared(*node.operand) + (node.negated ? " NOT IN (" : " IN (") + list + ")";
}

std::string NodeWriter::operator()(const ast::Between& node) {
  if (node.symmetric) {
    return refuse("BETWEEN SYMMETRIC has no SQLite form", "write the smaller bound first");
  }
  if (refuse_order(*node.operand, *node.low)) return "NULL";
  return compared(*node.operand) + (node.negated ? " NOT BETWEEN " : " BETWEEN ") +
         beside(*node.low, *node.operand, comparison) + " AND " +
         beside(*node.high, *node.operand, comparison);
}

std::string NodeWriter::operator()(const ast::Match& node) {
  if (node.op != ast::MatchOperator::like && node.op != ast::MatchOperator::ilike) {
    if (node.op != ast::MatchOperator::similar_to && node.op != ast::MatchOperator::regexp) {
      return refuse("GLOB and MATCH are SQLite's own", "LIKE with a literal pattern is portable");
    }
    return refuse("regular expressions and SIMILAR TO have no SQLite form",
                  "LIKE with a literal pattern is portable");
  }
  if (sqlite()) return sqlite_match(node);
  std::string text = operand(*node.operand, comparison) + (node.negated ? " NOT" : "");
  text += node.op == ast::MatchOperator::like ? " LIKE " : " ILIKE ";
  text += operand(*node.pattern, comparison);
  return node.escape ? text + " ESCAPE " + operand(*node.escape, comparison) : text;
}

std::string NodeWriter::operator()(const ast::Exists& node) {
  return "EXISTS (" + query(*node.query) + ")";
}

std::string NodeWriter::operator()(const ast::ScalarSubquery& node) {
  return "(" + query(*node.query) + ")";
}

std::string NodeWriter::operator()(const ast::Quantified&) {
  return refuse("ANY and ALL have no SQLite form", "x IN (SELECT …) is portable");
}

std::string NodeWriter::operator()(const ast::Case& node) {
  std::string result = "CASE";
  if (node.operand) result += " " + writer_.stored(*node.operand, scope_);
  for (const ast::When& when : node.whens) {
    result += " WHEN " +
              (node.operand ? beside(*when.condition, *node.operand, 0) : text(*when.condition)) +
              " THEN " + text(*when.result);
  }
  if (node.otherwise) result += " ELSE " + text(*node.otherwise);
  return result + " END";
}

std::string NodeWriter::operator()(const ast::Collate& node) {
  return operand(*node.operand, arithmetic) + " COLLATE " +
         (sqlite()
              ? (node.collation.name.text == "C"
                     ? std::string("BINARY")
                     : refuse("collation '" + node.collation.name.text + "' has no SQLite form",
                              "COLLATE \"C\" is portable"))
              : quoted(node.collation.name.text));
}

std::string NodeWriter::operator()(const ast::AtTimeZone& node) {
  const auto* zone = std::get_if<ast::Literal>(&node.zone->node);
  const bool utc = zone != nullptr && (zone->text == "UTC" || zone->text == "utc");
  if (!sqlite()) return operand(*node.operand, arithmetic) + " AT TIME ZONE " + text(*node.zone);
  if (!utc) return refuse("AT TIME ZONE is portable with 'UTC' only");
  return operand(*node.operand, arithmetic);
}

std::string NodeWriter::operator()(const ast::Row& node) {
  std::string list;
  for (const Expr& field : node.fields) list += (list.empty() ? "" : ", ") + text(field);
  return "(" + list + ")";
}

std::string NodeWriter::operator()(const ast::Array&) {
  return refuse("arrays have no SQLite form", "use jsonb, or a child table");
}

std::string NodeWriter::operator()(const ast::Subscript&) {
  return refuse("arrays have no SQLite form", "use jsonb, or a child table");
}

std::string NodeWriter::operator()(const ast::Field&) {
  return refuse("fields of composite values have no SQLite form");
}

std::string NodeWriter::operator()(const ast::Raise&) {
  return refuse("RAISE belongs to SQLite's triggers");
}

}  // namespace retort::compiler::lower
