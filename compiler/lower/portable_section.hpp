// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: a portable section as statements of one engine.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "ast/statement.hpp"
#include "lower/report.hpp"
#include "lower/sql_table.hpp"
#include "lower/sqlite_alter.hpp"

namespace retort::compiler::lower {

struct CompiledStatement {
  std::string text;
  source::Span span;  // of the statement that it came from
  // As in retort::Statement: what is left invalid where CREATE INDEX CONCURRENTLY fails.
  std::string index{};
  std::string index_table{};
};

struct CompiledSection {
  bool compiled = false;
  std::vector<CompiledStatement> statements;
  bool foreign_keys_off = false;
};

// What a statement takes that no derived down brings back.
struct Loss {
  source::Span span;
  std::string what;  // "column 't.c'"
};
struct Losses {
  std::vector<Loss> lost;
  std::vector<Loss> irreversible;  // there is no down at all
};

class PortableSection {
 public:
  // `schema` is changed as the statements go.
  PortableSection(dialect::Engine engine, SqliteProfile profile, schema::Schema& schema,
                  Report& report)
      : engine_(engine), profile_(profile), schema_(schema), report_(report), start_(schema) {}

  CompiledSection run(const chain::SectionRef& section,
                      const std::vector<ast::Statement>& statements);
  const Losses& losses() const { return losses_; }

  void operator()(const ast::Opaque& node);
  void operator()(const ast::Select& node);
  void operator()(const ast::Insert& node);
  void operator()(const ast::Update& node);
  void operator()(const ast::Delete& node);
  void operator()(const ast::Truncate& node);
  void operator()(const ast::CreateTable& node);
  void operator()(const ast::CreateVirtualTable& node);
  void operator()(const ast::AlterTable& node);
  void operator()(const ast::CreateIndex& node);
  void operator()(const ast::CreateView& node);
  void operator()(const ast::RefreshView& node);
  void operator()(const ast::CreateTrigger& node);
  void operator()(const ast::CreateSequence& node);
  void operator()(const ast::AlterSequence& node);
  void operator()(const ast::CreateEnum& node);
  void operator()(const ast::AddEnumValue& node);
  void operator()(const ast::RenameEnumValue& node);
  void operator()(const ast::CreateDomain& node);
  void operator()(const ast::CreateSchema& node);
  void operator()(const ast::CreateExtension& node);
  void operator()(const ast::Comment& node);
  void operator()(const ast::Drop& node);

 private:
  // The changes of a table that wait to become one rebuild.
  struct Pending {
    schema::Schema base;  // as the database still has it
    CopyRules rules;
    source::Span span;  // of the first statement
    bool forced = false;
  };

  bool sqlite() const { return engine_ == dialect::Engine::sqlite; }
  Target target() const;
  void add(std::string text);
  void add_source() { add(std::string(source_)); }
  void statement(const ast::Statement& statement);
  // What waits is done now, up to the tables of `to`.
  void flush(const schema::Schema& to);
  void flush() { flush(schema_); }
  void flush(std::uint32_t table, const schema::Schema& to);
  void refuse(source::Span span, std::string_view what, std::string_view help = {}) {
    report_.refuse(span, what, help);
  }

  void check_types(const schema::Table& table, const std::vector<const schema::Column*>& columns);
  void alter_sqlite(const ast::AlterTable& node, const schema::Table& before);
  void alter_postgres(const ast::AlterTable& node);
  bool refuse_actions(const ast::AlterTable& node);
  void copy_rules(const ast::AlterTable& node, const schema::Table& before, CopyRules& rules);
  void keep_first_defaults(const ast::AlterTable& node, const schema::Table& before,
                           Pending& pending);
  bool is_pending(const std::string& table) const;
  void note_losses(const ast::Statement& statement);
  void note_change(const ast::QualifiedName& table, const std::vector<std::string>& columns);

  dialect::Engine engine_;
  SqliteProfile profile_;
  schema::Schema& schema_;
  Report& report_;
  schema::Schema start_;   // before the section
  schema::Schema before_;  // before the statement
  const chain::SectionRef* section_ = nullptr;
  source::Span span_;
  std::string_view source_;  // the statement as written
  CompiledSection result_;
  std::map<std::uint32_t, Pending> pending_;  // by the table's id
  Losses losses_;
};

}  // namespace retort::compiler::lower
