// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include "cli/url.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace retort::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Url, Engines) {
  for (const char* url : {"sqlite:data/a.db", "sqlite:///a.db", "sqlite:////a.db",
                          ":memory:", "sqlite+aiosqlite:///a.db", "SQLite:a.db", "sqlite://"}) {
    EXPECT_EQ(classify_url(url).engine, Engine::sqlite) << url;
  }
  for (const char* url :
       {"postgres://h/d", "postgresql://u@h/d", "postgresql+psycopg2://u@h/d",
        "host=localhost dbname=d", "dbname=d host=/run/postgresql", "postgresql://[::1]:5432/d"}) {
    EXPECT_EQ(classify_url(url).engine, Engine::postgres) << url;
  }
}

TEST(Url, WhatIsNoUrl) {
  EXPECT_EQ(classify_url("app.db").error,
            "'app.db' is not a database URL; did you mean 'sqlite:app.db'?");
  EXPECT_THAT(classify_url("mysql://u:secret@h/d").error, HasSubstr("unknown scheme 'mysql'"));
  EXPECT_THAT(classify_url("mysql://u:secret@h/d").error, Not(HasSubstr("secret")));
  EXPECT_FALSE(classify_url("").engine);
  EXPECT_FALSE(classify_url("C:\\data\\a.db").engine);
  EXPECT_FALSE(classify_url("a/b=c").engine);
}

TEST(Url, NoPasswordIsShown) {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"postgres://me:secret@h/d", "postgres://me:***@h/d"},
      {"postgres://me:sec@ret@h/d", "postgres://me:***@h/d"},
      {"postgres://me:sec/ret:x@h/d", "postgres://me:***@h/d"},
      {"postgresql+psycopg2://me:@h/d", "postgresql+psycopg2://me:***@h/d"},
      {"postgres://me@h:5432/d", "postgres://me@h:5432/d"},
      {"postgres://h/d?user=me&password=secret&sslmode=require",
       "postgres://h/d?user=me&password=***&sslmode=require"},
      {"postgres://h/d?sslpassword=secret", "postgres://h/d?sslpassword=***"},
      {"host=h password=secret dbname=d", "host=h password=*** dbname=d"},
      {"host=h PASSWORD = 'sec ret\\'x' dbname=d", "host=h PASSWORD = *** dbname=d"},
      {"password=a\\ b dbname=d", "password=*** dbname=d"},
      {"password='unterminated", "password=***"},
      {"password=", "password=***"},
      {"password", "password"},
      {"sqlite:data/password.db", "sqlite:data/password.db"},
      {"sqlite:a.db", "sqlite:a.db"},
  };
  for (const auto& [url, shown] : cases) EXPECT_EQ(without_password(url), shown);
}

TEST(Url, Dotenv) {
  EXPECT_EQ(url_in_dotenv("DATABASE_URL=sqlite:a.db\n"), "sqlite:a.db");
  EXPECT_EQ(url_in_dotenv("\xEF\xBB\xBF"
                          "A=1\r\nexport DATABASE_URL = \"postgres://u:p@h/d\" # x\r\n"),
            "postgres://u:p@h/d");
  EXPECT_EQ(url_in_dotenv("DATABASE_URL='a # b'"), "a # b");
  EXPECT_EQ(url_in_dotenv("DATABASE_URL=a#b # comment"), "a#b");
  EXPECT_EQ(url_in_dotenv("DATABASE_URL=a\nDATABASE_URL=b\n"), "b");
  EXPECT_EQ(url_in_dotenv("DATABASE_URL=\"a\\\"b\""), "a\"b");
  EXPECT_EQ(url_in_dotenv("# DATABASE_URL=a\nXDATABASE_URL=b\nDATABASE_URL\n"), std::nullopt);
  EXPECT_EQ(url_in_dotenv("DATABASE_URL=\n"), std::nullopt);
  EXPECT_EQ(url_in_dotenv(""), std::nullopt);
}

TEST(Url, WhereItComesFrom) {
  const auto before = std::filesystem::current_path();
  const auto folder = std::filesystem::path(::testing::TempDir()) / "retort_url_test";
  std::filesystem::create_directories(folder);
  std::filesystem::current_path(folder);
  std::filesystem::remove(".env");
  unsetenv("DATABASE_URL");
  Chain chain{};
  EXPECT_FALSE(choose_url("", chain).has_value());
  chain.default_url = "sqlite:default.db";
  EXPECT_EQ(choose_url("", chain)->origin, "the program's default");
  std::ofstream(".env") << "DATABASE_URL=sqlite:env.db\n";
  EXPECT_EQ(choose_url("", chain)->text, "sqlite:env.db");
  setenv("DATABASE_URL", "sqlite:variable.db", 1);
  EXPECT_EQ(choose_url("", chain)->text, "sqlite:variable.db");
  EXPECT_EQ(choose_url("sqlite:given.db", chain)->text, "sqlite:given.db");
  setenv("DATABASE_URL", "", 1);
  EXPECT_EQ(choose_url("", chain)->text, "sqlite:env.db") << "empty is not set";
  unsetenv("DATABASE_URL");
  std::filesystem::current_path(before);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace retort::cli
