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
      {"host=h passfile=/etc/.pgpass", "host=h passfile=/etc/.pgpass"},
      {"postgres://me:a@h/d?password=b@c", "postgres://me:***"},
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
  EXPECT_EQ(url_in_dotenv("export\tDATABASE_URL=`sqlite:a b.db`"), "sqlite:a b.db");
  EXPECT_EQ(url_in_dotenv("exportDATABASE_URL=a"), std::nullopt);
  EXPECT_EQ(url_in_dotenv("DATABASE_URL=\n"), std::nullopt);
  EXPECT_EQ(url_in_dotenv(""), std::nullopt);
}

TEST(Url, WhatLibpqReads) {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"postgres://h/d", "postgresql://h/d"},
      {"postgresql+psycopg://user:password@host:5432/db",
       "postgresql://user:password@host:5432/db"},
      {"Postgres+asyncpg://u@h/d", "postgresql://u@h/d"},
      {"postgres://u:p@ss@h:1/d", "postgresql://u:p%40ss@h:1/d"},
      {"postgres://u:p/a?b#c:d e@h/d", "postgresql://u:p%2Fa%3Fb%23c%3Ad%20e@h/d"},
      {"postgres://u:p%40s%zz@h/d", "postgresql://u:p%40s%25zz@h/d"},
      {"postgres://h:5432/d?options=a@b", "postgresql://h:5432/d?options=a@b"},
      {"postgres://h/d?user=a@b", "postgresql://h/d?user=a@b"},
      {"postgres:///d?host=/run/x", "postgresql:///d?host=/run/x"},
      {"postgres://u:p@[::1]:5432,h2:1/d", "postgresql://u:p@[::1]:5432,h2:1/d"},
      {"postgres://u@h/d?ssl=require&statement_cache_size=0&connect_timeout=3",
       "postgresql://u@h/d?sslmode=require&connect_timeout=3"},
      {"postgres://u@h/d?ssl=true", "postgresql://u@h/d?sslmode=require"},
      {"postgres://u@h/d?schema=public&pgbouncer=true",
       "postgresql://u@h/d?options=-csearch_path%3Dpublic"},
      {"host=h password='a://b'", "host=h password='a://b'"},
  };
  for (const auto& [url, expected] : cases) {
    std::string error;
    EXPECT_EQ(libpq_url(url, error), expected);
    EXPECT_EQ(error, "");
  }
  std::string error;
  EXPECT_EQ(libpq_url("postgres://u:p@a/b@h/d", error), "");
  EXPECT_EQ(error,
            "in postgres://u:***@h/d it is not clear where the password ends: write '@' in it as "
            "%40 and '/' as %2F");
}

TEST(Url, RedactedMessages) {
  EXPECT_EQ(redacted("no p%40ss, no p@ss", "postgres://u:p%40ss@h/d"), "no ***, no ***");
  EXPECT_EQ(redacted("it's x 'y", "host=h password='x \\'y'"), "it's ***");
  EXPECT_EQ(redacted("nothing", "sqlite:a.db"), "nothing");
}

TEST(Url, ArgumentsOfTheProgram) {
  std::vector<std::string> words = {"app", "current", "--url=postgres://u:secret@h/d", "--url",
                                    "host=h password='a b' dbname=d"};
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  hide_passwords(static_cast<int>(argv.size()), argv.data());
  EXPECT_EQ(words[2], "--url=postgres://u:******@h/d");
  EXPECT_EQ(words[4], "host=h password=***** dbname=d");
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
