// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Any bytes as statements, folded into one schema, in all three dialects: with diagnostics, as a
// portable section is read, and without, as an engine's own. Whatever was folded can be asked for
// its tables by the names that it lists.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "lex/lex.hpp"
#include "parse/statement.hpp"
#include "schema/apply.hpp"

namespace {

using namespace retort::compiler;

void run(std::string_view bytes, parse::SqlDialect dialect) {
  const auto engine =
      dialect == parse::SqlDialect::sqlite ? dialect::Engine::sqlite : dialect::Engine::postgres;
  source::SourceFiles sources;
  diag::Diagnostics diagnostics;
  const source::SourceFile& file = sources.add("fuzz.sql", bytes);
  const lex::TokenizedFile tokens = lex::tokenize(file, {engine, false}, diagnostics);
  schema::Schema schema;
  schema.dialect = engine;
  schema::ApplyOptions options;
  options.portable = dialect == parse::SqlDialect::portable;
  options.diagnostics = options.portable ? &diagnostics : nullptr;
  options.revision = "a1";
  for (const lex::Part& part : tokens.parts) {
    for (const lex::Statement& one : part.statements) {
      diag::Diagnostics unheard;
      schema::apply(schema, parse::parse_statement(tokens, one, dialect, unheard), options);
    }
  }
  const schema::Schema copy = schema;
  if (copy.tables.size() != schema.tables.size()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  run(bytes, parse::SqlDialect::sqlite);
  run(bytes, parse::SqlDialect::postgres);
  run(bytes, parse::SqlDialect::portable);
  return 0;
}
