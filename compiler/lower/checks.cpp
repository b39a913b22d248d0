// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The statements of a section against the table of dialect/statement_class.hpp: transaction
// control, statements that need transaction:false, PRAGMAs that do nothing, COPY where there is
// none.
#include "lower/checks.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "dialect/statement_class.hpp"
#include "lower/concurrent_index.hpp"

namespace retort::compiler::lower {
namespace {

using chain::SectionRef;
using diag::Kind;
using dialect::StatementClass;
using dialect::StatementRule;

const StatementRule* rule_of(const SectionRef& section, dialect::Engine engine,
                             const lex::Statement& statement) {
  const lex::TokenizedFile& file = section.file->tokens;
  const auto last =
      std::min(statement.last, statement.first + static_cast<std::uint32_t>(dialect::rule_tokens));
  std::vector<std::string_view> tokens;
  for (std::uint32_t i = statement.first; i < last; ++i)
    tokens.push_back(file.text(file.tokens[i]));
  return dialect::find_rule(engine, std::move(tokens));
}

source::Span first_word(const SectionRef& section, const lex::Statement& statement) {
  const lex::TokenizedFile& file = section.file->tokens;
  return file.span(file.tokens[statement.first]);
}

// The section's directive with one more option: a line to paste.
std::string directive_with(const SectionRef& section, std::string_view option) {
  const std::string_view written = section.file->tokens.file->slice(section.section->directive);
  const std::size_t end = written.find_last_not_of(" \t\r\n");
  return std::string(written.substr(0, end + 1)) + " " + std::string(option);
}

class SectionCheck {
 public:
  SectionCheck(const SectionRef& section, dialect::Engine engine, diag::Diagnostics& diagnostics)
      : section_(section), engine_(engine), diagnostics_(diagnostics) {}

  void run() {
    const bool transactional = runs_in_transaction(section_, engine_);
    for (const lex::Statement& statement : section_.part->statements) {
      const StatementRule* rule = rule_of(section_, engine_, statement);
      if (rule == nullptr) continue;
      if (engine_ == dialect::Engine::postgres) unnamed_index(statement);
      if (rule->kind == StatementClass::transaction_control) control(statement, *rule);
      if (rule->kind == StatementClass::copy) copy(statement);
      if (!transactional) continue;
      if (rule->kind == StatementClass::needs_no_transaction) needs_none(statement, *rule);
      if (rule->kind == StatementClass::foreign_keys_pragma) switched_.push_back(&statement);
      if (rule->kind == StatementClass::defer_foreign_keys) deferred_ = &statement;
      if (rule->kind == StatementClass::drop_table && dropped_ == nullptr) dropped_ = &statement;
    }
    if (!section_.portable) storage();
    for (const lex::Statement* statement : switched_) foreign_keys(*statement);
    if (deferred_ != nullptr && dropped_ != nullptr && !foreign_keys_off()) defer();
  }

 private:
  bool foreign_keys_off() const {
    return section_.section != nullptr && section_.section->foreign_keys_off;
  }

  // What an engine section says is sent as it stands.
  void storage() {
    for (const lex::Statement& statement : section_.part->statements) {
      for (const ast::StorageChoice& choice :
           chain::storage_choices(*section_.file, section_.file->tokens.span(statement))) {
        diagnostics_
            .report(Kind::misplaced_directive, choice.span,
                    {"'retort: storage' in a section of one engine"})
            .help("write the type that the engine keeps");
      }
    }
  }

  void control(const lex::Statement& statement, const StatementRule& rule) {
    diagnostics_.report(Kind::transaction_control, first_word(section_, statement), {rule.name})
        .help("delete the statement: a revision and its ledger row commit together");
  }

  void copy(const lex::Statement& statement) {
    diagnostics_
        .report(Kind::sql_error, first_word(section_, statement), {"SQLite", "there is no COPY"})
        .help(
            "write INSERT statements, or give each engine a section of its own: "
            "-- migrate:up postgres");
  }

  void unnamed_index(const lex::Statement& statement) {
    const ConcurrentIndex found = find_concurrent_index(section_.file->tokens, statement);
    if (!found.creates || !found.index.empty()) return;
    diagnostics_.report(Kind::unnamed_index, first_word(section_, statement))
        .help("give it a name: CREATE INDEX CONCURRENTLY <name> ON ...");
  }

  void needs_none(const lex::Statement& statement, const StatementRule& rule) {
    auto report = diagnostics_.report(Kind::needs_no_transaction, first_word(section_, statement),
                                      {rule.name});
    if (section_.section != nullptr) {
      report.help(directive_with(section_, "transaction:false"));
    } else {
      report.help(
          "give the statement a migration of its own: a file that holds nothing else runs "
          "outside a transaction");
    }
  }

  // The first one explains; a second one is the pair that switches them on again.
  void foreign_keys(const lex::Statement& statement) {
    const lex::TokenizedFile& file = section_.file->tokens;
    auto report =
        diagnostics_.report(Kind::foreign_keys_pragma, file.span(statement), {"foreign_keys"});
    if (foreign_keys_off()) {
      report.help("delete the statement: the section already says foreign_keys:off");
    } else if (&statement != switched_.front()) {
      report.help("delete the statement too: foreign_keys:off ends with the section");
    } else {
      if (dropped_ != nullptr) {
        report.note(file.span(*dropped_),
                    "foreign keys are on here: the rows of child tables go in "
                    "silence (ON DELETE CASCADE)");
      }
      off_instead(report);
    }
  }

  void defer() {
    const lex::TokenizedFile& file = section_.file->tokens;
    auto report = diagnostics_.report(Kind::defer_foreign_keys_pragma, file.span(*deferred_));
    report.note(file.span(*dropped_),
                "deferred or not, the rows of child tables go here in silence (ON DELETE CASCADE)");
    off_instead(report);
  }

  void off_instead(diag::Diagnostics::Builder& report) {
    // Layouts without section options have lost the statement in the chain room.
    if (section_.section != nullptr) report.help(directive_with(section_, "foreign_keys:off"));
  }

  const SectionRef& section_;
  dialect::Engine engine_;
  diag::Diagnostics& diagnostics_;
  std::vector<const lex::Statement*> switched_;  // PRAGMA foreign_keys
  const lex::Statement* deferred_ = nullptr;
  const lex::Statement* dropped_ = nullptr;
};

}  // namespace

bool runs_in_transaction(const chain::SectionRef& section, dialect::Engine engine) {
  if (!section.transaction || section.section != nullptr || section.part->statements.size() != 1) {
    return section.transaction;
  }
  const StatementRule* rule = rule_of(section, engine, section.part->statements.front());
  return rule == nullptr || rule->kind != StatementClass::needs_no_transaction;
}

void check_section(const chain::SectionRef& section, dialect::Engine engine,
                   diag::Diagnostics& diagnostics) {
  SectionCheck(section, engine, diagnostics).run();
}

}  // namespace retort::compiler::lower
