// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Whatever the input: tokens in order, every byte accounted for, statements well formed.
#include <gtest/gtest.h>

#include "generator.hpp"
#include "support.hpp"

namespace retort::compiler::lex::test {
namespace {

TEST(Garbage, KeepsTheInvariants) {
  for (std::uint32_t seed = 0; seed < 40000; ++seed) {
    const std::string text = Generator(Engine::postgres, seed).garbage();
    for (const Engine engine : dialect::all_engines) {
      for (const bool directives : {false, true}) {
        const Lexed lexed(text, LexOptions{engine, directives});
        ASSERT_EQ(broken_invariant(lexed), "") << "seed " << seed << "\n" << text;
      }
    }
  }
}

// Two runs give the same, and so does a text behind a BOM with CRLF.
TEST(Garbage, HashesDoNotDependOnLineEnds) {
  for (std::uint32_t seed = 0; seed < 5000; ++seed) {
    const std::string text = Generator(Engine::postgres, seed).garbage();
    const Lexed plain(text, Engine::postgres);
    std::string dressed = "\xEF\xBB\xBF";
    for (const char byte : plain.text()) dressed += byte == '\n' ? "\r\n" : std::string(1, byte);
    const Lexed same(dressed, Engine::postgres);
    ASSERT_EQ(plain.parts(), same.parts()) << seed;
    ASSERT_EQ(plain.errors(), same.errors()) << seed;
    for (std::size_t i = 0; i < plain.file().parts.size(); ++i) {
      ASSERT_EQ(plain.canonical(i), same.canonical(i)) << seed;
    }
  }
}

}  // namespace
}  // namespace retort::compiler::lex::test
