// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include "driver/new_migration.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <set>

namespace retort::compiler::driver {
namespace {

std::tm at_noon() {
  std::tm time{};
  time.tm_year = 2024 - 1900;
  time.tm_mon = 4;
  time.tm_mday = 7;
  time.tm_hour = 12;
  time.tm_min = 30;
  time.tm_sec = 5;
  return time;
}

struct NameCase {
  const char* habit;
  std::vector<std::string> names;
  const char* example_id;
  const char* expected;
};

TEST(NewMigration, TakesTheFoldersHabit) {
  const std::vector<NameCase> cases = {
      {"nothing there", {}, "", "0001_add_notes"},
      {"four digits", {"0001_a.sql", "0009_b.sql"}, "b", "0010_add_notes"},
      {"plain numbers", {"1_a.sql", "9_b.sql"}, "b", "10_add_notes"},
      {"the largest number counts", {"0012_a.sql", "0002_b.sql"}, "b", "0013_add_notes"},
      {"days", {"20240507_01_a.sql", "20240506_04_b.sql"}, "b", "20240507_02_add_notes"},
      {"first of a day", {"20240506_04_b.sql"}, "b", "20240507_01_add_notes"},
      {"days without a count", {"20240506_b.sql"}, "b", "20240507_add_notes"},
      {"moments", {"20240506090000_b.sql"}, "b", "20240507123005_add_notes"},
      {"a moment in the future", {"20990506090000_b.sql"}, "b", "20990506090001_add_notes"},
      {"minutes", {"202405060900_b.sql"}, "b", "202405071230_add_notes"},
      {"eight digits that are no day", {"00000007_b.sql"}, "b", "00000008_add_notes"},
      {"ids", {"8f2c61d0a4b7_b.sql"}, "8f2c61d0a4b7", "abc123_add_notes"},
      {"words", {"create_b.sql"}, "create_b", "abc123_add_notes"},
      {"digits beyond 64 bits", {"123456789012345678901234_b.sql"}, "b", "abc123_add_notes"},
  };
  for (const NameCase& entry : cases) {
    NameRequest request;
    request.names = entry.names;
    if (!entry.names.empty()) request.example = entry.names.back();
    request.example_id = entry.example_id;
    request.id = "abc123";
    request.message = "Add notes!";
    request.now = at_noon();
    EXPECT_EQ(next_stem(request), entry.expected) << entry.habit;
  }
}

TEST(NewMigration, Slugs) {
  EXPECT_EQ(slug_of("Add a (second) notes-column"), "add_a_second_notes_column");
  EXPECT_EQ(slug_of("../../etc/passwd"), "etc_passwd");
  EXPECT_EQ(slug_of("  "), "");
  EXPECT_EQ(slug_of("a"), "a");
  EXPECT_EQ(slug_of("año de la transcripción"), "año_de_la_transcripción");
  const std::string slug = slug_of(std::string(39, 'a') + "ñññ");
  EXPECT_EQ(slug, std::string(39, 'a')) << "cut between code points";
}

TEST(NewMigration, AnEmptySlugLeavesTheNumber) {
  NameRequest request;
  request.message = "???";
  request.now = at_noon();
  EXPECT_EQ(next_stem(request), "0001");
}

TEST(NewMigration, RandomIds) {
  std::vector<std::string> ids;
  for (int i = 0; i < 200; ++i) ids.push_back(random_id(ids));
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 200u);
  for (const std::string& id : ids) {
    ASSERT_EQ(id.size(), 12u);
    for (const char c : id) EXPECT_NE(std::isxdigit(static_cast<unsigned char>(c)), 0);
  }
}

TEST(NewMigration, Text) {
  const HeaderText header{"Add notes", "abc123", {"a1", "b2"}, at_noon()};
  EXPECT_EQ(migration_text(header, {dialect::Engine::sqlite}),
            "-- Add notes\n--\n-- Revision ID: abc123\n-- Revises: a1, b2\n"
            "-- Create Date: 2024-05-07 12:30\n\n-- migrate:up\n\n-- migrate:down\n");
  EXPECT_EQ(migration_text({"Root", "r", {}, at_noon()},
                           {dialect::Engine::sqlite, dialect::Engine::postgres}),
            "-- Root\n--\n-- Revision ID: r\n-- Revises:\n-- Create Date: 2024-05-07 12:30\n\n"
            "-- migrate:up sqlite\n\n-- migrate:up postgres\n\n"
            "-- migrate:down sqlite\n\n-- migrate:down postgres\n");
}

TEST(NewMigration, TheTextMustSayWhatWasMeant) {
  const auto check = [](const std::string& message, const std::string& id) {
    const HeaderText header{message, id, {"a1"}, at_noon()};
    return check_migration_text(migration_text(header, {dialect::Engine::sqlite}), header);
  };
  EXPECT_EQ(check("Add notes", "abc123"), "");
  EXPECT_EQ(check("Añadir notas (2.ª vez)", "abc.123_x"), "");
  EXPECT_NE(check("Revision ID: 7", "abc123"), "");
  EXPECT_NE(check("migrate:up", "abc123"), "");
  EXPECT_NE(check("retort: allow(missing-down)", "abc123"), "");
}

}  // namespace
}  // namespace retort::compiler::driver
