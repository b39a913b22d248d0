// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Each statement is a function from schema to schema.
#pragma once

#include <map>
#include <string>

#include "ast/statement.hpp"
#include "diag/diagnostics.hpp"
#include "schema/schema.hpp"

namespace retort::compiler::schema {

struct ApplyOptions {
  // The section is written for all engines: its tables are portable ones.
  bool portable = false;
  // Null: what does not fit makes the objects uncertain, and nobody is told. Engine sections are
  // read so, since the engine itself is asked about them.
  diag::Diagnostics* diagnostics = nullptr;
  std::string revision;
  // `-- retort: storage(column=choice)` of the statement.
  std::map<std::string, Storage> storage;
  std::string text;  // the statement as written: what is kept of triggers
};

// Reports, where there are diagnostics, names that do not exist or exist already, foreign keys to
// what is not unique, and drops of what is still used. The schema goes on as if the statement had
// worked as far as it can, so that one error is reported once.
void apply(Schema& schema, const ast::Statement& statement, const ApplyOptions& options);

// The tables, views and indexes that a statement names, by key.
std::set<std::string> names_in(const ast::Opaque& statement, const Schema& schema);

}  // namespace retort::compiler::schema
