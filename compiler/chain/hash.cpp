// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// SHA-256 (libmd) over canonical bytes. In: the statements of a part, or a revision's id, content
// hash and parents' digests. Out: tagged hexadecimal text.
#include "chain/hash.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include <sys/types.h>

#include <sha256.h>

#include "lex/lex.hpp"

namespace retort::compiler::chain {

std::string sha256_hex(std::string_view bytes) {
  SHA256_CTX context;
  SHA256_Init(&context);
  SHA256_Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  std::array<std::uint8_t, 32> hash{};
  SHA256_Final(hash.data(), &context);
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * hash.size());
  for (const std::uint8_t byte : hash) {
    hex.push_back(digits[byte >> 4]);
    hex.push_back(digits[byte & 0xF]);
  }
  return hex;
}

std::string content_hash(const lex::TokenizedFile& file, const lex::Part& part,
                         std::string_view more) {
  return std::string(content_tag) + sha256_hex(lex::canonical_tokens(file, part).append(more));
}

std::string chain_digest(std::string_view id, std::string_view content,
                         std::vector<std::string> parents) {
  std::sort(parents.begin(), parents.end());
  std::string text = "revision ";
  text.append(id).append("\ncontent ").append(content).append("\n");
  for (const std::string& parent : parents) text.append("parent ").append(parent).append("\n");
  return std::string(digest_tag) + sha256_hex(text);
}

std::vector<std::string> statement_marks(const lex::TokenizedFile& file, const lex::Part& part,
                                         std::size_t limit) {
  std::vector<std::string> marks;
  lex::Part single = part;
  const std::size_t count = std::min(limit, part.statements.size());
  for (std::size_t i = 0; i < count; ++i) {
    single.statements.assign(1, part.statements[i]);
    marks.push_back(sha256_hex(lex::canonical_tokens(file, single)).substr(0, 8));
  }
  return marks;
}

}  // namespace retort::compiler::chain
