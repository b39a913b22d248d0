// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Sections to engine bodies. In: a draft whose file has sections, the engines of the chain. Out:
// one body per engine; for each engine exactly one up and at most one down and verify apply.
#include "chain/sections.hpp"

#include <algorithm>
#include <string>

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
  Assigner(Draft& draft, const std::vector<Engine>& engines, diag::Diagnostics& diagnostics)
      : draft_(draft), file_(*draft.revision.file), engines_(engines), diagnostics_(diagnostics) {}

  void run() {
    for (const Engine engine : engines_) {
      draft_.revision.bodies.emplace_back().engine = engine;
    }
    for (const Section& section : file_.migration.sections) {
      report_foreign_engines(section);
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
    place.portable = is_portable(section);
    if (section.kind == SectionKind::up && place.portable) body.form = Form::portable;
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

  void report_missing() {
    if (file_.migration.sections_broken) return;
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
  diag::Diagnostics& diagnostics_;
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

void assign_sections(Draft& draft, const std::vector<Engine>& engines,
                     diag::Diagnostics& diagnostics) {
  Assigner(draft, engines, diagnostics).run();
}

void complete_downs(Draft& draft, diag::Diagnostics& diagnostics) {
  Revision& revision = draft.revision;
  for (EngineBody& body : revision.bodies) {
    if (body.up.part == nullptr || body.down.part != nullptr || body.irreversible) continue;
    if (body.up.portable) continue;  // derived, or diagnosed where it cannot be
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
