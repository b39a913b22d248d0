// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Writes a MigrationFile as lines of text. In: the tree. Out: a string, stable for tests.
#include "ast/dump.hpp"

#include <string_view>

namespace retort::compiler::ast {
namespace {

std::string_view kind_name(SectionKind kind) {
  switch (kind) {
    case SectionKind::up:
      return "up";
    case SectionKind::down:
      return "down";
    case SectionKind::verify:
      return "verify";
  }
  return "?";
}

std::string words(const std::vector<Word>& list) {
  std::string text;
  for (const Word& word : list) text += " " + word.text;
  return text;
}

std::string range(source::Span span) {
  return std::to_string(span.begin) + ".." + std::to_string(span.end);
}

std::string dump_header(const Header& header) {
  std::string text;
  if (!header.message.text.empty()) text += "message " + header.message.text + "\n";
  if (header.revision_id) text += "revision_id " + header.revision_id->text + "\n";
  if (header.has_revises) text += "revises" + words(header.revises) + "\n";
  for (const DependsOn& other : header.depends_on) {
    text += "depends_on " + other.chain.text + " @ " + other.revision.text + "\n";
  }
  if (!header.branch_labels.empty()) text += "branch_labels" + words(header.branch_labels) + "\n";
  if (header.create_date) text += "create_date " + header.create_date->text + "\n";
  if (header.broken) text += "header broken\n";
  return text;
}

std::string dump_section(const Section& section) {
  std::string text(kind_name(section.kind));
  text += words(section.engine_words);
  if (section.portable) text += " portable";
  if (!section.transaction) text += " transaction:false";
  if (section.foreign_keys_off) text += " foreign_keys:off";
  if (section.lock_timeout_ms != 0) {
    text += " lock_timeout:" + std::to_string(section.lock_timeout_ms);
  }
  if (section.statement_timeout_ms != 0) {
    text += " statement_timeout:" + std::to_string(section.statement_timeout_ms);
  }
  if (section.irreversible) text += " irreversible";
  text += " parts";
  for (const std::uint32_t part : section.parts) text += " " + std::to_string(part);
  return text + "\n";
}

}  // namespace

std::string dump(const MigrationFile& file) {
  std::string text = dump_header(file.header);
  for (const Section& section : file.sections) text += dump_section(section);
  for (const Waiver& waiver : file.waivers) {
    text += "waiver " + waiver.name.text + " " + range(waiver.covers) + " " + waiver.reason + "\n";
  }
  if (file.sections_broken) text += "sections broken\n";
  return text;
}

}  // namespace retort::compiler::ast
