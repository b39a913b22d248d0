// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Revision by revision, engine by engine. In: the sections that apply; out: what portable ones
// become, the schema behind them, and downs that nobody wrote.
#include "lower/fold.hpp"

#include <algorithm>

#include "lower/parity.hpp"
#include "lower/schema_change.hpp"
#include "lower/statements.hpp"
#include "lower/writer.hpp"
#include "schema/apply.hpp"

namespace retort::compiler::lower {
namespace {

using chain::EngineBody;
using chain::Revision;
using chain::SectionRef;
using diag::Kind;
using schema::Schema;

bool has_portable(const EngineBody& body) {
  return body.up.portable || body.down.portable || body.verify.portable;
}

source::Span place_of(const EngineBody& body, const Loss& loss) {
  return loss.span.file != 0 ? loss.span : body.up.section->directive;
}

}  // namespace

// PostgreSQL alone: SQLite itself reads the others in the proof, which costs nothing.
void Fold::check_names(const SectionRef& section, const ast::Statement& statement,
                       const Schema& schema, const Revision& revision) const {
  if (revision.locked || !revision.depends_on.empty()) return;
  Report report(diagnostics_, section, schema, revision.id);
  Target target;
  target.schema = &schema;
  target.report = &report;
  if (const auto* select = std::get_if<ast::Select>(&statement.node)) {
    static_cast<void>(Writer(target).select(*select, nullptr));
  } else if (const auto* insert = std::get_if<ast::Insert>(&statement.node)) {
    static_cast<void>(Writer(target).insert(*insert));
  } else if (const auto* update = std::get_if<ast::Update>(&statement.node)) {
    static_cast<void>(Writer(target).update(*update));
  } else if (const auto* remove = std::get_if<ast::Delete>(&statement.node)) {
    static_cast<void>(Writer(target).remove(*remove));
  } else if (const auto* view = std::get_if<ast::CreateView>(&statement.node);
             view != nullptr && view->query && !view->recursive) {
    static_cast<void>(Writer(target).select(*view->query, nullptr));
  } else if (const auto* alter = std::get_if<ast::AlterTable>(&statement.node)) {
    const ast::Name& name = alter->name.name;
    const bool here = !alter->name.schema || alter->name.schema->text == "public";
    if (alter->object != ast::ObjectKind::table || alter->if_exists || !here) return;
    if (schema.table(name.text) != nullptr || schema.view(name.text) != nullptr) return;
    report.unknown_table(name.span, name.text, schema.relation_names());
  }
}

void Fold::apply_native(const SectionRef& section, dialect::Engine engine, Schema& schema,
                        const Revision& revision) const {
  schema::ApplyOptions options;
  for (const ast::Statement& statement : native_statements(section, engine)) {
    if (engine == dialect::Engine::postgres) check_names(section, statement, schema, revision);
    options.text = std::string(section.file->tokens.file->slice(statement.span));
    schema::apply(schema, statement, options);
  }
}

CompiledBody Fold::compile(const Revision& revision, const EngineBody& body) {
  CompiledBody compiled;
  Schema& schema = schemas_[static_cast<std::size_t>(body.engine)];
  const Schema before = schema;
  Losses losses;
  const auto run = [&](const SectionRef& section, Schema& on, Losses* lost) {
    Report report(diagnostics_, section, chain_.engines, revision.id, revision.locked);
    PortableSection portable(body.engine, profile_, on, report);
    CompiledSection result = portable.run(section, portable_statements(section, diagnostics_));
    if (lost != nullptr) *lost = portable.losses();
    return result;
  };
  if (body.up.part != nullptr && body.up.portable) {
    compiled.up = run(body.up, schema, &losses);
  } else if (body.up.part != nullptr) {
    apply_native(body.up, body.engine, schema, revision);
  }
  if (!has_portable(body)) return compiled;
  if (body.verify.part != nullptr && body.verify.portable) {
    Schema copy = schema;
    compiled.verify = run(body.verify, copy, nullptr);
  }
  if (body.down.part != nullptr && body.down.portable) {
    Schema copy = schema;
    compiled.down = run(body.down, copy, nullptr);
  } else if (body.down.part == nullptr && body.up.portable && !body.irreversible &&
             !diagnostics_.has_errors()) {
    compiled.down = derive_down(revision, body, before, schema, losses);
  }
  return compiled;
}

CompiledSection Fold::derive_down(const Revision& revision, const EngineBody& body,
                                  const Schema& before, const Schema& after, const Losses& losses) {
  CompiledSection down;
  const SchemaDiff diff = diff_schemas(after, before);
  Target target;
  target.engine = body.engine;
  target.profile = profile_;
  target.schema = &before;
  SchemaChange change = change_schema(diff, target);
  const bool impossible = !losses.irreversible.empty() || !change.refused.empty();
  if (impossible && !revision.locked) {
    auto report = diagnostics_.report(Kind::missing_down, body.up.section->directive,
                                      {revision.id, engine_name(body.engine)});
    report.revision(revision.id);
    if (!losses.irreversible.empty()) {
      report.note(losses.irreversible.front().span,
                  "nothing takes back " + losses.irreversible.front().what);
    } else {
      report.note(body.up.section->directive, "none can be derived: " + change.refused);
    }
    report.help("write how to revert it behind a line  -- migrate:down")
        .help("or say that it cannot be:            -- migrate:down irreversible");
  }
  if (impossible) return down;
  for (const Loss& loss : losses.lost) {
    if (revision.locked) break;
    diagnostics_.report(Kind::lossy_down, place_of(body, loss), {revision.id, loss.what})
        .help("write how to revert it behind a line  -- migrate:down")
        .help("or say that it cannot be:            -- migrate:down irreversible")
        .help("or accept it, before the statement:  -- retort: allow(lossy-down) <reason>")
        .revision(revision.id);
  }
  down.compiled = true;
  down.foreign_keys_off = change.rebuilt;
  for (std::string& text : change.statements) {
    down.statements.push_back({std::move(text), body.up.section->directive});
  }
  return down;
}

void Fold::compare(const Revision& revision) {
  if (chain_.engines.size() < 2 || diagnostics_.has_errors()) return;
  const std::vector<SchemaDifference> differences =
      compare_engines(schema(dialect::Engine::sqlite), schema(dialect::Engine::postgres));
  for (const SchemaDifference& difference : differences) {
    if (!differences_.insert(difference.text).second) continue;
    // Where the object was made: there a waiver can stand.
    const bool placed = difference.place.file != 0;
    auto report =
        diagnostics_.report(Kind::engines_differ, placed ? difference.place : revision.id_span,
                            {revision.id, difference.text});
    report.revision(revision.id);
    if (difference.other_place.file != 0) {
      report.note(difference.other_place, difference.other_note);
    }
    report.help("make it the same in the other engine's section")
        .help("or accept it, before the statement:  -- retort: allow(engines-differ) <reason>");
  }
}

}  // namespace retort::compiler::lower
