// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Chain in, compiled chain out: the tables of retort/chain.hpp, filled in chain order, and the
// checks of every section on the way.
#include "lower/lower.hpp"

#include <algorithm>
#include <optional>

#include "lower/checks.hpp"
#include "lower/enum_values.hpp"
#include "lower/fold.hpp"
#include "lower/schema_change.hpp"
#include "lower/script.hpp"
#include "lower/storage.hpp"

namespace retort::compiler::lower {
namespace {

using diag::Kind;

std::uint32_t count_of(std::size_t size) { return static_cast<std::uint32_t>(size); }

template <class T>
const T* data_of(const std::vector<T>& table) {
  return table.empty() ? nullptr : table.data();
}

source::Span span_of_section(const chain::SectionRef& section) {
  if (section.part == nullptr) return {};
  if (section.section != nullptr) return section.section->directive;
  return {section.file->tokens.file->id(), 0, 0};
}

bool has_portable(const chain::Chain& chain) {
  return std::any_of(chain.revisions.begin(), chain.revisions.end(), [](const auto& revision) {
    return std::any_of(revision.bodies.begin(), revision.bodies.end(), [](const auto& body) {
      return body.up.portable || body.down.portable || body.verify.portable;
    });
  });
}

class Lowering {
 public:
  Lowering(const chain::Chain& chain, CompiledChain::Storage& storage,
           diag::Diagnostics& diagnostics)
      : chain_(chain), storage_(storage), diagnostics_(diagnostics) {}

  void run(const LowerOptions& options) {
    storage_.engines = chain_.engines;
    if (has_portable(chain_)) fold_.emplace(chain_, options.sqlite_profile, diagnostics_);
    storage_.revisions.reserve(chain_.revisions.size());
    for (const chain::Revision& revision : chain_.revisions) add(revision);
    storage_.view = {RETORT_GENERATED_ABI,
                     storage_.keep(chain_.name),
                     storage_.keep(options.default_url),
                     data_of(storage_.engines),
                     count_of(storage_.engines.size()),
                     data_of(storage_.revisions),
                     count_of(storage_.revisions.size())};
  }

 private:
  void add(const chain::Revision& revision) {
    retort::Revision result{};
    result.id = keep(revision.id, revision, "revision id");
    result.message = keep(revision.message, revision, "message");
    result.doc = keep(revision.doc, revision, "header");
    result.create_date = keep(revision.create_date, revision, "create date");
    result.path = storage_.keep(revision.path);
    const auto& parents = storage_.parents.emplace_back(revision.parents);
    result.parents = data_of(parents);
    result.parent_count = count_of(parents.size());
    add_labels(revision, result);
    add_dependencies(revision, result);
    add_bodies(revision, result);
    storage_.revisions.push_back(result);
  }

  void add_labels(const chain::Revision& revision, retort::Revision& result) {
    auto& labels = storage_.labels.emplace_back();
    for (const std::string& label : revision.branch_labels) {
      labels.push_back(keep(label, revision, "branch label"));
    }
    result.branch_labels = data_of(labels);
    result.branch_label_count = count_of(labels.size());
  }

  void add_dependencies(const chain::Revision& revision, retort::Revision& result) {
    auto& dependencies = storage_.dependencies.emplace_back();
    for (const chain::Dependency& dependency : revision.depends_on) {
      dependencies.push_back({keep(dependency.chain, revision, "chain name"),
                              keep(dependency.revision, revision, "revision id")});
    }
    result.depends_on = data_of(dependencies);
    result.depends_on_count = count_of(dependencies.size());
  }

  void add_bodies(const chain::Revision& revision, retort::Revision& result) {
    auto& bodies = storage_.bodies.emplace_back();
    bodies.reserve(revision.bodies.size());
    for (const chain::EngineBody& source : revision.bodies) {
      const CompiledBody compiled = fold_ ? fold_->compile(revision, source) : CompiledBody{};
      const bool derived = compiled.down.compiled && source.down.part == nullptr;
      const chain::SectionRef& down = derived ? source.up : source.down;
      bodies.push_back({source.engine, storage_.keep(source.content_hash),
                        storage_.keep(source.digest), script(source.up, compiled.up, source.engine),
                        script(down, compiled.down, source.engine),
                        script(source.verify, compiled.verify, source.engine),
                        source.irreversible});
      if (source.engine == dialect::Engine::postgres) {
        check_enum_values(source.up, source.verify, diagnostics_);
        check_enum_values(source.down, {}, diagnostics_);
      }
      const retort::Body& body = bodies.back();
      storage_.script_spans[&body.up] = span_of_section(source.up);
      storage_.script_spans[&body.down] = span_of_section(down);
      storage_.script_spans[&body.verify] = span_of_section(source.verify);
    }
    if (fold_) fold_->compare(revision);
    result.bodies = data_of(bodies);
    result.body_count = count_of(bodies.size());
  }

  retort::Script script(const chain::SectionRef& section, const CompiledSection& compiled,
                        dialect::Engine engine) {
    // Portable SQL is spelt as PostgreSQL's, whatever it is compiled for.
    const dialect::Engine spelling = section.portable ? dialect::Engine::postgres : engine;
    if (section.part != nullptr) check_section(section, spelling, diagnostics_);
    if (compiled.compiled) return lower_script(compiled, section, engine, storage_);
    return lower_script(section, engine, storage_);
  }

  std::string_view keep(const std::string& text, const chain::Revision& revision,
                        std::string_view what) {
    if (text.size() > max_chunk) {
      diagnostics_.report(Kind::limit_exceeded, revision.id_span,
                          {what, std::to_string(max_chunk >> 10) + " KiB"});
    }
    return storage_.keep(text);
  }

  const chain::Chain& chain_;
  CompiledChain::Storage& storage_;
  diag::Diagnostics& diagnostics_;
  std::optional<Fold> fold_;  // where a section is portable: nothing else needs the schema
};

template <class Map, class Key>
source::Span find_span(const Map& spans, const Key* key) {
  const auto found = spans.find(key);
  return found == spans.end() ? source::Span{} : found->second;
}

}  // namespace

CompiledChain::CompiledChain() : storage_(std::make_unique<Storage>()) {}
CompiledChain::CompiledChain(CompiledChain&&) noexcept = default;
CompiledChain& CompiledChain::operator=(CompiledChain&&) noexcept = default;
CompiledChain::~CompiledChain() = default;

const retort::Chain& CompiledChain::view() const { return storage_->view; }

source::Span CompiledChain::span_of(const retort::Statement& statement) const {
  return find_span(storage_->statement_spans, &statement);
}

source::Span CompiledChain::span_of(const retort::Script& script) const {
  return find_span(storage_->script_spans, &script);
}

CompiledChain lower(const chain::Chain& chain, const LowerOptions& options,
                    diag::Diagnostics& diagnostics) {
  CompiledChain compiled;
  Lowering(chain, *compiled.storage_, diagnostics).run(options);
  return compiled;
}

std::vector<std::string> schema_sql(const chain::Chain& chain, std::size_t count,
                                    dialect::Engine engine, const LowerOptions& options,
                                    diag::Diagnostics& diagnostics) {
  Fold fold(chain, options.sqlite_profile, diagnostics);
  for (std::size_t i = 0; i < count; ++i) {
    for (const chain::EngineBody& body : chain.revisions[i].bodies) {
      static_cast<void>(fold.compile(chain.revisions[i], body));
    }
  }
  schema::Schema empty;
  empty.dialect = engine;
  Target target;
  target.engine = engine;
  target.profile = options.sqlite_profile;
  target.schema = &fold.schema(engine);
  return change_schema(diff_schemas(empty, fold.schema(engine)), target).statements;
}

}  // namespace retort::compiler::lower
