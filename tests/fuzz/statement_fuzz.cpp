// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Any bytes as statements, in all three dialects. Beside not crashing: an Opaque has the
// statement's extent, and what was understood prints to a text that is understood and prints the
// same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "ast/print.hpp"
#include "lex/lex.hpp"
#include "parse/statement.hpp"

namespace {

using namespace retort::compiler;

void require(bool condition) {
  if (!condition) std::abort();
}

struct Read {
  std::string printed;
  bool understood = false;
};

// The first statement of `sql`, printed; all of them are parsed.
Read read(std::string_view sql, parse::SqlDialect dialect) {
  const auto engine =
      dialect == parse::SqlDialect::sqlite ? dialect::Engine::sqlite : dialect::Engine::postgres;
  source::SourceFiles sources;
  diag::Diagnostics lexical;
  const source::SourceFile& file = sources.add("fuzz.sql", sql);
  const lex::TokenizedFile tokens = lex::tokenize(file, {engine, false}, lexical);
  Read result;
  bool first = true;
  for (const lex::Part& part : tokens.parts) {
    for (const lex::Statement& one : part.statements) {
      diag::Diagnostics diagnostics;
      const ast::Statement statement = parse::parse_statement(tokens, one, dialect, diagnostics);
      require(statement.span == tokens.span(one));
      const auto* opaque = std::get_if<ast::Opaque>(&statement.node);
      if (opaque != nullptr) {
        require(opaque->span == statement.span);
        if (dialect == parse::SqlDialect::portable && !one.has_error) {
          require(diagnostics.has_errors());
        }
      } else {
        require(!diagnostics.has_errors());
      }
      if (first && opaque == nullptr) {
        result.understood = true;
        result.printed = ast::print(statement, engine);
      }
      first = false;
    }
  }
  return result;
}

void run(std::string_view bytes, parse::SqlDialect dialect) {
  const Read once = read(bytes, dialect);
  if (!once.understood) return;
  const Read twice = read(once.printed, dialect);
  require(twice.understood);
  require(twice.printed == once.printed);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  run(bytes, parse::SqlDialect::sqlite);
  run(bytes, parse::SqlDialect::postgres);
  run(bytes, parse::SqlDialect::portable);
  return 0;
}
