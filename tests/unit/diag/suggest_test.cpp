// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// "did you mean".
#include "diag/suggest.hpp"

#include <gmock/gmock.h>

namespace retort::compiler::diag {
namespace {

TEST(Suggest, NearestWins) {
  EXPECT_EQ(suggest("transation", {"transaction", "translation"}), "transaction");
  EXPECT_EQ(suggest("Revizes", {"Revision ID", "Revises"}), "Revises");
}

TEST(Suggest, SwappedNeighboursAreOneEdit) { EXPECT_EQ(suggest("pu", {"up"}), "up"); }

TEST(Suggest, CaseDoesNotCount) { EXPECT_EQ(suggest("REVISES", {"Revises"}), "Revises"); }

TEST(Suggest, FarIsNothing) {
  EXPECT_EQ(suggest("abc", {"xyz"}), std::nullopt);
  EXPECT_EQ(suggest("", {"up"}), std::nullopt);
  EXPECT_EQ(suggest("up", {}), std::nullopt);
  EXPECT_EQ(suggest(std::string(500, 'a'), {std::string(500, 'a')}), std::nullopt);
}

TEST(Suggest, FirstAmongEquals) { EXPECT_EQ(suggest("cat", {"car", "cab"}), "car"); }

}  // namespace
}  // namespace retort::compiler::diag
