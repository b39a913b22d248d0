// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: a lock file as read, and its check against the chain. docs/lock-file.md has
// the format.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "chain/draft.hpp"

namespace retort::compiler::chain {

inline constexpr std::string_view lock_header = "# retort lock 1";
// Statements of a section whose marks a lock line holds; longer ones hold the first of them.
inline constexpr std::size_t max_locked_statements = 64;

struct LockedBody {
  dialect::Engine engine = dialect::Engine::sqlite;
  Form form = Form::native;
  std::string content_hash;
  std::string digest;
  std::size_t statement_count = 0;
  std::vector<std::string> marks;  // of the first statements
  source::Span line;               // the id on the line that has this body
};

struct LockedRevision {
  std::string id;
  std::string file;  // below the folder of the migrations, when it was locked
  source::Span span;
  std::vector<LockedBody> bodies;  // of one line or, where an engine joined later, of several

  const LockedBody* body(dialect::Engine engine) const;
};

struct Lock {
  bool present = false;
  bool usable = true;  // false: diagnosed; nothing is checked against it
  std::string path;
  std::vector<LockedRevision> revisions;  // in the order of the file
  std::unordered_map<std::string, std::size_t> by_id;

  const LockedRevision* find(const std::string& id) const;
};

// Where the file of a locked revision is, or was, as shown.
std::string path_of(const LoadOptions& options, const LockedRevision& locked);

// Reports what cannot be understood. `file` outlives the result.
Lock parse_lock(const source::SourceFile& file, diag::Diagnostics& diagnostics);

// Reads options.lock_file where it exists.
Lock read_lock(const LoadOptions& options, source::FileSystem& files, source::SourceFiles& sources,
               diag::Diagnostics& diagnostics);

struct LockCheck {
  const LoadOptions& options;
  const Lock& lock;
  bool unreadable = false;  // some file could not be read: its revision is not "gone"
  // Locked ids that a diagnosed header may hide, or that an unknown parent was already reported
  // for.
  std::vector<std::string> explained;
};

// `drafts` in chain order with hashes and digests. Sets Revision::locked. Returns how many locked
// revisions were found to have other parents.
std::size_t check_lock(const LockCheck& check, std::vector<Draft>& drafts,
                       diag::Diagnostics& diagnostics);

}  // namespace retort::compiler::chain
