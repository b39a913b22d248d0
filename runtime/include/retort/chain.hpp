// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The struct in which compiler and runtime meet: a compiled revision chain.
//
// Generated code holds one `Chain` as constexpr tables; the developer's tool builds the same struct
// in memory. Everything here is plain data without constructors: a table of this type needs no
// dynamic initialisation, allocates nothing and may be read from any number of threads.
//
// Ownership: every pointer and string_view points into storage that lives as long as the chain
// (static storage in generated code). Nothing here is ever freed through these structs.
// All text is UTF-8. Every array is {pointer, count}; the pointer may be null when the count is 0.
#pragma once

#include <cstdint>
#include <string_view>

// Raised whenever generated code and runtime stop fitting each other; generated headers check it.
#define RETORT_GENERATED_ABI 2

namespace retort {

// The database engines a chain can be compiled for.
enum class Engine : std::uint8_t { sqlite = 0, postgres = 1 };
inline constexpr std::uint32_t engine_count = 2;

// The name used in directives, options and messages: "sqlite" or "postgres".
constexpr std::string_view engine_name(Engine engine) noexcept {
  return engine == Engine::sqlite ? "sqlite" : "postgres";
}

// One SQL statement, ready to be sent. The text is the author's own from its first token to its
// last, without the final ';'. It is cut into chunks of at most 60 KiB because compilers limit the
// length of a string literal; most statements are one chunk. The statement is the concatenation.
struct Statement {
  const std::string_view* chunks;
  std::uint32_t chunk_count;
  std::uint32_t line;         // of the first token, from 1, in Script::file
  std::uint32_t column;       // in code points, from 1, a tab counts as one
  std::uint32_t copy_chunks;  // how many of the last chunks are the data block of COPY … FROM stdin
  // PostgreSQL, where a statement that fails leaves an invalid index behind: CREATE INDEX
  // CONCURRENTLY has both, REINDEX INDEX|TABLE CONCURRENTLY the one that it names. As written.
  std::string_view index = {};
  std::string_view index_table = {};
};

// One section (up, down or verify) of one revision, compiled for one engine.
struct Script {
  const Statement* statements;
  std::uint32_t statement_count;
  std::string_view file;              // as given to the build, never absolute: for messages
  std::int64_t lock_timeout_ms;       // 0: not set
  std::int64_t statement_timeout_ms;  // 0: not set
  bool present;                       // the section exists (it may be empty)
  bool transaction;                   // false: statements are sent one by one, progress recorded
  bool foreign_keys_off;              // SQLite: foreign keys are off around the transaction
};

// What one revision is for one engine.
struct Body {
  Engine engine;
  std::string_view content_hash;  // "sha256-tokens-1:<64 hex>" of the up section
  std::string_view digest;  // "sha256-chain-1:<64 hex>": content hash and all parents' digests
  Script up;
  Script down;
  Script verify;
  bool irreversible;  // the author wrote `-- migrate:down irreversible`
};

// A revision of another chain that must be applied first.
struct Dependency {
  std::string_view chain;
  std::string_view revision;
};

struct Revision {
  std::string_view id;
  std::string_view message;      // the first plain comment line of the header
  std::string_view doc;          // the whole header text, for history --verbose
  std::string_view create_date;  // as written, may be empty
  std::string_view path;         // as given to the build, never absolute
  const std::uint32_t* parents;  // indices into Chain::revisions, in the order of `Revises`
  std::uint32_t parent_count;    // 0: the base
  const std::string_view* branch_labels;
  std::uint32_t branch_label_count;
  const Dependency* depends_on;
  std::uint32_t depends_on_count;
  const Body* bodies;  // one per engine of the chain, in the order of Chain::engines
  std::uint32_t body_count;
};

// The chain: revisions in chain order, so that every parent stands before its children, the base is
// the first and the head is the last.
struct Chain {
  std::uint32_t abi;             // RETORT_GENERATED_ABI of the code that made it
  std::string_view name;         // as in the ledger
  std::string_view default_url;  // may be empty
  const Engine* engines;
  std::uint32_t engine_count;
  const Revision* revisions;
  std::uint32_t revision_count;
};

// The body of `revision` for `engine`, or null where the chain is not compiled for that engine.
constexpr const Body* find_body(const Revision& revision, Engine engine) noexcept {
  for (std::uint32_t i = 0; i < revision.body_count; ++i) {
    if (revision.bodies[i].engine == engine) return &revision.bodies[i];
  }
  return nullptr;
}

}  // namespace retort
