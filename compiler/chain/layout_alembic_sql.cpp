// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Layout alembic-sql: the output of `alembic upgrade base:head --sql`, and of `alembic downgrade
// head:base --sql` in the same file or another one; a file is one engine's SQL. In: tokenized
// files. Out: one draft per step, in the order of the file, with the parents that its line names.
#include <algorithm>
#include <unordered_map>

#include "chain/alembic_script.hpp"
#include "chain/layouts.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;
using dialect::Engine;

NameVerdict judge(std::string_view path) {
  return has_sql_suffix(source::base_name(path)) ? NameVerdict::migration : NameVerdict::foreign;
}

// upgrade.postgres.sql, upgrade.sqlite.sql; nothing for upgrade.sql.
std::optional<Engine> engine_of(std::string_view name) {
  const auto ends_with = [name](std::string_view suffix) {
    return name.size() > suffix.size() && name.substr(name.size() - suffix.size()) == suffix;
  };
  if (ends_with(".sqlite.sql")) return Engine::sqlite;
  if (ends_with(".postgres.sql") || ends_with(".postgresql.sql")) return Engine::postgres;
  return std::nullopt;
}

// As in layout retort: what the command line can address.
bool is_id(std::string_view id) {
  return std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.';
  });
}

bool same_names(const std::vector<NamedParent>& parents, const std::vector<AlembicName>& names) {
  return std::equal(
      parents.begin(), parents.end(), names.begin(), names.end(),
      [](const NamedParent& parent, const AlembicName& name) { return parent.id == name.text; });
}

class Reader {
 public:
  explicit Reader(const LayoutInput& input)
      : options_(input.options), diagnostics_(input.diagnostics) {
    sections_.reserve(input.files.size());
    for (const auto& file : input.files) read(*file);
  }

  std::vector<Draft> run() {
    for (const Script& script : sections_) {
      for (std::size_t i = 0; i < script.sections.size(); ++i) {
        if (!script.sections[i].down) add_up(script, i);
      }
    }
    for (const Script& script : sections_) {
      for (std::size_t i = 0; i < script.sections.size(); ++i) {
        if (script.sections[i].down) add_down(script, i);
      }
    }
    report_missing();
    if (!drafts_.empty()) {
      diagnostics_.report(Kind::alembic_python, drafts_.front().revision.id_span)
          .help("look for upgrade() functions with op.get_bind(), and write such steps as SQL")
          .help("then say that it is done:  -Wno-alembic-python");
    }
    return std::move(drafts_);
  }

 private:
  struct Script {
    const ParsedFile* file;
    Engine engine;
    std::vector<AlembicSection> sections;  // section i has part i of the file
  };

  void read(ParsedFile& file) {
    const auto engine = engine_of(source::base_name(file.relative_path));
    if (!engine && options_.engines.size() > 1) {
      diagnostics_
          .report(Kind::bad_file_name, file_start(file),
                  {"'" + std::string(source::base_name(file.relative_path)) +
                   "' does not say which engine its SQL is for"})
          .help("one file each, written with a url of that engine:")
          .help("    alembic upgrade base:head --sql > upgrade.sqlite.sql")
          .help("    alembic upgrade base:head --sql > upgrade.postgres.sql");
      return;
    }
    AlembicScript script = cut_alembic_script(file, diagnostics_);
    if (script.has_log) return;
    std::vector<AlembicSection> sections = std::move(script.sections);
    if (sections.empty()) {
      diagnostics_.report(Kind::alembic_no_step, file_start(file))
          .help("write it with:  alembic upgrade base:head --sql > " + file.path);
      return;
    }
    std::vector<lex::Part> parts;
    parts.reserve(sections.size());
    for (AlembicSection& section : sections) parts.push_back(std::move(section.part));
    file.tokens.parts = std::move(parts);
    sections_.push_back({&file, engine ? *engine : options_.engines.front(), std::move(sections)});
  }

  SectionRef section_of(const Script& script, std::size_t index) const {
    SectionRef section;
    section.file = script.file;
    section.part = &script.file->tokens.parts[index];
    section.transaction = script.sections[index].transaction;
    return section;
  }

  EngineBody& body_of(Draft& draft, Engine engine) const {
    auto& bodies = draft.revision.bodies;
    return *std::find_if(bodies.begin(), bodies.end(),
                         [engine](const EngineBody& body) { return body.engine == engine; });
  }

  void add_up(const Script& script, std::size_t index) {
    const AlembicSection& section = script.sections[index];
    if (section.to.size() != 1) {
      diagnostics_.report(Kind::alembic_line, section.line)
          .help("an upgrade leads to one revision:  -- Running upgrade a, b -> c");
      return;
    }
    const AlembicName& name = section.to.front();
    const auto [place, is_new] = by_id_.emplace(name.text, drafts_.size());
    if (is_new) {
      drafts_.push_back(make_draft(script, section));
      body_of(drafts_.back(), script.engine).up = section_of(script, index);
      return;
    }
    Draft& draft = drafts_[place->second];
    EngineBody& body = body_of(draft, script.engine);
    if (body.up.part != nullptr) {
      diagnostics_.report(Kind::duplicate_revision, name.span, {name.text})
          .note(draft.revision.id_span, "the first one is here")
          .help("keep one of the two scripts");
      return;
    }
    body.up = section_of(script, index);
    if (same_names(draft.parents, section.from)) return;
    diagnostics_.report(Kind::alembic_parents, section.line, {name.text})
        .note(draft.revision.revises_span, "the other line is here")
        .help("write both scripts from the same versions folder");
  }

  Draft make_draft(const Script& script, const AlembicSection& section) {
    Draft draft;
    Revision& revision = draft.revision;
    const AlembicName& name = section.to.front();
    revision.id = name.text;
    revision.id_span = name.span;
    revision.revises_span = section.line;
    revision.file = script.file;
    revision.path = script.file->path;
    revision.relative_path = script.file->relative_path;
    for (const Engine engine : options_.engines) revision.bodies.emplace_back().engine = engine;
    for (const AlembicName& parent : section.from) {
      draft.parents.push_back({parent.text, parent.span});
    }
    draft.down_help = "alembic downgrade head:base --sql >> " + script.file->path;
    if (!is_id(name.text)) {
      draft.id_broken = draft.header_broken = true;
      diagnostics_.report(Kind::bad_header_value, name.span, {name.text, "revision ID"})
          .help("a revision ID has letters, digits, '_' and '.' only");
    }
    return draft;
  }

  // "-- Running downgrade a -> b" undoes a.
  void add_down(const Script& script, std::size_t index) {
    const AlembicSection& section = script.sections[index];
    if (section.from.size() != 1) {
      diagnostics_.report(Kind::alembic_line, section.line)
          .help("a downgrade undoes one revision:  -- Running downgrade c -> a, b");
      return;
    }
    const AlembicName& name = section.from.front();
    const auto place = by_id_.find(name.text);
    if (place == by_id_.end()) {
      diagnostics_.report(Kind::alembic_no_upgrade, name.span, {name.text})
          .help("write both from the same versions folder:  alembic upgrade base:head --sql");
      return;
    }
    EngineBody& body = body_of(drafts_[place->second], script.engine);
    if (body.down.part != nullptr) {
      diagnostics_
          .report(Kind::duplicate_section, section.line,
                  {"down", dialect::engine_name(script.engine)})
          .help("keep one of the two scripts")
          .revision(name.text);
      return;
    }
    body.down = section_of(script, index);
  }

  void report_missing() {
    for (const Draft& draft : drafts_) {
      for (const EngineBody& body : draft.revision.bodies) {
        if (body.up.part != nullptr) continue;
        const std::string engine(dialect::engine_name(body.engine));
        diagnostics_.report(Kind::missing_section, draft.revision.id_span, {engine})
            .help("write the script for it:  alembic upgrade base:head --sql > upgrade." + engine +
                  ".sql")
            .revision(draft.revision.id);
      }
    }
  }

  const LoadOptions& options_;
  diag::Diagnostics& diagnostics_;
  std::vector<Script> sections_;
  std::vector<Draft> drafts_;
  std::unordered_map<std::string, std::size_t> by_id_;
};

std::vector<Draft> drafts(const LayoutInput& input) { return Reader(input).run(); }

}  // namespace

const Layout layout_alembic_sql = {"alembic-sql", "*.sql", 0, false, judge, drafts, engine_of};

}  // namespace retort::compiler::chain
