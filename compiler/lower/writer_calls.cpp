// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Functions, casts and patterns: what the engines spell or mean in different ways. In: a node; out:
// its text, or a refusal with what to write.
#include <algorithm>
#include <array>

#include "dialect/ascii.hpp"
#include "lower/literal.hpp"
#include "lower/sqlite_function.hpp"
#include "lower/writer_nodes.hpp"
#include "schema/names.hpp"

namespace retort::compiler::lower {

using ast::Expr;
using schema::quoted;
using schema::string_literal;
using schema::TypeKind;

namespace {

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), dialect::ascii_lower);
  return text;
}

const ast::Literal* literal_of(const Expr& expression) {
  return std::get_if<ast::Literal>(&expression.node);
}

// A LIKE pattern as GLOB, which tells case apart as PostgreSQL does. '\' escapes, unless another
// character is named. Nothing where the pattern ends in its escape.
std::string glob_of(const std::string& pattern, char escape) {
  std::string glob;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    char c = pattern[i];
    bool plain = false;
    if (c == escape && escape != '\0' && i + 1 < pattern.size()) {
      c = pattern[++i];
      plain = true;
    }
    if (!plain && c == '%') {
      glob += '*';
    } else if (!plain && c == '_') {
      glob += '?';
    } else if (c == '*' || c == '?' || c == '[') {
      glob += '[';
      glob += c;
      glob += ']';
    } else {
      glob += c;
    }
  }
  return glob;
}

std::string_view extract_format(const std::string& field) {
  constexpr std::array<std::array<std::string_view, 2>, 8> formats = {{{"year", "%Y"},
                                                                       {"month", "%m"},
                                                                       {"day", "%d"},
                                                                       {"hour", "%H"},
                                                                       {"minute", "%M"},
                                                                       {"dow", "%w"},
                                                                       {"doy", "%j"},
                                                                       {"epoch", "%s"}}};
  for (const auto& format : formats) {
    if (format[0] == field) return format[1];
  }
  return {};
}

std::string bound_text(const ast::FrameBound& bound,
                       const std::function<std::string(const Expr&)>& write) {
  switch (bound.kind) {
    case ast::FrameBoundKind::unbounded_preceding:
      return "UNBOUNDED PRECEDING";
    case ast::FrameBoundKind::preceding:
      return write(*bound.offset) + " PRECEDING";
    case ast::FrameBoundKind::current_row:
      return "CURRENT ROW";
    case ast::FrameBoundKind::following:
      return write(*bound.offset) + " FOLLOWING";
    case ast::FrameBoundKind::unbounded_following:
      break;
  }
  return "UNBOUNDED FOLLOWING";
}

}  // namespace

std::string frame_text(const ast::Frame& frame,
                       const std::function<std::string(const Expr&)>& write) {
  constexpr std::array<std::string_view, 3> units = {"ROWS ", "RANGE ", "GROUPS "};
  constexpr std::array<std::string_view, 5> exclusions = {
      "", " EXCLUDE CURRENT ROW", " EXCLUDE GROUP", " EXCLUDE TIES", " EXCLUDE NO OTHERS"};
  std::string text(units[static_cast<std::size_t>(frame.unit)]);
  text += frame.end ? "BETWEEN " + bound_text(frame.start, write) + " AND " +
                          bound_text(*frame.end, write)
                    : bound_text(frame.start, write);
  return text.append(exclusions[static_cast<std::size_t>(frame.exclude)]);
}

std::string NodeWriter::sqlite_match(const ast::Match& node) {
  const ast::Literal* pattern = literal_of(*node.pattern);
  const ast::Literal* escape = node.escape ? literal_of(*node.escape) : nullptr;
  const std::string left = operand(*node.operand, 4) + (node.negated ? " NOT" : "");
  if (node.op == ast::MatchOperator::ilike) {
    return left + " LIKE " + operand(*node.pattern, 4) + " ESCAPE " +
           (node.escape ? operand(*node.escape, 4) : "'\\'");
  }
  if (pattern == nullptr || (node.escape && escape == nullptr)) {
    if (node.escape && escape == nullptr) return refuse("an escape that is no literal");
    return left + " LIKE " + operand(*node.pattern, 4) + " ESCAPE " +
           (escape == nullptr || escape->text.empty() ? "'\\'" : operand(*node.escape, 4));
  }
  const std::string character = escape == nullptr ? "\\" : escape->text;
  if (character.size() > 1) return refuse("an escape of several characters");
  return left + " GLOB " +
         string_literal(glob_of(pattern->text, character.empty() ? '\0' : character[0]));
}

std::string NodeWriter::operator()(const ast::Cast& node) {
  const schema::Type to = schema::type_of(*node.type, writer_.target_.schema);
  if (!sqlite()) {
    const std::string type =
        to.kind == TypeKind::enumeration ? quoted(to.name) : schema::type_text(to);
    return "CAST(" + text(*node.operand) + " AS " + type + ")";
  }
  const ast::Literal* literal = literal_of(*node.operand);
  if (literal != nullptr && literal->kind == ast::LiteralKind::string) {
    return writer_.value_for(*node.operand, to, schema::Storage::standard, scope_);
  }
  if (literal != nullptr && literal->kind == ast::LiteralKind::null_value) return "NULL";
  return sqlite_cast(node, to);
}

std::string NodeWriter::sqlite_cast(const ast::Cast& node, const schema::Type& to) {
  const schema::Type from = type(*node.operand);
  const std::string value = text(*node.operand);
  const std::string whole = "CAST(" + value + " AS ";
  if (schema::is_text(to.kind)) {
    std::string result = whole + "TEXT)";
    if (from.kind == TypeKind::boolean) {
      result = "CASE WHEN " + value + " THEN 'true' WHEN NOT (" + value + ") THEN 'false' END";
    } else if (!schema::is_number(from.kind) && from.kind != TypeKind::none) {
      result = operand(*node.operand, 5);
    }
    if (to.length < 0) return result;
    return "substr(" + result + ", 1, " + std::to_string(to.length) + ")";
  }
  if (schema::is_integer(to.kind)) {
    const bool exact = schema::is_integer(from.kind) || from.kind == TypeKind::boolean;
    if (exact || from.kind == TypeKind::none || schema::is_text(from.kind)) {
      return whole + "INTEGER)";
    }
    return "CAST(round(" + value + ") AS INTEGER)";
  }
  if (to.kind == TypeKind::real || to.kind == TypeKind::double_precision) return whole + "REAL)";
  if (to.kind == TypeKind::numeric) {
    const std::string real = whole + "REAL)";
    return to.scale >= 0 ? "round(" + real + ", " + std::to_string(to.scale) + ")" : real;
  }
  if (to.kind == TypeKind::boolean) {
    return schema::is_integer(from.kind) ? "(" + operand(*node.operand, 4) + " <> 0)"
                                         : operand(*node.operand, 5);
  }
  if (to.kind == TypeKind::date) return "substr(" + value + ", 1, 10)";
  if (from.kind == TypeKind::date && schema::is_time(to.kind)) {
    return "(" + operand(*node.operand, 5) + " || ' 00:00:00')";
  }
  if (to.kind == TypeKind::other || to.kind == TypeKind::interval) {
    return refuse("type '" + schema::type_text(to) + "' has no SQLite form");
  }
  return operand(*node.operand, 5);
}

std::string NodeWriter::behind_call(const ast::FunctionCall& node) {
  std::string result;
  if (node.filter) result += " FILTER (WHERE " + text(*node.filter) + ")";
  if (node.over_name) result += " OVER " + quoted(node.over_name->text);
  if (node.over) result += " OVER (" + writer_.window(*node.over, scope_) + ")";
  return result;
}

std::string NodeWriter::plain_call(const ast::FunctionCall& node) {
  std::string list;
  if (node.star) list = "*";
  for (const ast::Argument& argument : node.arguments) {
    list += (list.empty() ? "" : ", ") + text(*argument.value);
  }
  if (node.distinct) list = "DISTINCT " + list;
  if (!node.order_by.empty()) list += " ORDER BY " + writer_.order_by(node.order_by, scope_);
  const std::string name = node.name.schema ? quoted(node.name.schema->text) + "." : "";
  return name + quoted(node.name.name.text) + "(" + list + ")" + behind_call(node);
}

std::string NodeWriter::operator()(const ast::FunctionCall& node) {
  return sqlite() ? sqlite_call(node) : plain_call(node);
}

std::string NodeWriter::sqlite_call(const ast::FunctionCall& node) {
  const std::string name = lower_case(node.name.name.text);
  if (node.within_group || !node.order_by.empty()) {
    return refuse("ORDER BY inside '" + name + "' needs SQLite 3.44");
  }
  if (node.star) return name + "(*)" + behind_call(node);
  const schema::Field* kept = schema::stored_field(expression_, scope_);
  if (kept != nullptr && !stored_) return refuse_stored(*kept);
  std::vector<Argument> arguments;
  for (const ast::Argument& argument : node.arguments) {
    if (argument.name || argument.variadic) {
      return refuse("named and VARIADIC arguments have no SQLite form");
    }
    const ast::Literal* literal = literal_of(*argument.value);
    const bool has_text = literal != nullptr && (literal->kind == ast::LiteralKind::string ||
                                                 literal->kind == ast::LiteralKind::number);
    const bool counted = kept != nullptr || name == "count";
    arguments.push_back({counted ? writer_.stored(*argument.value, scope_) : text(*argument.value),
                         has_text ? literal->text : std::string()});
  }
  const FunctionText result = sqlite_function(name, arguments);
  if (!result.refused.empty() && !writer_.reports()) {
    // Said where it was written, or made by a section of SQLite's own: a function of the program.
    return plain_call(node);
  }
  if (!result.refused.empty()) {
    return writer_.refuse(node.name.span, result.refused, result.help);
  }
  if (node.distinct) {
    const std::size_t open = result.text.find('(');
    return result.text.substr(0, open + 1) + "DISTINCT " + result.text.substr(open + 1) +
           behind_call(node);
  }
  return result.text + behind_call(node);
}

std::string NodeWriter::operator()(const ast::CurrentValue& node) {
  const std::string name = lower_case(node.name);
  if (!sqlite()) {
    std::string result = name;
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return node.precision ? result + "(" + std::to_string(*node.precision) + ")" : result;
  }
  if (name == "current_timestamp" || name == "localtimestamp") return "CURRENT_TIMESTAMP";
  if (name == "current_date") return "CURRENT_DATE";
  if (name == "current_time" || name == "localtime") return "CURRENT_TIME";
  return refuse("'" + node.name + "' has no SQLite form");
}

std::string NodeWriter::operator()(const ast::Extract& node) {
  const std::string field = lower_case(node.field.text);
  if (!sqlite()) {
    const bool zoned = type(*node.source).kind == TypeKind::timestamptz && field != "epoch";
    const std::string value =
        zoned ? operand(*node.source, 5) + " AT TIME ZONE 'UTC'" : text(*node.source);
    return "EXTRACT(" + field + " FROM " + value + ")";
  }
  const std::string_view format = extract_format(field);
  if (format.empty()) {
    return refuse("EXTRACT of '" + field + "' has no SQLite form",
                  "portable are year, month, day, hour, minute, dow, doy and epoch");
  }
  return "CAST(strftime('" + std::string(format) + "', " + text(*node.source) + ") AS INTEGER)";
}

std::string NodeWriter::operator()(const ast::Position& node) {
  if (!sqlite()) {
    return "position(" + operand(*node.needle, 4) + " IN " + operand(*node.haystack, 4) + ")";
  }
  return "instr(" + text(*node.haystack) + ", " + text(*node.needle) + ")";
}

std::string NodeWriter::operator()(const ast::Substring& node) {
  const ast::Literal* from = node.from ? literal_of(*node.from) : nullptr;
  const bool in_front =
      node.from && (from == nullptr ? !std::holds_alternative<ast::ColumnRef>(node.from->node) &&
                                          std::holds_alternative<ast::Unary>(node.from->node)
                                    : from->text == "0");
  if (sqlite() && in_front) {
    return refuse("substring from a place before the first character differs between the engines",
                  "right(x, n) takes the last characters");
  }
  std::string list = text(*node.operand) + ", " + (node.from ? text(*node.from) : "1");
  if (node.length) list += ", " + text(*node.length);
  return "substr(" + list + ")";
}

std::string NodeWriter::operator()(const ast::Trim& node) {
  std::string name = "trim";
  if (node.side == ast::TrimSide::leading) name = "ltrim";
  if (node.side == ast::TrimSide::trailing) name = "rtrim";
  if (!sqlite() && name == "trim") name = "btrim";
  std::string list = node.operand ? text(*node.operand) : std::string();
  if (node.characters) list += ", " + text(*node.characters);
  for (const Expr& expr : node.further) list += (list.empty() ? "" : ", ") + text(expr);
  return name + "(" + list + ")";
}

}  // namespace retort::compiler::lower
