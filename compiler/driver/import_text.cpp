// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A chain in, files of layout retort out: a header, and each section's own text between directives.
// Statements stay byte for byte; what the layout's reader left out (the tool's directives, an outer
// BEGIN and COMMIT, PRAGMA foreign_keys) stays out, and comments stay where they do not mean
// something here that they did not mean there.
#include "driver/import_text.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "cli/text.hpp"
#include "dialect/ascii.hpp"
#include "lex/lex.hpp"

namespace retort::compiler::driver {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

enum class Comment { keep, drop, disarm };

// What a comment at statement level would be in a section of layout retort.
Comment judge(std::string_view comment) {
  if (!starts_with(comment, "--")) return Comment::keep;
  std::string text = dialect::lower_case(comment.substr(2));
  text.erase(0, std::min(text.find_first_not_of(" \t"), text.size()));
  if (starts_with(text, "+goose") || starts_with(text, "+migrate ") ||
      starts_with(text, "no-transaction") || starts_with(text, "running upgrade ") ||
      starts_with(text, "running downgrade ")) {
    return Comment::drop;
  }
  constexpr std::array<std::string_view, 6> words = {
      "migrate:", "revision id:", "revises:", "depends on:", "branch labels:", "create date:"};
  const bool armed = std::any_of(words.begin(), words.end(),
                                 [&](std::string_view word) { return starts_with(text, word); });
  return armed ? Comment::disarm : Comment::keep;
}

// The text of one section: its statements and comments in order, with the white space between them.
class SectionText {
 public:
  explicit SectionText(const chain::SectionRef& section)
      : part_(*section.part), file_(section.file->tokens) {}

  std::string run() {
    std::size_t next = 0;
    std::uint32_t token = part_.first_token + (part_.has_directive ? 1 : 0);
    gap_from_ = token < part_.last_token ? file_.tokens[token].begin : 0;
    while (token < part_.last_token) {
      if (next < part_.statements.size() && part_.statements[next].first == token) {
        add_statement(part_.statements[next]);
        token = part_.statements[next++].last;
        continue;
      }
      const lex::Token& here = file_.tokens[token++];
      if (here.kind == lex::TokenKind::comment || here.kind == lex::TokenKind::directive) {
        add_comment(here);
      } else if (file_.text(here) != ";") {
        dropped_ = true;
      }
    }
    // What stands behind another directive, or before the first part.
    for (; next < part_.statements.size(); ++next) {
      gap_from_ = file_.span(part_.statements[next]).begin;
      dropped_ = true;
      add_statement(part_.statements[next]);
    }
    if (!text_.empty()) text_ += '\n';
    return std::move(text_);
  }

 private:
  void add_statement(const lex::Statement& statement) {
    const source::Span span = file_.span(statement);
    add_gap(span.begin);
    text_ += file_.file->slice(span);
    gap_from_ = span.end;
    if (file_.tokens[statement.last - 1].kind == lex::TokenKind::copy_data) {
      text_ += "\\.";
      own_line_ = true;
    } else {
      text_ += ';';
      add_inner_comments(statement);
    }
  }

  // Comments between a statement's last token and its ';' are no tokens.
  void add_inner_comments(const lex::Statement& statement) {
    const std::uint32_t end = begin_of(statement.last);
    std::string_view between = file_.file->slice({file_.file->id(), gap_from_, end});
    while (!between.empty() && is_blank(between.back())) between.remove_suffix(1);
    while (!between.empty() && is_blank(between.front())) between.remove_prefix(1);
    if (between.empty() || judge(between) != Comment::keep) return;
    text_ += "  " + std::string(between);
    own_line_ = between.find("--") != std::string_view::npos;
    gap_from_ = end;
  }

  // Where a token begins; behind the last one, the end of the file.
  std::uint32_t begin_of(std::uint32_t token) const {
    return token < file_.tokens.size() ? file_.tokens[token].begin
                                       : static_cast<std::uint32_t>(file_.file->text().size());
  }

  void add_comment(const lex::Token& token) {
    const std::string_view comment = file_.text(token);
    const Comment verdict = judge(comment);
    if (verdict == Comment::drop) return;
    add_gap(token.begin);
    text_ += verdict == Comment::disarm ? "-- was:" + std::string(comment.substr(2))
                                        : std::string(comment);
    gap_from_ = token.begin + token.length;
    own_line_ = starts_with(comment, "--");
  }

  // The white space in front of what comes next, as it was written; one empty line where something
  // was left out.
  void add_gap(std::uint32_t end) {
    const auto from = std::min(gap_from_, end);
    std::string gap;
    for (const char c : file_.file->slice({file_.file->id(), from, end})) {
      if (c == '\n') gap.resize(gap.find_last_not_of(" \t") + 1);
      if (is_blank(c) && c != '\r') gap += c;
    }
    if (dropped_) gap = "\n\n";
    if (text_.empty()) gap.clear();
    if (own_line_ && gap.find('\n') == std::string::npos) gap = "\n";
    const auto empty_lines = gap.find("\n\n\n");
    if (empty_lines != std::string::npos) gap.erase(empty_lines, gap.rfind("\n\n") - empty_lines);
    text_ += gap;
    dropped_ = own_line_ = false;
  }

  const lex::Part& part_;
  const lex::TokenizedFile& file_;
  std::string text_;
  std::uint32_t gap_from_ = 0;
  bool dropped_ = false;
  bool own_line_ = false;  // nothing may follow on this line
};

std::string duration(std::int64_t milliseconds) {
  return milliseconds % 1000 == 0 ? std::to_string(milliseconds / 1000) + "s"
                                  : std::to_string(milliseconds) + "ms";
}

std::string directive(std::string_view kind, std::string_view engine,
                      const retort::Script& script) {
  std::string text = "-- migrate:" + std::string(kind);
  if (!engine.empty()) text += " " + std::string(engine);
  if (!script.transaction) text += " transaction:false";
  if (script.foreign_keys_off) text += " foreign_keys:off";
  if (script.lock_timeout_ms > 0) text += " lock_timeout:" + duration(script.lock_timeout_ms);
  if (script.statement_timeout_ms > 0) {
    text += " statement_timeout:" + duration(script.statement_timeout_ms);
  }
  return text + "\n";
}

void add_section(std::string& text, std::string_view kind, std::string_view engine,
                 const chain::SectionRef& section, const retort::Script& script) {
  if (section.part == nullptr) return;
  text += "\n" + directive(kind, engine, script) + SectionText(section).run();
}

// "2024-05-07 09:00" of a version that is a moment: 20240507090000 or 202405070900.
std::string create_date(const chain::Revision& revision) {
  if (!revision.create_date.empty()) return revision.create_date;
  const std::string& id = revision.id;
  const bool digits = id.find_first_not_of("0123456789") == std::string::npos;
  if (!digits || (id.size() != 14 && id.size() != 12)) return {};
  const auto number = [&](std::size_t at, std::size_t size) {
    return std::stoi(id.substr(at, size));
  };
  const bool moment = number(0, 4) >= 1970 && number(0, 4) < 2200 && number(4, 2) >= 1 &&
                      number(4, 2) <= 12 && number(6, 2) >= 1 && number(6, 2) <= 31 &&
                      number(8, 2) < 24 && number(10, 2) < 60;
  if (!moment) return {};
  return id.substr(0, 4) + "-" + id.substr(4, 2) + "-" + id.substr(6, 2) + " " + id.substr(8, 2) +
         ":" + id.substr(10, 2);
}

std::string text_of(const chain::Chain& chain, const chain::Revision& revision,
                    const retort::Revision& compiled) {
  std::string text;
  const std::string message = cli::printable(revision.message);
  const bool plain = judge("-- " + message) == Comment::keep && !starts_with(message, "retort:");
  text += message.empty() || !plain ? "" : "-- " + message + "\n--\n";
  text += "-- Revision ID: " + revision.id + "\n-- Revises:";
  for (std::size_t i = 0; i < revision.parents.size(); ++i) {
    text += (i == 0 ? " " : ", ") + chain.revisions[revision.parents[i]].id;
  }
  text += "\n";
  if (const std::string date = create_date(revision); !date.empty()) {
    text += "-- Create Date: " + date + "\n";
  }
  const bool several = chain.engines.size() > 1;
  for (std::size_t kind = 0; kind < 3; ++kind) {
    for (std::size_t i = 0; i < revision.bodies.size(); ++i) {
      const chain::EngineBody& body = revision.bodies[i];
      const retort::Body& script = compiled.bodies[i];
      const std::string_view engine = several ? engine_name(body.engine) : std::string_view();
      if (kind == 0) add_section(text, "up", engine, body.up, script.up);
      if (kind == 2) add_section(text, "verify", engine, body.verify, script.verify);
      if (kind != 1) continue;
      add_section(text, "down", engine, body.down, script.down);
      if (body.irreversible) {
        text +=
            "\n-- migrate:down" + (several ? " " + std::string(engine) : "") + " irreversible\n";
      }
    }
  }
  return text;
}

// "0007_init" of "0007_init.up.sql"; the folder's name where the file's says nothing.
std::string stem_of(const chain::Revision& revision) {
  const std::string_view path = revision.relative_path;
  std::string stem(source::base_name(path));
  stem.resize(stem.size() - std::min<std::size_t>(stem.size(), 4));  // ".sql"
  if (stem.size() > 3 && stem.compare(stem.size() - 3, 3, ".up") == 0) stem.resize(stem.size() - 3);
  if (stem == "up" || stem == "migration") stem = source::base_name(source::directory_name(path));
  return stem;
}

std::string numbered(std::size_t index, const std::string& stem) {
  std::string number = std::to_string(index + 1);
  if (number.size() < 4) number.insert(0, 4 - number.size(), '0');
  return number + "_" + stem;
}

// The old names where they sort as the chain does, else numbers in front of them.
std::vector<std::string> names_of(const chain::Chain& chain) {
  std::vector<std::string> stems;
  std::set<std::string> known;
  for (const chain::Revision& revision : chain.revisions) {
    std::string stem = stem_of(revision);
    if (!known.insert(stem).second) stem = revision.id;  // several revisions from one file
    stems.push_back(std::move(stem));
  }
  std::vector<std::string> names;
  for (const std::string& stem : stems) names.push_back(stem + ".sql");
  const bool sorted =
      std::adjacent_find(names.begin(), names.end(),
                         [](const auto& a, const auto& b) { return a >= b; }) == names.end();
  if (sorted) return names;
  for (std::size_t i = 0; i < stems.size(); ++i) names[i] = numbered(i, stems[i]) + ".sql";
  return names;
}

std::string differs(const chain::EngineBody& before, const chain::EngineBody& after) {
  if (before.content_hash != after.content_hash) return "its up section";
  if (before.digest != after.digest) return "its chain digest";
  if (before.irreversible != after.irreversible) return "whether it is irreversible";
  if ((before.down.part == nullptr) != (after.down.part == nullptr)) return "its down section";
  if ((before.verify.part == nullptr) != (after.verify.part == nullptr))
    return "its verify section";
  const auto text = [](const chain::SectionRef& section) {
    if (section.part == nullptr) return std::string();
    return lex::canonical_tokens(section.file->tokens, *section.part);
  };
  if (text(before.down) != text(after.down)) return "its down section";
  if (text(before.verify) != text(after.verify)) return "its verify section";
  return {};
}

}  // namespace

std::vector<ImportedFile> import_texts(const chain::Chain& chain, const retort::Chain& compiled) {
  const std::vector<std::string> names = names_of(chain);
  std::vector<ImportedFile> files;
  for (std::size_t i = 0; i < chain.revisions.size(); ++i) {
    files.push_back({names[i], text_of(chain, chain.revisions[i], compiled.revisions[i])});
  }
  return files;
}

std::string check_import(const chain::Chain& chain, const std::vector<ImportedFile>& files) {
  source::MemoryFileSystem disk;
  for (const ImportedFile& file : files) disk.put("imported/" + file.name, file.text);
  source::SourceFiles sources;
  diag::Diagnostics diagnostics;
  chain::LoadOptions options;
  options.name = chain.name;
  options.directory = "imported";
  options.engines = chain.engines;
  const chain::Chain read = chain::load(options, disk, sources, diagnostics);
  for (const diag::Diagnostic* diagnostic : diagnostics.sorted()) {
    if (diagnostic->severity != diag::Severity::error) continue;
    return sources.get(diagnostic->span.file).path() + ": " + diagnostic->text;
  }
  if (read.revisions.size() != chain.revisions.size()) return "the number of revisions";
  for (std::size_t i = 0; i < chain.revisions.size(); ++i) {
    const chain::Revision& before = chain.revisions[i];
    const chain::Revision& after = read.revisions[i];
    if (before.id != after.id) return "the order at revision " + before.id;
    for (std::size_t b = 0; b < before.bodies.size(); ++b) {
      const std::string what = differs(before.bodies[b], after.bodies[b]);
      if (!what.empty()) return "revision " + before.id + ": " + what;
    }
  }
  return {};
}

}  // namespace retort::compiler::driver
