// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The values here stand in lock files and in ledgers of the world: a test that has to be changed
// means that a new algorithm tag is needed.
#include "chain/hash.hpp"

#include <gtest/gtest.h>

#include "folder.hpp"

namespace retort::compiler::chain {
namespace {

using testing::Folder;

TEST(Hash, sha256_of_the_standards_examples) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

// Made with: printf 'revision a1\ncontent sha256-tokens-1:00\n' | sha256sum
TEST(Hash, chain_digest_of_a_base) {
  EXPECT_EQ(chain_digest("a1", "sha256-tokens-1:00", {}),
            "sha256-chain-1:3fc8c4d999a649e2e07f0a9275de4e1ebcea71303afc38f135ad6b3c1cfb3d0d");
}

// Made with: printf 'revision m\ncontent sha256-tokens-1:00\nparent sha256-chain-1:11\n'
//            'parent sha256-chain-1:22\n' | sha256sum
TEST(Hash, chain_digest_of_a_merge_does_not_depend_on_the_order_of_the_parents) {
  const std::string expected =
      "sha256-chain-1:0d3e545d99d930fe799cc98a7d34428287649ab67160fbc66028fb1efdbe9f3a";
  EXPECT_EQ(chain_digest("m", "sha256-tokens-1:00", {"sha256-chain-1:11", "sha256-chain-1:22"}),
            expected);
  EXPECT_EQ(chain_digest("m", "sha256-tokens-1:00", {"sha256-chain-1:22", "sha256-chain-1:11"}),
            expected);
}

TEST(Hash, chain_digest_depends_on_id_content_and_parents) {
  const std::string digest = chain_digest("a", "c", {"p"});
  EXPECT_NE(chain_digest("b", "c", {"p"}), digest);
  EXPECT_NE(chain_digest("a", "d", {"p"}), digest);
  EXPECT_NE(chain_digest("a", "c", {"q"}), digest);
  EXPECT_NE(chain_digest("a", "c", {}), digest);
}

struct Hashes {
  std::string content, digest;
};

Hashes hashes_of(const std::string& up) {
  Folder folder;
  folder.put("a.sql", up);
  folder.check();
  EXPECT_EQ(folder.chain().revisions.size(), 1u);
  const EngineBody& body = folder.chain().revisions.at(0).bodies.at(0);
  return {body.content_hash, body.digest};
}

constexpr const char* sample =
    "-- Revises:\n-- migrate:up\nCREATE TABLE t (x text DEFAULT 'A b');\nDROP TABLE t;\n";

// Made by hand from docs/lock-file.md, with another program: per token its kind, four bytes of
// length and its text, ';' behind each statement; then the digest as above.
TEST(Hash, content_hash_of_a_section) {
  EXPECT_EQ(hashes_of(sample).content,
            "sha256-tokens-1:bed8c8ba5399a8d29aa73dfd87aefeea028cbd45d31a433c666b32814e9e43e0");
  EXPECT_EQ(hashes_of(sample).digest,
            "sha256-chain-1:7af775ac97005b1675c8f5003aa470c246a597a31e21016d18e53e3cce160f2a");
}

TEST(Hash, an_empty_section_has_the_hash_of_nothing) {
  EXPECT_EQ(hashes_of("-- Revises:\n-- migrate:up\n-- nothing\n;;\n").content,
            "sha256-tokens-1:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Hash, comments_white_space_case_line_ends_and_bom_do_not_count) {
  const std::string expected = hashes_of(sample).content;
  EXPECT_EQ(hashes_of("-- Revises:\n-- migrate:up\n-- a comment\ncreate /* x */ Table T(x TEXT\n"
                      "  default 'A b')\n\n;\n;drop table t")
                .content,
            expected);
  std::string crlf = "\xEF\xBB\xBF";
  for (const char c : std::string(sample)) crlf += c == '\n' ? "\r\n" : std::string(1, c);
  EXPECT_EQ(hashes_of(crlf).content, expected);
}

TEST(Hash, string_contents_count) {
  const std::string expected = hashes_of(sample).content;
  EXPECT_NE(hashes_of("-- Revises:\n-- migrate:up\nCREATE TABLE t (x text DEFAULT 'a b');\n"
                      "DROP TABLE t;\n")
                .content,
            expected);
}

TEST(Hash, the_down_section_does_not_count) {
  EXPECT_EQ(hashes_of(std::string(sample) + "-- migrate:down\nSELECT 1;\n").content,
            hashes_of(sample).content);
}

}  // namespace
}  // namespace retort::compiler::chain
