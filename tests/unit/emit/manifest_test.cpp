// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The manifest: written, read back, and read where it is not one.
#include <gmock/gmock.h>

#include "emit/emit.hpp"
#include "sample_chain.hpp"

namespace retort::compiler::emit {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const EmitOptions options{"app", "app/migrations.hpp", "", "", "0.1.0"};

std::string error_of(const std::string& text) {
  Manifest manifest;
  std::string error;
  EXPECT_FALSE(read_manifest(text, manifest, error));
  return error;
}

TEST(Manifest, NamesEverythingOthersNeed) {
  test::SampleChain chain({Engine::sqlite, Engine::postgres});
  chain.add("0001", "first \"quoted\"", chain.script({"SELECT 1"}, "a.sql"));
  EXPECT_EQ(emit_manifest(chain.view(), options), R"({
  "retort_manifest": 1,
  "tool_version": "0.1.0",
  "generated_abi": 2,
  "chain": "app",
  "engines": [
    "sqlite",
    "postgres"
  ],
  "head": "0001",
  "digest": "sqlite=sha256-chain-1:0001,postgres=sha256-chain-1:0001",
  "revisions": [
    {
      "id": "0001",
      "message": "first \"quoted\"",
      "path": "migrations/0001.sql",
      "engines": {
        "sqlite": {
          "content_hash": "sha256-tokens-1:00",
          "digest": "sha256-chain-1:0001"
        },
        "postgres": {
          "content_hash": "sha256-tokens-1:00",
          "digest": "sha256-chain-1:0001"
        }
      }
    }
  ]
}
)");
}

TEST(Manifest, IsReadBack) {
  test::SampleChain chain;
  chain.add("b", "", chain.script({}, "b.sql"));
  chain.add("a", "\xFF", chain.script({}, "a.sql"));
  Manifest manifest;
  std::string error;
  ASSERT_TRUE(read_manifest(emit_manifest(chain.view(), options), manifest, error)) << error;
  EXPECT_EQ(manifest.chain, "app");
  EXPECT_THAT(manifest.revisions, ElementsAre("b", "a"));
}

TEST(Manifest, OfAnEmptyChainHasNoRevisions) {
  Manifest manifest;
  std::string error;
  ASSERT_TRUE(read_manifest(emit_manifest(test::SampleChain().view(), options), manifest, error));
  EXPECT_THAT(manifest.revisions, ElementsAre());
}

TEST(Manifest, RefusesWhatIsNone) {
  EXPECT_EQ(error_of(""), "this is no manifest of retort");
  EXPECT_EQ(error_of("[1]"), "this is no manifest of retort");
  EXPECT_EQ(error_of("{\"chain\": \"a\"}"), "this is no manifest of retort");
  EXPECT_EQ(error_of("{\"retort_manifest\": 1"), "this is no manifest of retort");
  EXPECT_EQ(error_of("{\"retort_manifest\": 2}"),
            "the manifest has version 2, this retort reads version 1");
  EXPECT_EQ(error_of("{\"retort_manifest\": 1, \"chain\": 5, \"revisions\": []}"),
            "the manifest has no chain or no revisions");
  EXPECT_EQ(error_of("{\"retort_manifest\": 1, \"chain\": \"a\", \"revisions\": {}}"),
            "the manifest has no chain or no revisions");
  EXPECT_EQ(error_of("{\"retort_manifest\": 1, \"chain\": \"a\", \"revisions\": [{\"id\": 1}]}"),
            "revision 1 has no id");
  EXPECT_EQ(error_of(std::string(100000, '[')), "this is no manifest of retort");
}

}  // namespace
}  // namespace retort::compiler::emit
