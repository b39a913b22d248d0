// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// PRAGMA foreign_keys in files of other tools. It does nothing inside a transaction, where most
// tools run it, and what its author wanted is the section option foreign_keys:off. In: a draft.
// Out: its sections without these statements, and with the option.
#include "chain/foreign_keys.hpp"

#include <algorithm>
#include <array>

#include "dialect/ascii.hpp"
#include "dialect/statement_class.hpp"

namespace retort::compiler::chain {
namespace {

using dialect::StatementClass;

enum class Pragma { none, on, off };

std::string unquoted(std::string_view text) {
  if (text.size() > 1 && (text.front() == '\'' || text.front() == '"')) {
    text = text.substr(1, text.size() - 2);
  }
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), dialect::ascii_lower);
  return result;
}

Pragma pragma_of(const lex::TokenizedFile& file, const lex::Statement& statement) {
  std::vector<std::string_view> tokens;
  const auto last =
      std::min(statement.last, statement.first + static_cast<std::uint32_t>(dialect::rule_tokens));
  for (std::uint32_t i = statement.first; i < last; ++i) {
    tokens.push_back(file.text(file.tokens[i]));
  }
  const std::string_view end = tokens.back();
  const std::string value = unquoted(end == ")" && tokens.size() > 1 ? *(tokens.end() - 2) : end);
  const auto* rule = dialect::find_rule(dialect::Engine::sqlite, std::move(tokens));
  if (rule == nullptr) return Pragma::none;
  constexpr std::array<std::string_view, 4> no = {"off", "0", "false", "no"};
  const bool is_no = std::find(no.begin(), no.end(), value) != no.end();
  if (rule->kind == StatementClass::foreign_keys_pragma) return is_no ? Pragma::off : Pragma::on;
  // Deferred keys still delete the rows of child tables when a table is dropped.
  if (rule->kind == StatementClass::defer_foreign_keys) return is_no ? Pragma::on : Pragma::off;
  return Pragma::none;
}

void take(SectionRef& section, Draft& draft, Chain& chain, diag::Diagnostics& diagnostics) {
  if (section.part == nullptr || section.section != nullptr || !section.transaction) return;
  const lex::TokenizedFile& file = section.file->tokens;
  std::vector<lex::Statement> kept;
  for (const lex::Statement& statement : section.part->statements) {
    const Pragma pragma = pragma_of(file, statement);
    if (pragma == Pragma::none) kept.push_back(statement);
    if (pragma != Pragma::off || section.foreign_keys_off) continue;
    section.foreign_keys_off = true;
    diagnostics.report(diag::Kind::foreign_keys_off, file.span(statement))
        .help(
            "nothing to do: what the statement is meant for happens around the transaction, where "
            "it works")
        .revision(draft.revision.id);
  }
  if (kept.size() == section.part->statements.size()) return;
  lex::Part& part = *chain.parts.emplace_back(std::make_unique<lex::Part>(*section.part));
  part.statements = std::move(kept);
  section.part = &part;
}

}  // namespace

void take_foreign_keys(Draft& draft, Chain& chain, diag::Diagnostics& diagnostics) {
  for (EngineBody& body : draft.revision.bodies) {
    if (body.engine != dialect::Engine::sqlite) continue;
    for (SectionRef* section : {&body.up, &body.down, &body.verify}) {
      take(*section, draft, chain, diagnostics);
    }
  }
}

}  // namespace retort::compiler::chain
