// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: one statement being applied.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "schema/apply.hpp"

namespace retort::compiler::schema {

class Applier {
 public:
  Applier(Schema& schema, const ApplyOptions& options) : schema_(schema), options_(options) {}

  void operator()(const ast::Opaque& statement);
  void operator()(const ast::Select&) {}
  void operator()(const ast::Insert&) {}
  void operator()(const ast::Update&) {}
  void operator()(const ast::Delete&) {}
  void operator()(const ast::Truncate&) {}
  void operator()(const ast::CreateTable& statement);
  void operator()(const ast::CreateVirtualTable& statement);
  void operator()(const ast::AlterTable& statement);
  void operator()(const ast::CreateIndex& statement);
  void operator()(const ast::CreateView& statement);
  void operator()(const ast::RefreshView&) {}
  void operator()(const ast::CreateTrigger& statement);
  void operator()(const ast::CreateSequence& statement);
  void operator()(const ast::AlterSequence&) {}
  void operator()(const ast::CreateEnum& statement);
  void operator()(const ast::AddEnumValue& statement);
  void operator()(const ast::RenameEnumValue& statement);
  void operator()(const ast::CreateDomain& statement);
  void operator()(const ast::CreateSchema&) { schema_.certain = false; }
  void operator()(const ast::CreateExtension&) { schema_.certain = false; }
  void operator()(const ast::Comment& statement);
  void operator()(const ast::Drop& statement);

  // --- columns and constraints, for CREATE TABLE and ADD COLUMN
  Column make_column(const ast::ColumnDef& definition, Table& table,
                     std::vector<Constraint>& constraints);
  void add_column_constraint(const ast::ColumnConstraint& source, Column& column, Table& table,
                             std::vector<Constraint>& constraints);
  bool add_table_constraint(const ast::TableConstraint& source, const Table& table,
                            std::vector<Constraint>& constraints);
  // Names what has no name, in PostgreSQL's order, and adds all to the table.
  void name_constraints(Table& table, std::vector<Constraint> constraints);
  void check_foreign_key(const Constraint& key, const Table& table);

  // --- actions of ALTER TABLE, on a copy of the table that is put back behind the last one
  void operator()(const ast::AddColumn& action);
  void operator()(const ast::DropColumn& action);
  void operator()(const ast::SetType& action);
  void operator()(const ast::SetDefault& action);
  void operator()(const ast::DropDefault& action);
  void operator()(const ast::SetNotNull& action);
  void operator()(const ast::DropNotNull& action);
  void operator()(const ast::AddIdentity& action);
  void operator()(const ast::SetIdentity& action);
  void operator()(const ast::DropIdentity& action);
  void operator()(const ast::DropExpression& action);
  void operator()(const ast::AddConstraint& action);
  void operator()(const ast::DropConstraint& action);
  void operator()(const ast::AlterConstraint& action);
  void operator()(const ast::ValidateConstraint& action);
  void operator()(const ast::RenameTo& action);
  void operator()(const ast::RenameColumn& action);
  void operator()(const ast::RenameConstraint& action);
  void operator()(const ast::SetSchema&) {}
  void operator()(const ast::OwnerTo&) {}
  void operator()(const ast::SetOptions&) {}
  void operator()(const ast::SetTablespace&) {}
  void operator()(const ast::SetPersistence&) {}
  void operator()(const ast::EnableTrigger&) {}
  void operator()(const ast::RowSecurity&) {}

 private:
  // --- findings; nothing where nobody wants to know
  void unknown_table(const ast::Name& name);
  void unknown_column(const ast::Name& name, const Table& table);
  void unknown_object(std::string_view kind, const ast::Name& name,
                      const std::vector<std::string>& candidates);
  void duplicate(std::string_view kind, const ast::Name& name, source::Span first);
  void still_used(source::Span span, const std::string& what, const std::string& by,
                  source::Span place);

  Table& table() { return schema_.edit(table_name_); }
  Column* column(const ast::Name& name);
  bool name_is_free(std::string_view kind, const ast::QualifiedName& name);
  bool is_taken(const std::string& name) const;
  void check_columns(const std::vector<std::string>& names, const Table& table, source::Span span);
  void drop_column_parts(const std::string& name);
  void drop_table(const ast::QualifiedName& name, const ast::Drop& statement);
  void drop_object(const ast::QualifiedName& name, const ast::Drop& statement);
  void rename_column(const std::string& from, const std::string& to);
  void rename_table(const std::string& to);

  Schema& schema_;
  const ApplyOptions& options_;
  std::string table_name_;  // of the ALTER TABLE
};

// Copies of names as texts.
std::vector<std::string> texts_of(const std::vector<ast::Name>& names);
// The columns that an expression names.
std::vector<std::string> columns_in(const ast::Expr& expression);
Tree tree_of(const ast::Expr& expression);
// Whether the view's query names a column so, of whatever table.
bool view_names_column(const View& view, const std::string& column);
// Views that read the table read it under its new name.
void rename_in_views(Schema& schema, const std::string& from, const std::string& to);
// The tree with one column renamed; the same one where it does not occur.
Tree renamed(const Tree& tree, const std::string& from, const std::string& to);

}  // namespace retort::compiler::schema
