// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The rows of docs/portable.md that both engines take and that may come out differently. In: trees
// and what their names mean; out: warnings, each with a way to write it so that it does not matter.
#include "lower/warnings.hpp"

#include <algorithm>
#include <array>

#include "dialect/ascii.hpp"
#include "lower/sqlite_function.hpp"
#include "schema/names.hpp"
#include "schema/walk.hpp"

namespace retort::compiler::lower {
namespace {

using ast::Expr;
using ast::Operator;
using diag::Kind;
using schema::Scope;
using schema::TypeKind;

bool is_constant(const Expr& value) {
  if (std::holds_alternative<ast::Literal>(value.node)) return true;
  if (const auto* cast = std::get_if<ast::Cast>(&value.node)) return is_constant(*cast->operand);
  const auto* unary = std::get_if<ast::Unary>(&value.node);
  return unary != nullptr && is_constant(*unary->operand);
}

bool is_zero(const Expr& value) {
  const auto* literal = std::get_if<ast::Literal>(&value.node);
  return literal != nullptr && literal->text.find_first_not_of("0.") == std::string::npos;
}

// A name of SQL, or quoted text of the statement: for messages.
std::string column_of(const Expr& value) {
  const auto* reference = std::get_if<ast::ColumnRef>(&value.node);
  return reference == nullptr ? "the value" : "'" + reference->column.text + "'";
}

bool is_order(Operator kind) {
  return kind == Operator::less || kind == Operator::less_equal || kind == Operator::greater ||
         kind == Operator::greater_equal;
}

bool has_collation(const Expr& value) {
  return std::holds_alternative<ast::Collate>(value.node) || is_constant(value);
}

class NodeWarnings {
 public:
  NodeWarnings(const Expr& expression, const Scope& scope, Place place, Report& report)
      : expression_(expression), scope_(scope), place_(place), report_(report) {}

  void run() {
    std::visit([this](const auto& node) { (*this)(node); }, expression_.node);
  }

 private:
  template <class Node>
  void operator()(const Node&) {}

  void operator()(const ast::Binary& node) {
    const TypeKind left = kind(*node.left);
    const TypeKind right = kind(*node.right);
    if (is_order(node.op.kind)) compare(*node.left, *node.right);
    if (node.op.kind <= Operator::greater_equal) mixed(*node.left, *node.right);
    const bool divides = node.op.kind == Operator::divide || node.op.kind == Operator::modulo;
    const bool computes = node.op.kind == Operator::add || node.op.kind == Operator::subtract ||
                          node.op.kind == Operator::multiply || divides;
    if (!computes) return;
    if (divides && (!is_constant(*node.right) || is_zero(*node.right))) {
      if (place_ == Place::condition) {
        warn(Kind::null_check, "a division by zero is NULL on SQLite, and NULL passes a CHECK")
            .help("coalesce((…), false)");
      } else {
        warn(Kind::arithmetic, "a division by zero is an error on PostgreSQL and NULL on SQLite")
            .help("x / nullif(y, 0) is NULL on both");
      }
    }
    if (is_decimal(*node.left, left) || is_decimal(*node.right, right)) {
      warn_decimal();
    }
    const bool whole = schema::is_integer(left) && schema::is_integer(right);
    const bool open = !is_constant(*node.left) && !is_constant(*node.right);
    if (whole && open && node.op.kind == Operator::multiply) {
      warn(Kind::arithmetic, "what is too large is an error on PostgreSQL, SQLite goes on")
          .help("CAST(x AS bigint) * y");
    }
  }

  void operator()(const ast::Between& node) {
    compare(*node.operand, *node.low);
    mixed(*node.operand, *node.low);
  }

  void operator()(const ast::Match& node) {
    if (node.op == ast::MatchOperator::ilike) {
      warn(Kind::ascii_case, "ILIKE tells 'Ä' and 'ä' apart on SQLite")
          .help("keep a folded column that the program writes");
    } else if (node.op == ast::MatchOperator::like &&
               !std::holds_alternative<ast::Literal>(node.pattern->node)) {
      warn(Kind::like_case, "LIKE with a pattern that is no literal ignores ASCII case on SQLite")
          .help("lower(x) LIKE lower(y)");
    }
  }

  void operator()(const ast::Cast& node) {
    if (is_constant(*node.operand)) return;
    const TypeKind from = kind(*node.operand);
    const TypeKind to = schema::type_of(*node.type, scope_.schema).kind;
    if (schema::is_text(from) && schema::is_number(to)) {
      warn(Kind::lossy_cast, "text that is no number is an error on PostgreSQL and 0 on SQLite")
          .help("CASE WHEN x <> '' AND trim(x, '0123456789') = '' THEN CAST(x AS integer) END");
    }
    const bool inexact =
        from == TypeKind::real || from == TypeKind::double_precision || from == TypeKind::numeric;
    if (inexact && schema::is_text(to)) {
      warn(Kind::lossy_cast, "the engines write this number as text in different ways")
          .help("CAST(CAST(x AS bigint) AS text), where it is whole");
    }
    if (inexact && from != TypeKind::numeric && schema::is_integer(to)) {
      warn(Kind::arithmetic,
           "halves of double precision are rounded to even on PostgreSQL, up on SQLite")
          .help("floor(x) or ceil(x) in the program");
    }
  }

  void operator()(const ast::FunctionCall& node) {
    const std::string name = dialect::lower_case(node.name.name.text);
    if (is_clock(name) || name == "random" || name == "gen_random_uuid") {
      volatile_value(name + "()");
    }
    if (node.arguments.empty()) return;
    const Expr& first = *node.arguments.front().value;
    const TypeKind type = kind(first);
    if ((name == "upper" || name == "lower") && !is_constant(first)) {
      warn(Kind::ascii_case, "'" + name + "' changes ASCII letters only on SQLite")
          .help("keep a folded column that the program writes");
    }
    if (name == "min" || name == "max") warn_order(first, scope_, report_);
    if (name == "sum" && schema::is_integer(type)) {
      warn(Kind::arithmetic, "a sum past 2^63 is an error on SQLite and numeric on PostgreSQL")
          .help("sum(CAST(x AS numeric(15,0))) where it can be as large");
    }
    if ((name == "sum" || name == "avg") && is_decimal(first, type)) {
      warn_decimal();
    }
    if (name == "round" && (type == TypeKind::real || type == TypeKind::double_precision)) {
      warn(Kind::arithmetic,
           "halves of double precision are rounded to even on PostgreSQL, up on SQLite")
          .help("round(CAST(x AS numeric(15,4)), 0)");
    }
  }

  void operator()(const ast::CurrentValue& node) { volatile_value(node.name); }

  void warn_decimal() {
    warn(Kind::decimal_real, "SQLite computes decimals as floating-point numbers")
        .help("round(…, n), or before the column's statement:  -- retort: storage(x=scaled)");
  }

  void volatile_value(const std::string& what) {
    if (place_ == Place::condition) {
      report_.refuse(expression_.span, "'" + what + "' in a CHECK, an index or a generated column",
                     "compute it in the program, or write a fixed value");
    } else if (place_ == Place::rows) {
      warn(Kind::nondeterministic,
           "'" + what + "' gives other values in each installation and on each engine")
          .help("write a fixed value, or let the program fill the column");
    }
  }

  void compare(const Expr& left, const Expr& right) {
    warn_order(left, scope_, report_);
    if (kind(left) == TypeKind::none || is_constant(left)) warn_order(right, scope_, report_);
  }

  // A number beside text: PostgreSQL refuses or converts, SQLite compares storage classes.
  void mixed(const Expr& left, const Expr& right) {
    const TypeKind a = kind(left);
    const TypeKind b = kind(right);
    if ((schema::is_text(a) && schema::is_number(b)) ||
        (schema::is_number(a) && schema::is_text(b))) {
      warn(Kind::implicit_cast, "a number is compared with text")
          .help("CAST(x AS text) = y, or write the number between quotes");
    }
  }

  TypeKind kind(const Expr& value) const { return schema::type_of(value, scope_).kind; }
  bool is_decimal(const Expr& value, TypeKind type) const {
    return type == TypeKind::numeric && !is_constant(value) &&
           schema::stored_field(value, scope_) == nullptr;
  }
  diag::Diagnostics::Builder warn(Kind kind, const std::string& text) {
    return report_.warn(kind, expression_.span, text);
  }

  const Expr& expression_;
  const Scope& scope_;
  Place place_;
  Report& report_;
};

}  // namespace

void warn_expression(const Expr& expression, const Scope& scope, Place place, Report& report) {
  NodeWarnings(expression, scope, place, report).run();
}

void warn_order(const Expr& expression, const Scope& scope, Report& report) {
  const TypeKind kind = schema::type_of(expression, scope).kind;
  if (kind == TypeKind::enumeration) {
    report
        .warn(Kind::enum_order, expression.span,
              column_of(expression) +
                  " is an enumeration: PostgreSQL orders it as declared, SQLite by alphabet")
        .help("keep a rank in a column of its own, or CASE x WHEN 'a' THEN 1 … END");
  } else if (schema::is_text(kind) && !has_collation(expression) &&
             !std::holds_alternative<ast::FunctionCall>(expression.node)) {
    report
        .warn(Kind::collation_order, expression.span,
              column_of(expression) +
                  " is text: PostgreSQL orders it as its locale does, SQLite by bytes")
        .help("x COLLATE \"C\" is by bytes on both");
  }
}

void warn_column(const schema::Column& column, Report& report) {
  const std::string name = "'" + column.name + "'";
  const auto warn = [&](Kind kind, const std::string& text) {
    return report.warn(kind, column.span, text);
  };
  std::string call;
  if (column.default_value) {
    const Expr& value = *column.default_value;
    if (const auto* function = std::get_if<ast::FunctionCall>(&value.node)) {
      call = dialect::lower_case(function->name.name.text);
    } else if (const auto* current = std::get_if<ast::CurrentValue>(&value.node)) {
      call = dialect::lower_case(current->name);
    }
  }
  switch (column.type.kind) {
    case TypeKind::real:
      warn(Kind::inexact_type,
           "column " + name + ": 'real' has 24 bits on PostgreSQL and 53 on SQLite")
          .help("double precision is the same on both");
      break;
    case TypeKind::character:
      warn(Kind::char_type,
           "column " + name + ": 'char' is padded, and compared padded, on PostgreSQL only")
          .help("varchar(n) or text");
      break;
    case TypeKind::citext:
      warn(Kind::ascii_case, "column " + name + ": SQLite ignores the case of ASCII letters only")
          .help("keep a folded column that the program writes");
      break;
    case TypeKind::json:
      warn(Kind::prefer_jsonb, "column " + name + ": 'json' cannot be compared on PostgreSQL")
          .help("jsonb");
      break;
    case TypeKind::inet:
    case TypeKind::cidr:
    case TypeKind::macaddr:
      warn(Kind::left_out, "column " + name + ": SQLite keeps '" + schema::type_text(column.type) +
                               "' as text, without its order and operators");
      break;
    case TypeKind::timestamp:
      if (call.empty()) break;
      warn(Kind::prefer_timestamptz,
           "column " + name + ": the default is local time on PostgreSQL and UTC on SQLite")
          .help("timestamptz");
      break;
    case TypeKind::timestamptz:
      if (call.empty()) break;
      warn(Kind::inexact_type, "column " + name + ": the default has microseconds on PostgreSQL, " +
                                   (call == "current_timestamp" ? "seconds" : "milliseconds") +
                                   " on SQLite");
      break;
    default:
      break;
  }
  if (column.identity == schema::Identity::always) {
    warn(Kind::left_out, "column " + name + ": SQLite cannot refuse an explicit id")
        .help("GENERATED BY DEFAULT AS IDENTITY says what both do");
  }
}

void check_name(const ast::Name& name, std::string_view kind, Report& report) {
  constexpr std::size_t longest = 63;
  if (name.text.size() <= longest) return;
  report
      .warn(Kind::identifier_too_long, name.span,
            std::string(kind) + " '" + name.text + "' has " + std::to_string(name.text.size()) +
                " bytes, and PostgreSQL keeps 63")
      .help("a shorter name");
}

void warn_collision(const ast::Name& name, const schema::Schema& before, Report& report) {
  for (const auto& [key, table] : before.tables) {
    if (table->name == name.text || !dialect::equal_ignoring_case(table->name, name.text)) continue;
    report
        .warn(Kind::name_collision, name.span,
              "'" + name.text + "' and '" + table->name + "' are one name on SQLite")
        .note(table->span, "the other table is here")
        .help("another name");
  }
}

}  // namespace retort::compiler::lower
