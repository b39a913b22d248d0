// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: what the files of the printer share.
#pragma once

#include <string>
#include <string_view>

#include "ast/statement.hpp"
#include "dialect/dialect.hpp"

namespace retort::compiler::ast {

class Printer {
 public:
  explicit Printer(dialect::Engine dialect) : sqlite_(dialect == dialect::Engine::sqlite) {}
  std::string take() { return std::move(text_); }

  // print.cpp
  void name(const Name& name);
  void name(const QualifiedName& name);
  void names(const std::vector<Name>& names);  // (a, b)
  void string(std::string_view text);
  void type(const TypeName& type);
  void statement(const Statement& statement);

  // print_expression.cpp
  void expr(const Expr& expr);
  void order_by(const std::vector<OrderTerm>& terms);
  void window(const Window& window);
  void call(const FunctionCall& call);
  void index_term(const IndexTerm& term);
  void operator_name(const OperatorName& op);

  // print_select.cpp
  void node(const Select& select);
  void with(const With& with);
  void table_refs(const std::vector<TableRef>& refs);
  void result_columns(const std::vector<ResultColumn>& columns);
  void node(const Insert& insert);
  void node(const Update& update);
  void node(const Delete& statement);
  void node(const Truncate& truncate);

  // print_table.cpp
  void column(const ColumnDef& column);
  void constraint(const ColumnConstraint& constraint);
  void constraint(const TableConstraint& constraint);
  void timing(const ConstraintTiming& timing);
  void options(const std::vector<StorageOption>& options);
  void sequence_options(const std::vector<SequenceOption>& options);
  void node(const CreateTable& table);
  void node(const CreateVirtualTable& table);

  // print_object.cpp
  void node(const AlterTable& alter);
  void node(const CreateIndex& index);
  void node(const CreateView& view);
  void node(const RefreshView& view);
  void node(const CreateTrigger& trigger);
  void node(const CreateSequence& sequence);
  void node(const AlterSequence& sequence);
  void node(const CreateEnum& type);
  void node(const AddEnumValue& value);
  void node(const RenameEnumValue& value);
  void node(const CreateDomain& domain);
  void node(const CreateSchema& schema);
  void node(const CreateExtension& extension);
  void node(const Comment& comment);
  void node(const Drop& drop);
  void node(const Opaque&) {}

  Printer& word(std::string_view words) {  // with one blank before it
    if (!text_.empty() && text_.back() != '(' && text_.back() != ' ') text_ += ' ';
    text_ += words;
    return *this;
  }
  Printer& raw(std::string_view text) {
    text_ += text;
    return *this;
  }
  template <class List, class Print>
  void list(const List& elements, Print print) {
    bool first = true;
    for (const auto& element : elements) {
      if (!first) raw(", ");
      first = false;
      print(element);
    }
  }
  void behavior(Behavior behavior) {
    if (behavior == Behavior::cascade) word("CASCADE");
    if (behavior == Behavior::restrict_) word("RESTRICT");
  }
  void conflict(ConflictAction action);
  bool sqlite() const { return sqlite_; }

 private:
  void operand(const Expr& expr, unsigned minimum);
  void primary(const Expr& expr) { operand(expr, 100); }
  void node_of(const Expr& expr);
  void query_in_parentheses(const Box<Select>& query);
  void table_ref(const TableRef& ref);
  void core(const SelectCore& core);
  void grouping(const GroupingElement& element);
  void assignments(const std::vector<Assignment>& list);
  void on_conflict(const OnConflict& conflict);
  void key(const KeyConstraint& key, bool of_column);
  void references(const References& references);

  void print_node(const Literal& literal);
  void print_node(const Quantified& node);
  void print_node(const FunctionCall& node) { call(node); }
  void print_node(const Trim& node);
  void print_node(const Match& node);
  void print_node(const In& node);
  void print_node(const Cast& node);

  bool sqlite_;
  std::string text_;
};

}  // namespace retort::compiler::ast
