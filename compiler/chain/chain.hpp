// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A folder of files as a chain: ordered, checked against itself and against the lock, hashed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "ast/migration.hpp"
#include "diag/diagnostics.hpp"
#include "dialect/dialect.hpp"
#include "lex/token.hpp"
#include "source/file_system.hpp"
#include "source/source_file.hpp"

namespace retort::compiler::chain {

// How a section was read: the engine's own SQL, or written once for all engines.
enum class Form : std::uint8_t { native, portable };

// One file with everything that was found in it.
struct ParsedFile {
  std::string path;           // as shown
  std::string relative_path;  // below LoadOptions::directory, with '/'; beside the lock for `files`
  lex::TokenizedFile tokens;
  ast::MigrationFile migration;
  // Layouts whose files hold nothing but SQL: the whole file as one part, without an outer pair of
  // BEGIN and COMMIT.
  std::optional<lex::Part> body;
};

// The file's `-- retort: storage` choices before one of its statements.
std::span<const ast::StorageChoice> storage_choices(const ParsedFile& file, source::Span statement);

// A section of a revision for one engine; null parts where the section does not exist. Where up has
// no statement and no down was written, down is the same empty section: nothing reverts nothing.
struct SectionRef {
  const ParsedFile* file = nullptr;
  const ast::Section* section = nullptr;  // null in layouts without section directives
  const lex::Part* part = nullptr;        // null: no such section
  bool transaction = true;
  bool foreign_keys_off = false;  // layouts without options: what the file says by PRAGMA
  bool portable = false;          // written once for all engines
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
  source::Span id_span;       // of the "Revision ID" value, else a point at the file's start
  source::Span revises_span;  // of the Revises value, else as id_span
  std::string message;
  std::string doc;
  std::string create_date;
  std::string path;                  // of the (up) file, as shown
  std::string relative_path;         // the same below the chain's directory: what the lock stores
  const ParsedFile* file = nullptr;  // the (up) file
  bool locked = false;               // the lock holds it, for one engine at least
  std::vector<std::string> branch_labels;
  std::vector<std::uint32_t> parents;      // indices into Chain::revisions, all below its own
  std::vector<source::Span> parent_spans;  // where each of them is named; as id_span in layouts
                                           // whose file names make the order
  std::vector<Dependency> depends_on;
  std::vector<EngineBody> bodies;  // one per engine of the chain, in its order
};

struct Chain {
  std::string name;
  std::vector<dialect::Engine> engines;
  std::vector<Revision> revisions;  // parents before children; ties by file name
  std::vector<std::unique_ptr<ParsedFile>> files;
  // Of files that hold statements which are no part of a section.
  std::vector<std::unique_ptr<lex::Part>> parts;
  // One base, one head, no error in the graph. Where it is false, a revision with the id of another
  // one is left out, and so is each parent that is unknown or closes a cycle.
  bool complete = false;
};

struct LoadOptions {
  std::string name;
  std::string directory = "migrations";  // used where `files` is empty
  // A folder for each of `engines`, in their order: one chain with the bodies in several folders;
  // `directory` is the folder around them then. Not together with `files`.
  std::vector<std::string> engine_directories;
  std::vector<std::string> files;
  std::vector<std::string> exclude;  // patterns below directory: * ? **
  std::string layout = "retort";     // one of layout_names()
  // What other tools put into the text of a migration: names and values (docs/layouts.md).
  std::vector<std::pair<std::string, std::string>> variables;
  std::string placeholder_prefix = "${";  // of layout flyway
  std::string placeholder_suffix = "}";
  std::vector<dialect::Engine> engines = {dialect::Engine::sqlite};
  std::optional<std::string> lock_file;    // nothing: no lock is read; it need not exist
  std::optional<std::string> schema_file;  // the declared schema: no migration, wherever it lies
  bool locked = false;                     // every revision must be locked
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
