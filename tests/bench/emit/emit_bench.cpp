// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// retort_bench_emit REVISIONS BYTES DIR: writes the generated header and source of a chain of so
// many revisions and at least so many bytes of SQL into DIR, for emit.sh to compile. Prints the
// bytes.
#include <cstdlib>
#include <iostream>
#include <string>

#include "emit/emit.hpp"
#include "lower/lower.hpp"
#include "make_chain.hpp"

namespace {

using namespace retort::compiler;

std::size_t sql_bytes(const retort::bench::ChainRevision& revision) {
  std::size_t bytes = 0;
  for (const auto* section : {&revision.up, &revision.down}) {
    for (const std::string& statement : *section) bytes += statement.size();
  }
  return bytes;
}

// Rows as a data migration has them, in statements of some kilobytes.
void pad(retort::bench::ChainRevision& revision, std::size_t bytes) {
  while (bytes > 0) {
    std::string statement =
        "INSERT INTO words (language, word, meaning) VALUES\n    ('es', 'a', 'b')";
    while (statement.size() < 4000 && statement.size() < bytes) {
      statement += ",\n    ('es', 'señal', 'what a line carries, quoted as ''it'' comes')";
    }
    bytes -= std::min(bytes, statement.size());
    revision.up.push_back(std::move(statement));
  }
}

bool write(source::FileSystem& files, const std::string& path, const std::string& text) {
  const std::string error = files.write(path, text);
  if (!error.empty()) std::cerr << path << ": " << error << "\n";
  return error.empty();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: retort_bench_emit REVISIONS BYTES DIR\n";
    return 2;
  }
  auto revisions = retort::bench::make_chain(static_cast<std::uint32_t>(std::atoi(argv[1])));
  const auto wanted = static_cast<std::size_t>(std::atoll(argv[2]));
  std::size_t bytes = 0;
  for (const auto& revision : revisions) bytes += sql_bytes(revision);
  const std::size_t missing = wanted > bytes ? (wanted - bytes) / revisions.size() : 0;

  source::MemoryFileSystem folder;
  std::string parent;
  bytes = 0;
  for (auto& revision : revisions) {
    pad(revision, missing);
    bytes += sql_bytes(revision);
    folder.put("migrations/" + revision.id + ".sql", retort::bench::as_file(revision, parent));
    parent = revision.id;
  }
  source::SourceFiles sources;
  diag::Diagnostics diagnostics;
  chain::LoadOptions options;
  options.name = "app";
  const auto chain = chain::load(options, folder, sources, diagnostics);
  const auto compiled = lower::lower(chain, {}, diagnostics);
  if (diagnostics.has_errors()) return 1;
  const emit::EmitOptions emitted{"app", "app/migrations.hpp", "", "", "bench"};
  source::RealFileSystem disk;
  const std::string output = argv[3];
  if (!write(disk, output + "/app/migrations.hpp", emit::emit_header(compiled.view(), emitted)) ||
      !write(disk, output + "/app.cpp", emit::emit_source(compiled.view(), emitted))) {
    return 1;
  }
  std::cout << bytes << "\n";
  return 0;
}
