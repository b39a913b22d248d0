// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Columns of chosen storage in expressions on SQLite. In: a value and how the column keeps its own;
// out: the value in that form, or a refusal: nothing is ever computed with what is kept otherwise.
#include <array>

#include "dialect/ascii.hpp"
#include "lower/column_storage.hpp"
#include "lower/writer.hpp"
#include "lower/writer_nodes.hpp"
#include "schema/names.hpp"

namespace retort::compiler::lower {

using ast::Expr;
using schema::Field;
using schema::Scope;
using schema::Storage;

namespace {

// 'x', 'x'::t, 12.5 and -12.5. Nothing for all others, also for NULL.
std::optional<std::string> constant(const Expr& value) {
  if (const auto* literal = std::get_if<ast::Literal>(&value.node)) {
    if (literal->kind != ast::LiteralKind::string && literal->kind != ast::LiteralKind::number) {
      return std::nullopt;
    }
    return literal->text;
  }
  if (const auto* cast = std::get_if<ast::Cast>(&value.node)) return constant(*cast->operand);
  const auto* unary = std::get_if<ast::Unary>(&value.node);
  if (unary == nullptr || unary->op.kind != ast::Operator::negate) return std::nullopt;
  const auto inner = constant(*unary->operand);
  if (!inner || inner->empty() || inner->front() == '-') return std::nullopt;
  return "-" + *inner;
}

bool is_null(const Expr& value) {
  const auto* literal = std::get_if<ast::Literal>(&value.node);
  if (literal != nullptr) return literal->kind == ast::LiteralKind::null_value;
  const auto* cast = std::get_if<ast::Cast>(&value.node);
  return cast != nullptr && is_null(*cast->operand);
}

// Values that can be compared and copied as they are kept.
bool alike(const Field& field, const schema::Type& type, Storage storage) {
  if (field.storage != storage || field.type.kind != type.kind) return false;
  return storage != Storage::scaled || field.type.scale == type.scale;
}

std::string kept(const Field& field) {
  return "'" + field.name + "' is kept as " + std::string(storage_word(field.storage)) +
         " on SQLite";
}

}  // namespace

std::string Writer::stored_value(const Expr& value, const schema::Type& type, Storage storage,
                                 const Scope& scope) {
  if (is_null(value)) return "NULL";
  if (const auto text = constant(value)) {
    if (auto literal = stored_literal(type, storage, *text)) return *literal;
    return refuse(value.span, "'" + *text + "' is no " + schema::type_text(type) +
                                  " that is kept as " + std::string(storage_word(storage)) +
                                  " on SQLite");
  }
  std::string function;
  if (const auto* call = std::get_if<ast::FunctionCall>(&value.node)) {
    function = dialect::lower_case(call->name.name.text);
  } else if (const auto* current = std::get_if<ast::CurrentValue>(&value.node)) {
    function = dialect::lower_case(current->name);
  }
  if (const auto text = stored_call(function, storage); !text.empty()) return std::string(text);
  if (const Field* field = schema::stored_field(value, scope);
      field != nullptr && alike(*field, type, storage)) {
    return stored(value, scope);
  }
  return refuse(value.span,
                "this value cannot be made " + std::string(storage_word(storage)) + " on SQLite",
                "write a literal, NULL, or a column that is kept in the same way");
}

void Writer::check_stored_columns(const schema::Relation& output, const schema::Table* table,
                                  const std::vector<std::string>& columns, source::Span span) {
  if (table == nullptr || !sqlite()) return;
  for (std::size_t i = 0; i < columns.size() && i < output.fields.size(); ++i) {
    const schema::Column* column = table->find(columns[i]);
    if (column == nullptr) continue;
    const Field& field = output.fields[i];
    const bool standard = column->storage == Storage::standard;
    if (standard && field.storage == Storage::standard) continue;
    if (alike(field, column->type, column->storage)) continue;
    refuse(span,
           "column '" + column->name + "' is kept as " +
               std::string(storage_word(column->storage)) + " on SQLite, its value as " +
               std::string(storage_word(field.storage)),
           "write VALUES with literals, or a column that is kept in the same way");
  }
}

std::string NodeWriter::beside_stored(const Expr& expression, const Expr& other) {
  const Field* mine = schema::stored_field(expression, scope_);
  const Field* theirs = schema::stored_field(other, scope_);
  if (theirs != nullptr && mine == nullptr) {
    return writer_.stored_value(expression, theirs->type, theirs->storage, scope_);
  }
  const bool fits = theirs == nullptr ? constant(other).has_value() || is_null(other)
                                      : alike(*mine, theirs->type, theirs->storage);
  if (!fits) {
    return refuse(kept(*mine) + ", and is compared with what is not",
                  "compare it with a literal, or a column that is kept in the same way");
  }
  return writer_.stored(expression, scope_);
}

std::string NodeWriter::compared(const Expr& expression) {
  if (schema::stored_field(expression, scope_) == nullptr) return operand(expression, 4);
  return writer_.stored(expression, scope_);
}

void NodeWriter::check_stored_query(const Expr& operand, const ast::Select& query) {
  const schema::Relation output = schema::output_of(query, scope_, {});
  if (!sqlite() || output.fields.size() != 1) return;
  const Field* mine = schema::stored_field(operand, scope_);
  const Field& theirs = output.fields.front();
  const bool both = mine != nullptr && alike(*mine, theirs.type, theirs.storage);
  if (both || (mine == nullptr && theirs.storage == Storage::standard)) return;
  refuse(kept(mine != nullptr ? *mine : theirs) + ", and is compared with what is not",
         "compare it with a column that is kept in the same way");
}

bool NodeWriter::refuse_order(const Expr& left, const Expr& right) {
  for (const Expr* side : {&left, &right}) {
    const Field* field = schema::stored_field(*side, scope_);
    if (field == nullptr || field->storage != Storage::text || !sqlite()) continue;
    refuse(kept(*field) + ", which has no order",
           "storage(" + field->name + "=scaled) has one, for numeric(p,s) with p up to 18");
    return true;
  }
  return false;
}

std::string NodeWriter::refuse_stored(const Field& field) {
  return refuse(kept(field) + ": it can be compared, copied, and nothing else",
                "compute in the program, or in a section of the engine");
}

}  // namespace retort::compiler::lower
