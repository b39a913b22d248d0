// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: trees of portable SQL as text of one engine. Names are looked up on the way:
// what does not exist is reported, as is what an engine has no form for.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ast/dml.hpp"
#include "lower/sql_table.hpp"
#include "schema/scope.hpp"

namespace retort::compiler::lower {

class Writer {
 public:
  using Rename = std::function<std::string(const std::string&)>;

  explicit Writer(const Target& target, Rename rename = {})
      : target_(target), rename_(std::move(rename)) {}

  std::string expression(const ast::Expr& expression, const schema::Scope& scope);
  // In parentheses where it binds less than `precedence`.
  std::string operand(const ast::Expr& expression, const schema::Scope& scope, int precedence);
  // The same where a value may stand as it is kept (storage).
  std::string stored(const ast::Expr& expression, const schema::Scope& scope);
  std::string select(const ast::Select& select, const schema::Scope* outer);
  std::string insert(const ast::Insert& insert);
  std::string update(const ast::Update& update);
  std::string remove(const ast::Delete& remove);

  // A value that becomes one of `column`'s: its literals take the column's form.
  std::string value_for(const ast::Expr& value, const schema::Type& type, schema::Storage storage,
                        const schema::Scope& scope);

 private:
  friend class NodeWriter;
  friend class QueryWriter;

  bool sqlite() const { return target_.sqlite(); }
  // Whether somebody hears what is refused; else it is written from the model.
  bool reports() const { return target_.report != nullptr; }
  std::string refuse(source::Span span, std::string_view text, std::string_view help = {});
  std::string order_by(const std::vector<ast::OrderTerm>& terms, const schema::Scope& scope);
  std::string window(const ast::Window& window, const schema::Scope& scope);
  std::string with(const ast::With& with, schema::Scope& scope);
  std::string core(const ast::SelectCore& core, const schema::Scope& scope, schema::Scope& inner);
  std::string group_by(const ast::SelectCore& core, const schema::Scope& scope);
  std::string body(const ast::Select& select, const schema::Scope& scope, schema::Scope& inner);
  std::string values(const ast::Values& values, const schema::Scope& scope);
  std::string limit(const ast::Limit& limit, const schema::Scope& scope);
  std::string from(const ast::TableRef& table, schema::Scope& scope);
  std::string join(const ast::Join& join, schema::Scope& scope);
  std::string returning(const std::vector<ast::ResultColumn>& columns, const schema::Scope& scope);
  std::string result_column(const ast::ResultColumn& column, const schema::Scope& scope);
  std::string table_name(const ast::QualifiedName& name);
  std::string assignments(const std::vector<ast::Assignment>& assignments,
                          const schema::Table* table, const schema::Scope& scope);
  std::string assignment(const ast::Assignment& assignment, const schema::Table* table,
                         const schema::Scope& scope);
  std::string assigned(const ast::Expr& value, const schema::Column* column,
                       const schema::Scope& scope);
  std::string insert_rows(const ast::Insert& insert, const schema::Table* table,
                          std::vector<std::string>& columns, const schema::Scope& scope);
  std::string on_conflict(const ast::OnConflict& conflict, const schema::Table* table,
                          const schema::Scope& scope);
  const schema::Table* dml_table(const ast::QualifiedName& name, schema::Scope& scope,
                                 const std::optional<ast::Name>& alias);
  void check_columns(const schema::Table* table, const std::vector<ast::Name>& names);

  // Empty: the value is none for a column of this storage, or it is standard.
  std::string stored_value(const ast::Expr& value, const schema::Type& type,
                           schema::Storage storage, const schema::Scope& scope);
  void check_stored_columns(const schema::Relation& output, const schema::Table* table,
                            const std::vector<std::string>& columns, source::Span span);

  const Target& target_;
  Rename rename_;
  bool stored_ = false;  // the next expression may be a column of chosen storage
};

// The name of the operator's precedence: higher binds more.
int precedence_of(const ast::Expr& expression);

}  // namespace retort::compiler::lower
