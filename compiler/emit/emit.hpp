// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Compiled chain to text: the generated header, the generated source, the manifest. Pure functions
// of their input: no dates, no absolute paths, the same bytes wherever they run.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "retort/chain.hpp"

namespace retort::compiler::emit {

struct EmitOptions {
  std::string cxx_namespace;  // "a::b"; the inner namespace `migrations` is added
  std::string header;         // the path to write in #include: "app/migrations.hpp"
  std::string export_macro;   // may be empty
  std::string export_header;  // may be empty
  std::string tool_version;   // for the manifest only
};

// SQL stands in string literals of at most this many bytes, joined up to max_chunk.
inline constexpr std::size_t max_literal = 8 * 1024;
inline constexpr std::size_t max_chunk = 60 * 1024;

std::string emit_header(const retort::Chain& chain, const EmitOptions& options);
std::string emit_source(const retort::Chain& chain, const EmitOptions& options);
// JSON: name, engines, revisions (id, digests, message), tool version, generated ABI.
std::string emit_manifest(const retort::Chain& chain, const EmitOptions& options);

// What another chain's manifest says: its name and its revision ids in order.
struct Manifest {
  std::string chain;
  std::vector<std::string> revisions;
};
// Returns false and sets `error` where the text is no manifest.
bool read_manifest(const std::string& text, Manifest& manifest, std::string& error);

// One value for the whole chain: the head's digest; with several engines, a hash over theirs is not
// made here: the digests are joined as "sqlite=…,postgres=…".
std::string chain_digest(const retort::Chain& chain);

}  // namespace retort::compiler::emit
