// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Hash, decimals and times against the server's own answers.
#include <random>

#include "postgres/postgres_database.hpp"
#include "transfer/decimal.hpp"
#include "transfer/hash.hpp"
#include "transfer/text_value.hpp"
#include "transfer/times.hpp"

namespace retort::transfer_detail {
namespace {

using retort::test::PostgresDatabase;

TEST(TransferHash, EqualsTheServersForEveryLength) {
  PostgresDatabase server;
  std::mt19937 random(7);
  std::string text;
  std::string expected;
  std::string sql = "SELECT concat_ws(','";
  for (int i = 0; i < 90; ++i) {
    expected += (i == 0 ? "" : ",") + std::to_string(hash_text(text));
    sql += ", hashtextextended('" + text + "' COLLATE \"C\", 0)";
    text += static_cast<char>('a' + random() % 26);
    if (i % 7 == 0) text += "é";
  }
  EXPECT_EQ(server.scalar(sql + ")"), expected);
}

TEST(TransferDecimal, RoundsAsTheServerDoes) {
  PostgresDatabase server;
  std::mt19937 random(11);
  std::string expected;
  std::string sql = "SELECT concat_ws(','";
  for (int i = 0; i < 95; ++i) {
    const double value = (static_cast<double>(random()) - 2e9) / 12345.0;
    const std::string text = shortest_decimal(value).value_or("none");
    expected += (i == 0 ? "" : ",") + round_decimal(text, 3);
    sql += ", rtrim(rtrim((" + text + "::numeric(20,3))::text, '0'), '.')";
  }
  EXPECT_EQ(server.scalar(sql + ")"), expected);
}

TEST(TransferDecimal, PlainForms) {
  EXPECT_EQ(plain_decimal("+007.50"), "7.5");
  EXPECT_EQ(plain_decimal("-0.0"), "0");
  EXPECT_EQ(plain_decimal(".5"), "0.5");
  EXPECT_EQ(plain_decimal("1e5"), std::nullopt);
  EXPECT_EQ(plain_decimal("."), std::nullopt);
  EXPECT_EQ(plain_decimal(""), std::nullopt);
  EXPECT_EQ(round_decimal("9.995", 2), "10");
  EXPECT_EQ(round_decimal("-0.004", 2), "0");
  EXPECT_EQ(integer_digits("0.5"), 0);
  EXPECT_EQ(integer_digits("-123.4"), 3);
}

TEST(TransferTimes, OnlyWhatIsADate) {
  const auto text = [](std::string_view from) {
    const auto time = parse_time(from);
    return time ? timestamp_text(time->microseconds) : "none";
  };
  EXPECT_EQ(text("2024-05-07"), "2024-05-07 00:00:00.000000");
  EXPECT_EQ(text("2024-05-07T23:30:00-01:00"), "2024-05-08 00:30:00.000000");
  EXPECT_EQ(text("0001-01-01 00:00"), "0001-01-01 00:00:00.000000");
  EXPECT_EQ(text("1969-12-31 23:59:59.9999995Z"), "1970-01-01 00:00:00.000000");
  EXPECT_EQ(text("9999-12-31 23:59:59"), "9999-12-31 23:59:59.000000");
  for (const char* const bad :
       {"", "now", "today", "infinity", "2023-02-29", "2024-13-01", "0000-01-01", "24:00",
        "2024-05-07 24:00", "05/07/2024", "2024-5-7", "2024-05-07 09", "2024-05-07 09:00 PM",
        "2024-05-07 09:00+2", "2024-05-07 09:00.", "12345-01-01", "2024-05-07 09:00:00."}) {
    EXPECT_EQ(text(bad), "none") << bad;
  }
}

TEST(TransferText, Utf8) {
  EXPECT_EQ(count_characters("aé€😀"), 4);
  EXPECT_EQ(count_characters("\xC0\x80"), -1);          // overlong
  EXPECT_EQ(count_characters("\xED\xA0\x80"), -1);      // a surrogate
  EXPECT_EQ(count_characters("\xF4\x90\x80\x80"), -1);  // behind U+10FFFF
  EXPECT_EQ(count_characters("\xE2\x82"), -1);          // cut
}

}  // namespace
}  // namespace retort::transfer_detail
