// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// load(): the phases of the room in their order. In: options and a file system. Out: the chain as
// far as it could be understood.
#include <algorithm>
#include <array>
#include <vector>

#include "chain/chain.hpp"
#include "chain/collect.hpp"
#include "chain/detect.hpp"
#include "chain/folders.hpp"
#include "chain/foreign_keys.hpp"
#include "chain/hash.hpp"
#include "chain/layouts.hpp"
#include "chain/linking.hpp"
#include "chain/lock_file.hpp"
#include "chain/sections.hpp"
#include "chain/variables.hpp"
#include "lex/lex.hpp"
#include "parse/parse.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;

std::string_view listed_names() {
  static const std::string names = [] {
    std::string list;
    for (const std::string& name : layout_names()) list += (list.empty() ? "" : ", ") + name;
    return list;
  }();
  return names;
}

// What a section that names no engine is written in: the only engine's SQL, or portable SQL, which
// has PostgreSQL's spelling.
dialect::Engine default_dialect(const std::vector<dialect::Engine>& engines) {
  return engines.size() == 1 ? engines.front() : dialect::Engine::postgres;
}

std::optional<dialect::Engine> engine_of(const Collected::Item& item, const Layout& layout) {
  if (layout.engine_of == nullptr) return std::nullopt;
  return layout.engine_of(source::base_name(item.relative_path));
}

void parse_files(const Collected& collected, const Layout& layout, Variables& variables,
                 Chain& chain, diag::Diagnostics& diagnostics) {
  lex::LexOptions lexing{default_dialect(chain.engines), layout.directives || layout.style,
                         layout.style.value_or(lex::DirectiveStyle::retort)};
  for (const Collected::Item& item : collected.items) {
    if (const auto engine = engine_of(item, layout)) {
      const auto& engines = chain.engines;
      if (std::find(engines.begin(), engines.end(), *engine) == engines.end()) continue;
      lexing.default_dialect = *engine;
    } else {
      lexing.default_dialect = default_dialect(chain.engines);
    }
    auto file = std::make_unique<ParsedFile>();
    file->path = item.path;
    file->relative_path = item.relative_path;
    file->tokens = lex::tokenize(*item.text, lexing, diagnostics);
    variables.report_templates(file->tokens);
    file->migration =
        parse::parse_migration(file->tokens, diagnostics, parse::ParseOptions{layout.directives});
    chain.files.push_back(std::move(file));
  }
}

// Where the files have errors: in any place, in the list of parents.
struct Broken {
  std::vector<bool> files, parents;  // by FileId
};

Broken find_broken(const Chain& chain, const source::SourceFiles& sources,
                   const diag::Diagnostics& diagnostics) {
  Broken broken;
  broken.files.resize(sources.size() + 1);
  broken.parents.resize(sources.size() + 1);
  std::vector<source::Span> revises(sources.size() + 1);
  for (const auto& file : chain.files) {
    const ast::Header& header = file->migration.header;
    if (header.has_revises) revises[file->tokens.file->id()] = header.revises_span;
  }
  for (const diag::Diagnostic* diagnostic : diagnostics.sorted()) {
    if (diagnostic->severity != diag::Severity::error || !diagnostic->waived.empty()) continue;
    const source::Span& place = diagnostic->span;
    const source::Span& list = revises[place.file];
    broken.files[place.file] = true;
    if (list.begin <= place.begin && place.begin < list.end) broken.parents[place.file] = true;
  }
  return broken;
}

// Choices of storage are comments, and change what SQLite is sent.
std::string storage_marks(const EngineBody& body) {
  std::string marks;
  if (body.engine != dialect::Engine::sqlite || !body.up.portable) return marks;
  const ParsedFile& file = *body.up.file;
  for (const lex::Statement& statement : body.up.part->statements) {
    for (const ast::StorageChoice& choice : storage_choices(file, file.tokens.span(statement))) {
      marks += "storage " + choice.column.text + "=" + choice.choice.text + "\n";
    }
  }
  return marks;
}

void add_hashes(std::vector<Draft>& drafts) {
  for (Draft& draft : drafts) {
    for (std::size_t e = 0; e < draft.revision.bodies.size(); ++e) {
      EngineBody& body = draft.revision.bodies[e];
      if (body.up.part == nullptr) continue;
      body.content_hash = content_hash(body.up.file->tokens, *body.up.part, storage_marks(body));
      std::vector<std::string> parents;
      for (const std::uint32_t parent : draft.revision.parents) {
        const auto& bodies = drafts[parent].revision.bodies;
        if (e < bodies.size()) parents.push_back(bodies[e].digest);
      }
      body.digest = chain_digest(draft.revision.id, body.content_hash, std::move(parents));
    }
  }
}

std::vector<Draft> link(std::vector<Draft> drafts, Linking& linking) {
  link_parents(drafts, linking);
  order_revisions(drafts, linking);
  add_hashes(drafts);
  linking.displaced =
      check_lock({linking.options, linking.lock, linking.unreadable, linking.explained}, drafts,
                 linking.diagnostics);
  check_shape(drafts, linking);
  check_names(drafts, linking);
  return drafts;
}

}  // namespace

Chain load(const LoadOptions& options, source::FileSystem& files, source::SourceFiles& sources,
           diag::Diagnostics& diagnostics) {
  if (options.engine_directories.empty()) return load_folder(options, files, sources, diagnostics);
  return load_folders(options, files, sources, diagnostics);
}

Chain load_folder(const LoadOptions& given, source::FileSystem& files, source::SourceFiles& sources,
                  diag::Diagnostics& diagnostics) {
  Chain chain;
  LoadOptions options = given;
  chain.name = options.name;
  chain.engines = options.engines;
  if (options.layout == auto_layout) {
    const Layout* found = detect_layout(options, files, sources, diagnostics);
    if (found == nullptr) return chain;
    options.layout = found->name;
  }
  const Layout* layout = find_layout(options.layout);
  if (layout == nullptr) {
    diagnostics.report(Kind::bad_option_value, {}, {options.layout, "layout"})
        .help("layouts are " + std::string(listed_names()));
    return chain;
  }
  const Collected collected = collect(options, *layout, files, sources, diagnostics);
  Variables variables(options, *layout, sources, diagnostics);
  variables.resolve(collected);
  parse_files(collected, *layout, variables, chain, diagnostics);
  if (options.engine_directories.empty()) variables.report_unused();  // else in one of them, maybe
  const Broken broken = find_broken(chain, sources, diagnostics);
  const Lock lock = read_lock(options, files, sources, diagnostics);

  std::vector<Draft> drafts =
      layout->drafts({options, chain.files, collected.companions, chain.parts, diagnostics});
  for (Draft& draft : drafts) {
    draft.revision.relative_path = below_all_folders(options, draft.revision.relative_path);
    draft.broken = broken.files[draft.revision.file->tokens.file->id()];
    draft.parents_broken = broken.parents[draft.revision.file->tokens.file->id()];
    if (layout->directives) assign_sections(draft, chain.engines, diagnostics);
    take_foreign_keys(draft, chain, diagnostics);
  }
  Linking linking{options, lock, diagnostics, collected.unreadable, true, 0, {}, 0};
  drafts = link(std::move(drafts), linking);
  for (Draft& draft : drafts) {
    complete_downs(draft, diagnostics);
    chain.revisions.push_back(std::move(draft.revision));
  }
  chain.complete =
      linking.ok && linking.loose_ends == 0 && !collected.unreadable && !chain.revisions.empty();
  return chain;
}

std::span<const ast::StorageChoice> storage_choices(const ParsedFile& file,
                                                    source::Span statement) {
  const auto& choices = file.migration.storage;  // in the order of the file
  const auto begin = std::lower_bound(choices.begin(), choices.end(), statement.begin,
                                      [](const ast::StorageChoice& choice, std::uint32_t offset) {
                                        return choice.covers.begin < offset;
                                      });
  const auto end = std::find_if_not(
      begin, choices.end(),
      [&statement](const ast::StorageChoice& choice) { return choice.covers == statement; });
  return {begin, end};
}

}  // namespace retort::compiler::chain
