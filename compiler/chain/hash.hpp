// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Content hash and chain digest, as docs/lock-file.md specifies them. Their values stand in lock
// files and ledgers: they never change; another way of hashing gets another tag.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lex/token.hpp"

namespace retort::compiler::chain {

inline constexpr std::string_view content_tag = "sha256-tokens-1:";
inline constexpr std::string_view digest_tag = "sha256-chain-1:";

// Lower-case hexadecimal, 64 digits.
std::string sha256_hex(std::string_view bytes);

// `more` is what counts beside the tokens, or empty.
std::string content_hash(const lex::TokenizedFile& file, const lex::Part& part,
                         std::string_view more = {});

// `parents` are the digests of the parents, in any order. They and `content` carry their tags.
std::string chain_digest(std::string_view id, std::string_view content,
                         std::vector<std::string> parents);

// Eight hexadecimal digits per statement, for at most `limit` statements: enough to point at the
// first one that changed, not enough to prove anything.
std::vector<std::string> statement_marks(const lex::TokenizedFile& file, const lex::Part& part,
                                         std::size_t limit);

}  // namespace retort::compiler::chain
