// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// One statement of a migration. Everything in it is a plain struct with the span of its text.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "ast/objects.hpp"

namespace retort::compiler::ast {

// A statement that the grammar does not know. What it may touch are the objects it names.
struct Opaque {
  Span span;
  std::string words;        // its first words in upper case: "CREATE FUNCTION"
  std::vector<Name> names;  // every name and word in it that can be a name, each once
  bool has_code = false;    // a dollar-quoted string stands in it: names inside are not known
};

struct Statement {
  Span span;  // without the ';'
  std::variant<Opaque, Select, Insert, Update, Delete, Truncate, CreateTable, CreateVirtualTable,
               AlterTable, CreateIndex, CreateView, RefreshView, CreateTrigger, CreateSequence,
               AlterSequence, CreateEnum, AddEnumValue, RenameEnumValue, CreateDomain, CreateSchema,
               CreateExtension, Comment, Drop>
      node;
};

}  // namespace retort::compiler::ast
