// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Trees to SQL: names, strings, types, and the entries. In: a tree. Out: one line of SQL.
#include "ast/print.hpp"

#include <algorithm>

#include "ast/printer.hpp"

namespace retort::compiler::ast {
namespace {

bool plain(std::string_view text) {
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  return !text.empty() && letter(text.front()) &&
         std::all_of(text.begin(), text.end(),
                     [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '$'; });
}

template <class Node>
std::string printed(const Node& node, dialect::Engine dialect) {
  Printer printer(dialect);
  printer.node(node);
  return printer.take();
}

}  // namespace

void Printer::name(const Name& name) {
  // Words that were written without quotes need none where they stood.
  if (!name.quoted && plain(name.text)) {
    word(name.text);
    return;
  }
  std::string quoted = "\"";
  for (const char c : name.text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  word(quoted + "\"");
}

void Printer::name(const QualifiedName& qualified) {
  if (qualified.schema) {
    name(*qualified.schema);
    raw(".");
    Printer behind(sqlite_ ? dialect::Engine::sqlite : dialect::Engine::postgres);
    behind.name(qualified.name);
    raw(behind.take());
    return;
  }
  name(qualified.name);
}

void Printer::names(const std::vector<Name>& list_of) {
  word("(");
  list(list_of, [&](const Name& one) { name(one); });
  raw(")");
}

void Printer::string(std::string_view text) {
  std::string quoted = "'";
  const bool escapes = !sqlite_ && text.find('\\') != std::string_view::npos;
  for (const char c : text) {
    if (c == '\'' || (escapes && c == '\\')) quoted += c;
    quoted += c;
  }
  word((escapes ? "E" : "") + quoted + "'");
}

void Printer::type(const TypeName& type) {
  if (type.setof) word("SETOF");
  // The precision of a time stands in front of its zone.
  std::string_view before = type.name.text, behind;
  const std::size_t zone =
      std::min(before.find(" with time zone"), before.find(" without time zone"));
  if (!sqlite_ && !type.name.quoted && zone != std::string_view::npos) {
    behind = before.substr(zone + 1);
    before = before.substr(0, zone);
  }
  const bool words = !type.name.quoted && before.find(' ') != std::string_view::npos;
  if (words) {
    word(before);
  } else {
    name(QualifiedName{{}, type.schema, {std::string(before), {}, type.name.quoted}});
  }
  if (!type.interval_fields.empty()) word(type.interval_fields);
  if (!type.modifiers.empty()) {
    raw("(");
    list(type.modifiers, [&](const TypeModifier& modifier) { word(modifier.text); });
    raw(")");
  }
  if (!behind.empty()) word(behind);
  for (const auto& bound : type.array) raw("[" + (bound ? std::to_string(*bound) : "") + "]");
}

void Printer::statement(const Statement& statement) {
  std::visit([&](const auto& one) { node(one); }, statement.node);
}

std::string print(const Statement& statement, dialect::Engine dialect) {
  Printer printer(dialect);
  printer.statement(statement);
  return printer.take();
}
std::string print(const Expr& expr, dialect::Engine dialect) {
  Printer printer(dialect);
  printer.expr(expr);
  return printer.take();
}
std::string print(const Select& select, dialect::Engine dialect) {
  return printed(select, dialect);
}
std::string print(const TypeName& type, dialect::Engine dialect) {
  Printer printer(dialect);
  printer.type(type);
  return printer.take();
}

}  // namespace retort::compiler::ast
