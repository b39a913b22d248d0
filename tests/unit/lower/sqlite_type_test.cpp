// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The CHECKs of portable types, asked of SQLite itself: good values, bad values, NULL.
#include "lower/sqlite_type.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>

namespace retort::compiler::lower {
namespace {

using schema::make_type;
using schema::Storage;

class TypeCheck {
 public:
  TypeCheck(const schema::Type& type, Storage storage = Storage::standard,
            const std::vector<std::string>& values = {}) {
    sqlite3_open(":memory:", &database_);
    const SqliteType form = sqlite_type(type, storage, "\"x y\"", values);
    const std::string check = form.check.empty() ? "" : " CHECK (" + form.check + ")";
    EXPECT_EQ(form.refused, "");
    EXPECT_TRUE(run("CREATE TABLE t (\"x y\" " + form.word + check + ") STRICT"));
  }
  ~TypeCheck() { sqlite3_close(database_); }
  TypeCheck(const TypeCheck&) = delete;
  TypeCheck& operator=(const TypeCheck&) = delete;

  bool takes(const std::string& value) { return run("INSERT INTO t VALUES (" + value + ")"); }
  std::string stored() {
    std::string text;
    const auto row = [](void* out, int, char** values, char**) {
      static_cast<std::string*>(out)->assign(values[0] == nullptr ? "NULL" : values[0]);
      return 0;
    };
    sqlite3_exec(database_, "SELECT \"x y\" FROM t ORDER BY rowid DESC LIMIT 1", row, &text,
                 nullptr);
    return text;
  }

 private:
  bool run(const std::string& sql) {
    return sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
  }
  sqlite3* database_ = nullptr;
};

#define EXPECT_TAKES(check, ...) \
  for (const char* value : {__VA_ARGS__}) EXPECT_TRUE((check).takes(value)) << value
#define EXPECT_REFUSES(check, ...) \
  for (const char* value : {__VA_ARGS__}) EXPECT_FALSE((check).takes(value)) << value

TEST(SqliteType, IntegersHaveTheirRange) {
  TypeCheck small(make_type("smallint", {}));
  EXPECT_TAKES(small, "NULL", "-32768", "32767", "'7'");
  EXPECT_REFUSES(small, "-32769", "32768", "'x'", "1.5");
  TypeCheck normal(make_type("int4", {}));
  EXPECT_TAKES(normal, "NULL", "2147483647", "-2147483648");
  EXPECT_REFUSES(normal, "2147483648", "-2147483649");
}

TEST(SqliteType, BooleanIsZeroOrOne) {
  TypeCheck check(make_type("boolean", {}));
  EXPECT_TAKES(check, "NULL", "true", "false", "0", "1");
  EXPECT_REFUSES(check, "2", "'yes'");
}

TEST(SqliteType, NumericHasPrecisionAndScale) {
  TypeCheck check(make_type("numeric", {6, 2}));
  EXPECT_TAKES(check, "NULL", "0", "9999.99", "-1234.5");
  EXPECT_REFUSES(check, "10000", "1.001", "'x'");
  TypeCheck scaled(make_type("numeric", {18, 4}), Storage::scaled);
  EXPECT_TAKES(scaled, "999999999999999999", "NULL");
  EXPECT_REFUSES(scaled, "1000000000000000000", "1.5");
  TypeCheck text(make_type("numeric", {}), Storage::text);
  EXPECT_TAKES(text, "'12345678901234567890.123'", "NULL");
  EXPECT_REFUSES(text, "'1a2'", "'1e5'");
}

TEST(SqliteType, SomeTypesHaveNoForm) {
  for (const schema::Type& type :
       {make_type("numeric", {18, 2}), make_type("numeric", {}), make_type("money", {}),
        make_type("interval", {}), make_type("text[]", {})}) {
    const SqliteType form = sqlite_type(type, Storage::standard, "x", {});
    EXPECT_NE(form.refused, "");
    EXPECT_NE(form.help, "");
  }
}

TEST(SqliteType, TextHasItsLength) {
  TypeCheck check(make_type("character varying", {3}));
  EXPECT_TAKES(check, "NULL", "''", "'abc'", "'äöü'");
  EXPECT_REFUSES(check, "'abcd'");
}

TEST(SqliteType, DatesExist) {
  TypeCheck check(make_type("date", {}));
  EXPECT_TAKES(check, "NULL", "'2024-02-29'");
  EXPECT_REFUSES(check, "'2024-02-30'", "'2023-02-29'", "'2024-1-1'", "'now'", "''", "'24-01-01'");
}

TEST(SqliteType, TimesHaveOneForm) {
  TypeCheck stamp(make_type("timestamptz", {}));
  EXPECT_TAKES(stamp, "NULL", "'2024-02-29 23:59:59'", "'2024-02-29 23:59:59.5'",
               "'2024-02-29 23:59:59.123456'", "CURRENT_TIMESTAMP",
               "strftime('%Y-%m-%d %H:%M:%f','now')");
  EXPECT_REFUSES(stamp, "'2024-02-29T23:59:59'", "'2024-02-29 23:59:59Z'", "'2024-02-30 00:00:00'",
                 "'2024-02-29'", "'2024-02-29 23:59:59.'", "'2024-02-29 23:59:59.1234567'",
                 "'2024-02-29 23:59:59+02'", "'2024-02-29 25:00:00'");
  TypeCheck time(make_type("time", {}));
  EXPECT_TAKES(time, "NULL", "'00:00:00'", "'23:59:59.25'");
  EXPECT_REFUSES(time, "'24:00:00'", "'1:00:00'", "'12:00'", "'now'");
}

TEST(SqliteType, UuidIsLowerCase) {
  TypeCheck check(make_type("uuid", {}));
  EXPECT_TAKES(check, "NULL", "'123e4567-e89b-12d3-a456-426614174000'");
  EXPECT_REFUSES(check, "'123E4567-e89b-12d3-a456-426614174000'",
                 "'123e4567e89b12d3a456426614174000'", "'123e4567-e89b-12d3-a456-42661417400g'",
                 "''");
}

TEST(SqliteType, JsonIsValidOrNull) {
  TypeCheck check(make_type("jsonb", {}));
  EXPECT_TAKES(check, "NULL", "'{\"a\":1}'", "'[]'", "'null'");
  EXPECT_REFUSES(check, "'{a'", "''");
}

TEST(SqliteType, EnumerationHasItsValues) {
  schema::Type type;
  type.kind = schema::TypeKind::enumeration;
  type.name = "mood";
  TypeCheck check(type, Storage::standard, {"so so", "it's"});
  EXPECT_TAKES(check, "NULL", "'so so'", "'it''s'");
  EXPECT_REFUSES(check, "'happy'", "''");
  EXPECT_TRUE(check.takes("'so so'"));
  EXPECT_EQ(check.stored(), "so so");
}

}  // namespace
}  // namespace retort::compiler::lower
