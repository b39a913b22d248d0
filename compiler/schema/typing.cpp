// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Types of expressions, as far as they matter for what the engines do differently. In: a tree and
// what its names mean; out: a type, or none where it is not certain.
#include <array>
#include <cstdlib>

#include "schema/scope.hpp"

namespace retort::compiler::schema {
namespace {

Type of(TypeKind kind) {
  Type type;
  type.kind = kind;
  return type;
}

struct Result {
  std::string_view function;
  TypeKind kind;
};
constexpr std::array results = {Result{"count", TypeKind::bigint},
                                Result{"length", TypeKind::integer},
                                Result{"char_length", TypeKind::integer},
                                Result{"lower", TypeKind::text},
                                Result{"upper", TypeKind::text},
                                Result{"trim", TypeKind::text},
                                Result{"ltrim", TypeKind::text},
                                Result{"rtrim", TypeKind::text},
                                Result{"btrim", TypeKind::text},
                                Result{"replace", TypeKind::text},
                                Result{"substr", TypeKind::text},
                                Result{"substring", TypeKind::text},
                                Result{"left", TypeKind::text},
                                Result{"right", TypeKind::text},
                                Result{"concat", TypeKind::text},
                                Result{"concat_ws", TypeKind::text},
                                Result{"string_agg", TypeKind::text},
                                Result{"strpos", TypeKind::integer},
                                Result{"now", TypeKind::timestamptz},
                                Result{"clock_timestamp", TypeKind::timestamptz},
                                Result{"bool_and", TypeKind::boolean},
                                Result{"bool_or", TypeKind::boolean},
                                Result{"every", TypeKind::boolean},
                                Result{"gen_random_uuid", TypeKind::uuid},
                                Result{"random", TypeKind::double_precision},
                                Result{"row_number", TypeKind::bigint},
                                Result{"rank", TypeKind::bigint},
                                Result{"dense_rank", TypeKind::bigint}};

// Functions whose result has the type of an argument.
constexpr std::array<std::string_view, 9> transparent = {
    "coalesce", "greatest", "least", "min", "max", "abs", "nullif", "first_value", "last_value"};

class Typing {
 public:
  explicit Typing(const Scope& scope) : scope_(scope) {}

  Type of_expr(const ast::Expr& expression) const {
    return std::visit([this](const auto& node) { return (*this)(node); }, expression.node);
  }

  template <class Node>
  Type operator()(const Node&) const {
    return {};
  }
  Type operator()(const ast::Literal& literal) const {
    switch (literal.kind) {
      case ast::LiteralKind::true_value:
      case ast::LiteralKind::false_value:
        return of(TypeKind::boolean);
      case ast::LiteralKind::number:
        return literal.text.find_first_of(".eE") == std::string::npos ? of(TypeKind::integer)
                                                                      : of(TypeKind::numeric);
      default:
        return {};
    }
  }
  Type operator()(const ast::ColumnRef& reference) const {
    const Resolved resolved = resolve(reference, scope_);
    return resolved.field == nullptr ? Type{} : resolved.field->type;
  }
  Type operator()(const ast::Logical&) const { return of(TypeKind::boolean); }
  Type operator()(const ast::IsTest&) const { return of(TypeKind::boolean); }
  Type operator()(const ast::DistinctFrom&) const { return of(TypeKind::boolean); }
  Type operator()(const ast::In&) const { return of(TypeKind::boolean); }
  Type operator()(const ast::Between&) const { return of(TypeKind::boolean); }
  Type operator()(const ast::Match&) const { return of(TypeKind::boolean); }
  Type operator()(const ast::Exists&) const { return of(TypeKind::boolean); }
  Type operator()(const ast::Quantified&) const { return of(TypeKind::boolean); }
  Type operator()(const ast::Unary& unary) const {
    if (unary.op.kind == ast::Operator::logical_not) return of(TypeKind::boolean);
    return of_expr(*unary.operand);
  }
  Type operator()(const ast::Binary& binary) const {
    using ast::Operator;
    switch (binary.op.kind) {
      case Operator::equal:
      case Operator::not_equal:
      case Operator::less:
      case Operator::less_equal:
      case Operator::greater:
      case Operator::greater_equal:
        return of(TypeKind::boolean);
      case Operator::concat:
      case Operator::json_get_text:
        return of(TypeKind::text);
      case Operator::json_get:
        return of_expr(*binary.left);
      case Operator::add:
      case Operator::subtract:
      case Operator::multiply:
      case Operator::divide:
      case Operator::modulo:
        return arithmetic(of_expr(*binary.left), of_expr(*binary.right));
      default:
        return {};
    }
  }
  Type operator()(const ast::Case& node) const {
    for (const ast::When& when : node.whens) {
      const Type type = of_expr(*when.result);
      if (type.kind != TypeKind::none) return type;
    }
    return node.otherwise ? of_expr(*node.otherwise) : Type{};
  }
  Type operator()(const ast::Cast& cast) const { return type_of(*cast.type, scope_.schema); }
  Type operator()(const ast::Collate& node) const { return of_expr(*node.operand); }
  Type operator()(const ast::ScalarSubquery& node) const {
    const Relation output = output_of(*node.query, scope_, {});
    return output.fields.empty() ? Type{} : output.fields.front().type;
  }
  Type operator()(const ast::FunctionCall& call) const {
    const std::string& name = call.name.name.text;
    for (const Result& result : results) {
      if (result.function == name) return of(result.kind);
    }
    for (const std::string_view function : transparent) {
      if (function != name) continue;
      for (const ast::Argument& argument : call.arguments) {
        const Type type = of_expr(*argument.value);
        if (type.kind != TypeKind::none) return type;
      }
    }
    return {};
  }
  Type operator()(const ast::CurrentValue& value) const {
    if (value.name == "current_timestamp") return of(TypeKind::timestamptz);
    if (value.name == "current_date") return of(TypeKind::date);
    if (value.name == "localtimestamp") return of(TypeKind::timestamp);
    return {};
  }
  Type operator()(const ast::Extract&) const { return of(TypeKind::numeric); }
  Type operator()(const ast::Position&) const { return of(TypeKind::integer); }
  Type operator()(const ast::Substring&) const { return of(TypeKind::text); }
  Type operator()(const ast::Trim&) const { return of(TypeKind::text); }

 private:
  static Type arithmetic(const Type& a, const Type& b) {
    if (is_number(a.kind) && is_number(b.kind)) return a.kind < b.kind ? b : a;
    if (is_time(a.kind)) return a;
    return {};
  }

  const Scope& scope_;
};

}  // namespace

Type type_of(const ast::Expr& expression, const Scope& scope) {
  return Typing(scope).of_expr(expression);
}

const Field* stored_field(const ast::Expr& expression, const Scope& scope) {
  if (const auto* reference = std::get_if<ast::ColumnRef>(&expression.node)) {
    const Field* field = resolve(*reference, scope).field;
    return field == nullptr || field->storage == Storage::standard ? nullptr : field;
  }
  const auto* call = std::get_if<ast::FunctionCall>(&expression.node);
  if (call == nullptr || call->arguments.empty()) return nullptr;
  const std::string& name = call->name.name.text;
  const Field* field = stored_field(*call->arguments.front().value, scope);
  if (field == nullptr) return nullptr;
  const bool number = field->storage == Storage::scaled || field->storage == Storage::us;
  if (name == "sum") return number ? field : nullptr;
  const bool ordered = field->storage != Storage::text;
  return ordered && (name == "min" || name == "max") ? field : nullptr;
}

Type type_of(const ast::TypeName& name, const Schema* schema) {
  std::vector<int> arguments;
  for (const ast::TypeModifier& modifier : name.modifiers) {
    arguments.push_back(std::atoi(modifier.text.c_str()));
  }
  std::string words = name.name.text;
  if (!name.array.empty()) words += "[]";
  if (!name.interval_fields.empty()) words += " " + name.interval_fields;
  const bool quoted_word = name.name.quoted;
  Type type = quoted_word ? Type{} : make_type(words, arguments);
  if (quoted_word) {
    type.kind = TypeKind::other;
    type.name = words;
  }
  if (type.kind == TypeKind::other && schema != nullptr && schema->enumeration(words) != nullptr) {
    type.kind = TypeKind::enumeration;
  }
  return type;
}

}  // namespace retort::compiler::schema
