// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A folder in memory, loaded and lowered.
#pragma once

#include <string>

#include "diag/render.hpp"
#include "lower/lower.hpp"

namespace retort::test {

struct Folder {
  compiler::source::MemoryFileSystem files;
  compiler::source::SourceFiles sources;
  compiler::diag::Diagnostics diagnostics;
  compiler::chain::LoadOptions options;
  compiler::chain::Chain chain;

  Folder() { options.name = "app"; }

  void put(const std::string& name, const std::string& text) {
    files.put("migrations/" + name, text);
  }

  compiler::lower::CompiledChain lower() {
    chain = compiler::chain::load(options, files, sources, diagnostics);
    return compiler::lower::lower(chain, {"sqlite:app.db"}, diagnostics);
  }

  std::string messages() const {
    return compiler::diag::render_gnu(diagnostics, sources, {false, false});
  }
};

// One revision with these sections.
inline std::string revision(const std::string& sections) {
  return "-- First\n--\n-- Revision ID: a1\n-- Revises:\n\n" + sections;
}

inline std::string text_of(const Statement& statement) {
  std::string text;
  for (std::uint32_t i = 0; i < statement.chunk_count; ++i) text.append(statement.chunks[i]);
  return text;
}

}  // namespace retort::test
