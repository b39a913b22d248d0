// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: the BEGIN and COMMIT that other tools' users put around a whole file.
#pragma once

#include "lex/token.hpp"

namespace retort::compiler::chain {

enum class TransactionWord { none, begin, commit };

// Whether a statement is a plain BEGIN or a COMMIT, in any of the engines' spellings.
TransactionWord transaction_word(const lex::TokenizedFile& file, const lex::Statement& statement);

// `part` without its first and last statement where these are a plain BEGIN and its COMMIT: the
// runtime owns the transaction. Otherwise `part` as it is.
lex::Part without_outer_transaction(const lex::TokenizedFile& file, const lex::Part& part);

}  // namespace retort::compiler::chain
