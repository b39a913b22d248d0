// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Which tables and columns a query names.
#pragma once

#include <set>
#include <string>

#include "ast/statement.hpp"

namespace retort::compiler::schema {

// As written; those of WITH are not among them.
std::set<std::string> tables_in(const ast::Select& query);
std::set<std::string> tables_in(const ast::TriggerStatement& statement);
// Every table that a statement reads or changes.
std::set<std::string> tables_in(const ast::Statement& statement);
std::set<std::string> columns_in(const ast::Select& query);

// The query with the table under its new name.
void rename_table_in(ast::Select& query, const std::string& from, const std::string& to);

}  // namespace retort::compiler::schema
