// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Sections to engine bodies. In: a draft whose file has sections, the engines of the chain. Out:
// one body per engine; for each engine exactly one up and at most one down and verify apply.
#include "chain/sections.hpp"

#include <algorithm>
#include <string>

#include "parse/statement.hpp"

namespace retort::compiler::chain {
namespace {

using ast::Section;
using ast::SectionKind;
using diag::Kind;
using dialect::Engine;

std::string_view kind_name(SectionKind kind) {
  switch (kind) {
    case SectionKind::up:
      return "up";
    case SectionKind::down:
      return "down";
    case SectionKind::verify:
      return "verify";
  }
  return "up";
}

std::string engine_list(const std::vector<Engine>& engines, std::string_view separator) {
  std::string list;
  for (const Engine engine : engines) {
    if (!list.empty()) list.append(separator);
    list.append(engine_name(engine));
  }
  return list;
}

class Assigner {
 public:
  Assigner(Draft& draft, const std::vector<Engine>& engines, const Lock& lock,
           diag::Diagnostics& diagnostics)
      : draft_(draft),
        file_(*draft.revision.file),
        engines_(engines),
        lock_(lock),
        diagnostics_(diagnostics) {}

  void run() {
    for (const Engine engine : engines_) {
      draft_.revision.bodies.emplace_back().engine = engine;
    }
    for (const Section& section : file_.migration.sections) {
      report_foreign_engines(section);
      if (is_portable(section)) {
        refuse_portable(section);
        refused_up_ = refused_up_ || section.kind == SectionKind::up;
        continue;
      }
      for (EngineBody& body : draft_.revision.bodies) {
        if (section.engines.empty() || section.engines.has(body.engine)) take(section, body);
      }
    }
    report_missing();
  }

 private:
  bool is_portable(const Section& section) const {
    return section.portable || (section.engines.empty() && engines_.size() > 1);
  }

  void take(const Section& section, EngineBody& body) {
    SectionRef& place = section.kind == SectionKind::up     ? body.up
                        : section.kind == SectionKind::down ? body.down
                                                            : body.verify;
    if (place.section != nullptr) {
      diagnostics_
          .report(Kind::duplicate_section, section.directive,
                  {kind_name(section.kind), engine_name(body.engine)})
          .note(place.section->directive, "the first one is here")
          .help("join the two sections, or name the engine that each one is for")
          .revision(draft_.revision.id);
      return;
    }
    place.file = &file_;
    place.section = &section;
    place.transaction = section.transaction;
    if (section.irreversible) {
      body.irreversible = true;
    } else {
      place.part = part_of(section, body.engine);
    }
  }

  const lex::Part* part_of(const Section& section, Engine engine) const {
    const auto& parts = file_.tokens.parts;
    const lex::Part* found = nullptr;
    for (const std::uint32_t index : section.parts) {
      if (index >= parts.size()) continue;
      if (found == nullptr || parts[index].dialect == engine) found = &parts[index];
    }
    return found;
  }

  void report_foreign_engines(const Section& section) {
    for (const ast::Word& word : section.engine_words) {
      const auto engine = dialect::engine_by_name(word.text);
      if (!engine || std::find(engines_.begin(), engines_.end(), *engine) != engines_.end()) {
        continue;
      }
      foreign_up_ = foreign_up_ || section.kind == SectionKind::up;
      const std::string own = engine_list(engines_, " ");
      diagnostics_
          .report(Kind::foreign_engine, word.span, {word.text, engine_list(engines_, " and ")})
          .help("compile the chain for it too:  ENGINES " + own + " " + word.text)
          .help("or delete the section")
          .revision(draft_.revision.id);
    }
  }

  // The directive as it is written, with the engine behind its first word.
  std::string marked(const Section& section, Engine engine) const {
    std::string text(file_.tokens.file->slice(section.directive));
    const std::string word = "migrate:" + std::string(kind_name(section.kind));
    const std::size_t at = text.find(word);
    if (at == std::string::npos) return "-- " + word + " " + std::string(engine_name(engine));
    return text.insert(at + word.size(), " " + std::string(engine_name(engine)));
  }

  // What cannot be portable anyway is said at once.
  void parse_portable(const Section& section) {
    const lex::TokenizedFile& tokens = file_.tokens;
    for (const lex::Statement& statement : tokens.parts[section.parts.front()].statements) {
      parse::parse_statement(tokens, statement, parse::SqlDialect::portable, diagnostics_);
    }
  }

  void refuse_portable(const Section& section) {
    if (section.portable) parse_portable(section);
    auto builder = diagnostics_.report(Kind::portable_unsupported, section.directive);
    builder.revision(draft_.revision.id);
    const LockedRevision* locked = lock_.find(draft_.revision.id);
    if (section.portable) {
      builder.help("leave out 'portable', and write one section per engine of the chain");
    } else if (locked != nullptr) {
      // It was locked when the chain had one engine, and is that engine's own SQL.
      const LockedBody& body = locked->bodies.front();
      builder
          .note(body.line, "the revision was locked for " + std::string(engine_name(body.engine)))
          .help("mark the section as what it is, which is no edit:  " +
                marked(section, body.engine));
    } else {
      builder.help("write one section per engine:");
      for (const Engine engine : engines_) builder.help("    " + marked(section, engine));
    }
  }

  void report_missing() {
    if (file_.migration.sections_broken || refused_up_) return;
    const auto& sections = file_.migration.sections;
    const auto up = std::find_if(sections.begin(), sections.end(), [](const Section& section) {
      return section.kind == SectionKind::up;
    });
    if (up == sections.end()) {
      diagnostics_.report(Kind::no_sections, file_start(file_))
          .help("begin the SQL with a line of its own:  -- migrate:up")
          .revision(draft_.revision.id);
      return;
    }
    if (foreign_up_) return;
    for (const EngineBody& body : draft_.revision.bodies) {
      if (body.up.section != nullptr) continue;
      const std::string engine(engine_name(body.engine));
      diagnostics_.report(Kind::missing_section, up->directive, {engine})
          .help("add one:  -- migrate:up " + engine)
          .revision(draft_.revision.id);
    }
  }

  Draft& draft_;
  const ParsedFile& file_;
  const std::vector<Engine>& engines_;
  const Lock& lock_;
  diag::Diagnostics& diagnostics_;
  bool refused_up_ = false;
  bool foreign_up_ = false;
};

// A down that seems to be missing may be there.
bool file_has_broken_sections(const Draft& draft) {
  return draft.revision.file->migration.sections_broken;
}

// A finding of a locked revision is not repeated, but a waiver there must not look unused either.
bool is_waived(const ParsedFile& file, source::Span place) {
  const auto& waivers = file.migration.waivers;
  return std::any_of(waivers.begin(), waivers.end(), [place](const ast::Waiver& waiver) {
    return waiver.name.text == "missing-down" && waiver.covers.begin <= place.begin &&
           place.begin <= waiver.covers.end;
  });
}

}  // namespace

void assign_sections(Draft& draft, const std::vector<Engine>& engines, const Lock& lock,
                     diag::Diagnostics& diagnostics) {
  Assigner(draft, engines, lock, diagnostics).run();
}

void complete_downs(Draft& draft, diag::Diagnostics& diagnostics) {
  Revision& revision = draft.revision;
  for (EngineBody& body : revision.bodies) {
    if (body.up.part == nullptr || body.down.part != nullptr || body.irreversible) continue;
    if (body.up.part->statements.empty()) {
      body.down = body.up;
      continue;
    }
    if (file_has_broken_sections(draft)) continue;
    const bool has_section = body.up.section != nullptr;
    const source::Span place = has_section ? body.up.section->directive : revision.id_span;
    if (revision.locked && !is_waived(*body.up.file, place)) continue;
    auto builder =
        diagnostics.report(Kind::missing_down, place, {revision.id, engine_name(body.engine)});
    builder.revision(revision.id);
    if (has_section) {
      builder.help("write how to revert it behind a line  -- migrate:down")
          .help("or say that it cannot be:            -- migrate:down irreversible");
    } else if (!draft.down_help.empty()) {
      builder.help(draft.down_help);
    } else {
      std::string stem(source::base_name(revision.relative_path));
      stem.resize(stem.size() - 4);  // ".sql"
      const bool pair = stem.size() > 3 && stem.compare(stem.size() - 3, 3, ".up") == 0;
      if (pair) stem.resize(stem.size() - 3);
      builder.help((pair ? std::string() : "rename the file to '" + stem + ".up.sql' and ") +
                   "write how to revert it into '" + stem + ".down.sql'");
    }
  }
}

}  // namespace retort::compiler::chain
