// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What the files of the grammar call in each other: plain functions, so that no rule is known
// outside its file and the link symbols of Spirit stay short. Each reads from `at` and moves it
// behind what it read; where it returns false, `at` has not moved.
#pragma once

#include <cstdint>
#include <string>

#include "ast/statement.hpp"
#include "parse/grammar/state.hpp"

namespace retort::compiler::parse::grammar {

// --- literal.cpp: from a token to what it stands for; false where the form is not known
bool decode_name(const State& state, const Token& token, std::string& text);
bool decode_string(const State& state, const Token& token, std::string& text);

// --- name.cpp
enum class NameUse : std::uint8_t {
  column,         // of a table, a column, an index: PostgreSQL's ColId
  type_function,  // PostgreSQL's type_function_name
  label,          // behind AS: any word in PostgreSQL
  bare_label,     // without AS
  table_alias,    // without AS
};
bool is_name(const State& state, const Token& token, NameUse use);
bool parse_name_as(Cursor& at, State& state, ast::Name& name, NameUse use);
bool parse_name(Cursor& at, State& state, ast::Name& name);
bool parse_label(Cursor& at, State& state, ast::Name& name);
bool parse_bare_label(Cursor& at, State& state, ast::Name& name);
bool parse_table_alias(Cursor& at, State& state, ast::Name& name);
bool parse_qualified_name(Cursor& at, State& state, ast::QualifiedName& name);
// [schema.]table.column
bool parse_column_path(Cursor& at, State& state, ast::QualifiedName& table,
                       std::optional<ast::Name>& column);
bool parse_collation(Cursor& at, State& state, ast::QualifiedName& name);
bool parse_string(Cursor& at, State& state, ast::Text& text);  // with its continuations
bool parse_signed_number(Cursor& at, State& state, std::string& number);
bool parse_column_list(Cursor& at, State& state, std::vector<ast::Name>& names);  // (a, b)

// --- type.cpp
bool parse_type(Cursor& at, State& state, ast::TypeName& type);
// "day to second" behind an interval, or nothing.
bool parse_interval_fields(Cursor& at, State& state, ast::TypeName& type);
// Words of PostgreSQL that begin a type and nothing else.
bool is_type_keyword(Keyword keyword);

// --- expression.cpp, primary.cpp, call.cpp
bool parse_expression(Cursor& at, State& state, ast::Expr& expr);
// PostgreSQL's b_expr: without AND, OR, NOT, IN, LIKE, BETWEEN and IS NULL on its top level.
bool parse_restricted_expression(Cursor& at, State& state, ast::Expr& expr);
bool parse_primary(Cursor& at, State& state, ast::Expr& expr);
bool parse_operator_name(Cursor& at, State& state, ast::OperatorName& op);
bool parse_call(Cursor& at, State& state, ast::Expr& expr);          // from the function's name on
bool parse_special_call(Cursor& at, State& state, ast::Expr& expr);  // EXTRACT(…), CASE …
bool parse_window(Cursor& at, State& state, ast::Window& window);    // behind its '('
bool parse_order_by(Cursor& at, State& state, std::vector<ast::OrderTerm>& terms);
bool parse_index_term(Cursor& at, State& state, ast::IndexTerm& term);

// --- select.cpp, from.cpp, with.cpp
bool parse_query(Cursor& at, State& state, ast::Select& select);
// Whether a query stands here, or parentheses that are a query's and no expression's. Decides
// alone: trying both would double the time at each level.
bool at_query(Cursor at);
// The same, where the query is a member of a statement.
bool parse_boxed_query(Cursor& at, State& state, ast::Box<ast::Select>& query);
bool parse_with(Cursor& at, State& state, ast::With& with);
bool parse_table_refs(Cursor& at, State& state, std::vector<ast::TableRef>& refs);
bool parse_result_columns(Cursor& at, State& state, std::vector<ast::ResultColumn>& columns);

// --- dml.cpp; `with` was read already
bool parse_insert(Cursor& at, State& state, ast::Insert& insert);
bool parse_update(Cursor& at, State& state, ast::Update& update);
bool parse_delete(Cursor& at, State& state, ast::Delete& statement);
bool parse_truncate(Cursor& at, State& state, ast::Truncate& truncate);

// --- clause.cpp, column.cpp, constraint.cpp, table.cpp, sequence.cpp
bool parse_column_def(Cursor& at, State& state, ast::ColumnDef& column);
bool parse_column_constraint(Cursor& at, State& state, ast::ColumnConstraint& constraint);
bool at_table_constraint(Cursor at);
bool parse_table_constraint(Cursor& at, State& state, ast::TableConstraint& constraint);
bool parse_conflict_clause(Cursor& at, State& state, ast::ConflictAction& action);
bool parse_references(Cursor& at, State& state, ast::References& references);
bool parse_constraint_timing(Cursor& at, State& state, ast::ConstraintTiming& timing);
bool parse_storage_options(Cursor& at, State& state, std::vector<ast::StorageOption>& options);
bool parse_sequence_option(Cursor& at, State& state, ast::SequenceOption& option);
bool parse_create_table(Cursor& at, State& state, ast::CreateTable& table);
bool parse_create_virtual_table(Cursor& at, State& state, ast::CreateVirtualTable& table);

// --- one statement each
bool parse_alter_column(Cursor& at, State& state, ast::AlterAction& action);
bool parse_alter_table(Cursor& at, State& state, ast::AlterTable& alter);
bool parse_create_index(Cursor& at, State& state, ast::CreateIndex& index);
bool parse_create_view(Cursor& at, State& state, ast::CreateView& view);
bool parse_refresh_view(Cursor& at, State& state, ast::RefreshView& refresh);
bool parse_create_trigger(Cursor& at, State& state, ast::CreateTrigger& trigger);
bool parse_create_sequence(Cursor& at, State& state, ast::CreateSequence& sequence);
bool parse_alter_sequence(Cursor& at, State& state, ast::AlterSequence& sequence);
bool parse_create_enum(Cursor& at, State& state, ast::CreateEnum& type);
bool parse_add_enum_value(Cursor& at, State& state, ast::AddEnumValue& value);
bool parse_rename_enum_value(Cursor& at, State& state, ast::RenameEnumValue& value);
bool parse_create_domain(Cursor& at, State& state, ast::CreateDomain& domain);
bool parse_create_schema(Cursor& at, State& state, ast::CreateSchema& schema);
bool parse_create_extension(Cursor& at, State& state, ast::CreateExtension& extension);
bool parse_comment(Cursor& at, State& state, ast::Comment& comment);
bool parse_drop(Cursor& at, State& state, ast::Drop& drop);

}  // namespace retort::compiler::parse::grammar
