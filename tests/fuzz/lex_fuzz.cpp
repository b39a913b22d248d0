// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Any bytes through the lexer, in both dialects, with and without directives. Beside not crashing:
// every byte is a token's, white space or a comment's; sqlite3_complete sees the same statement
// ends; spans of errors lie in the file; a BOM and an empty line in front change no hash.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "oracle.hpp"
#include "support.hpp"

namespace {

namespace lex = retort::compiler::lex;
using lex::test::Engine;
using lex::test::Lexed;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

void require(bool condition, const std::string& what) {
  if (condition) return;
  std::fprintf(stderr, "%s\n", what.c_str());
  std::abort();
}

void check_spans(const Lexed& lexed) {
  for (const auto* diagnostic : lexed.diagnostics().sorted()) {
    const auto span = diagnostic->span;
    require(span.begin <= span.end && span.end <= lexed.text().size(), "span outside the file");
  }
}

void check_hash(const Lexed& lexed, std::string_view bytes, lex::LexOptions options) {
  if (bytes.substr(0, byte_order_mark.size()) == byte_order_mark) return;
  const Lexed same(std::string(byte_order_mark) + "\n" + std::string(bytes), options);
  require(lexed.file().parts.size() == same.file().parts.size(), "other parts behind a BOM");
  for (std::size_t i = 0; i < lexed.file().parts.size(); ++i) {
    require(lexed.canonical(i) == same.canonical(i), "another hash behind a BOM");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const Engine engine : {Engine::sqlite, Engine::postgres}) {
    for (const bool directives : {false, true}) {
      const lex::LexOptions options{engine, directives};
      const Lexed lexed(bytes, options);
      const std::string broken = lex::test::broken_invariant(lexed);
      require(broken.empty(), broken);
      check_spans(lexed);
      check_hash(lexed, bytes, options);
      const bool has_nul = bytes.find('\0') != bytes.npos;  // ends the text for sqlite3_complete
      if (engine == Engine::sqlite && !directives && !has_nul) {
        const std::string difference = lex::test::differs_from_sqlite3_complete(lexed);
        require(difference.empty(), difference);
      }
    }
  }
  return 0;
}
