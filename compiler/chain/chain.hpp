// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A folder of files as a chain: ordered, checked against itself and against the lock, hashed.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ast/migration.hpp"
#include "dialect/dialect.hpp"
#include "diag/diagnostics.hpp"
#include "lex/token.hpp"
#include "source/file_system.hpp"
#include "source/source_file.hpp"

namespace retort::compiler::chain {

// How a section was read: the engine's own SQL, or written once for all engines.
enum class Form : std::uint8_t { native, portable };

// One file with everything that was found in it.
struct ParsedFile {
  std::string path;  // as shown
  lex::TokenizedFile tokens;
  ast::MigrationFile migration;
};

// A section of a revision for one engine; null parts where the section does not exist.
struct SectionRef {
  const ParsedFile* file = nullptr;
  const ast::Section* section = nullptr;  // null in layouts without section directives
  const lex::Part* part = nullptr;        // null: no such section
  bool transaction = true;
};

struct EngineBody {
  dialect::Engine engine = dialect::Engine::sqlite;
  Form form = Form::native;
  std::string content_hash;  // "sha256-tokens-1:<hex>"
  std::string digest;        // "sha256-chain-1:<hex>"
  SectionRef up, down, verify;
  bool irreversible = false;
};

struct Dependency {
  std::string chain;
  std::string revision;
};

struct Revision {
  std::string id;
  source::Span id_span;      // of the "Revision ID" value, else a point at the file's start
  source::Span revises_span; // of the Revises value, else as id_span
  std::string message;
  std::string doc;
  std::string create_date;
  std::string path;          // of the (up) file, as shown
  std::vector<std::string> branch_labels;
  std::vector<std::uint32_t> parents;  // indices into Chain::revisions
  std::vector<Dependency> depends_on;
  std::vector<EngineBody> bodies;      // one per engine of the chain, in its order
};

struct Chain {
  std::string name;
  std::vector<dialect::Engine> engines;
  std::vector<Revision> revisions;     // parents before children; ties by file name
  std::vector<std::unique_ptr<ParsedFile>> files;
  bool complete = false;               // one base, one head, no error in the graph
};

struct LoadOptions {
  std::string name;
  std::string directory = "migrations";      // used where `files` is empty
  std::vector<std::string> files;
  std::vector<std::string> exclude;          // patterns below directory: * ? **
  std::string layout = "retort";             // retort | numbered
  std::vector<dialect::Engine> engines = {dialect::Engine::sqlite};
  std::optional<std::string> lock_file;      // nothing: no lock is read
  bool locked = false;                       // every revision must be locked
  // Revisions of other chains that Depends on may name: chain -> ids in order. Null: not checked.
  const std::vector<std::pair<std::string, std::vector<std::string>>>* known_chains = nullptr;
};

// Reads, parses, orders and checks. Always returns what could be understood; whether it may be
// compiled is told by `complete` and by diagnostics.has_errors(). Graph errors do not hide errors
// inside the files and the other way round.
Chain load(const LoadOptions& options, source::FileSystem& files, source::SourceFiles& sources,
           diag::Diagnostics& diagnostics);

// The layouts that LoadOptions::layout accepts.
const std::vector<std::string>& layout_names();

}  // namespace retort::compiler::chain
