// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: one node of an expression as text.
#pragma once

#include <functional>
#include <string>
#include <utility>

#include "lower/writer.hpp"

namespace retort::compiler::lower {

class NodeWriter {
 public:
  NodeWriter(Writer& writer, const ast::Expr& expression, const schema::Scope& scope)
      : writer_(writer),
        expression_(expression),
        scope_(scope),
        stored_(std::exchange(writer.stored_, false)) {}

  std::string run();

  std::string operator()(const ast::Literal& node);
  std::string operator()(const ast::Parameter& node);
  std::string operator()(const ast::ColumnRef& node);
  std::string operator()(const ast::Star& node);
  std::string operator()(const ast::DefaultValue& node);
  std::string operator()(const ast::Unary& node);
  std::string operator()(const ast::Binary& node);
  std::string operator()(const ast::Logical& node);
  std::string operator()(const ast::IsTest& node);
  std::string operator()(const ast::DistinctFrom& node);
  std::string operator()(const ast::In& node);
  std::string operator()(const ast::Between& node);
  std::string operator()(const ast::Match& node);
  std::string operator()(const ast::Exists& node);
  std::string operator()(const ast::ScalarSubquery& node);
  std::string operator()(const ast::Quantified& node);
  std::string operator()(const ast::Case& node);
  std::string operator()(const ast::Cast& node);
  std::string operator()(const ast::Collate& node);
  std::string operator()(const ast::AtTimeZone& node);
  std::string operator()(const ast::Row& node);
  std::string operator()(const ast::Array& node);
  std::string operator()(const ast::Subscript& node);
  std::string operator()(const ast::Field& node);
  std::string operator()(const ast::FunctionCall& node);
  std::string operator()(const ast::CurrentValue& node);
  std::string operator()(const ast::Extract& node);
  std::string operator()(const ast::Position& node);
  std::string operator()(const ast::Substring& node);
  std::string operator()(const ast::Trim& node);
  std::string operator()(const ast::Raise& node);

 private:
  bool sqlite() const { return writer_.sqlite(); }
  std::string text(const ast::Expr& expression) { return writer_.expression(expression, scope_); }
  std::string operand(const ast::Expr& expression, int precedence) {
    return writer_.operand(expression, scope_, precedence);
  }
  std::string refuse(std::string_view what, std::string_view help = {}) {
    return writer_.refuse(expression_.span, what, help);
  }
  schema::Type type(const ast::Expr& expression) const {
    return schema::type_of(expression, scope_);
  }
  // The value beside another one in a comparison: a literal takes the other's type.
  std::string beside(const ast::Expr& expression, const ast::Expr& other, int precedence);
  // The same where one of the two is kept in another way than its type says.
  std::string beside_stored(const ast::Expr& expression, const ast::Expr& other);
  // The value that is compared: it may be a column of chosen storage.
  std::string compared(const ast::Expr& expression);
  void check_stored_query(const ast::Expr& operand, const ast::Select& query);
  bool refuse_order(const ast::Expr& left, const ast::Expr& right);
  std::string refuse_stored(const schema::Field& field);
  std::string shifted(const ast::Binary& node);
  std::string json_get(const ast::Binary& node);
  std::string cast_literal(const ast::Cast& node, const schema::Type& to, bool& done);
  std::string sqlite_cast(const ast::Cast& node, const schema::Type& to);
  std::string sqlite_match(const ast::Match& node);
  std::string sqlite_call(const ast::FunctionCall& node);
  std::string plain_call(const ast::FunctionCall& node);
  std::string behind_call(const ast::FunctionCall& node);
  std::string query(const ast::Select& select) { return writer_.select(select, &scope_); }

  Writer& writer_;
  const ast::Expr& expression_;
  const schema::Scope& scope_;
  bool stored_;  // a column of chosen storage may stand here
};

// "ROWS BETWEEN … AND …".
std::string frame_text(const ast::Frame& frame,
                       const std::function<std::string(const ast::Expr&)>& write);

}  // namespace retort::compiler::lower
