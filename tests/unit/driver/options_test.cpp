// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include "driver/options.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "diag/kinds.hpp"

namespace retort::compiler::driver {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Options good(const std::vector<std::string>& words) {
  CommandLine line = parse_command_line(words);
  EXPECT_TRUE(line.options.has_value()) << line.err;
  return line.options.value_or(Options());
}

std::string usage_error(const std::vector<std::string>& words) {
  const CommandLine line = parse_command_line(words);
  EXPECT_FALSE(line.options.has_value());
  EXPECT_EQ(line.exit_code, 2);
  EXPECT_EQ(line.out, "");
  return line.err;
}

TEST(Options, Defaults) {
  const Options options = good({"check"});
  EXPECT_EQ(options.load.directory, "migrations");
  EXPECT_EQ(options.load.lock_file, "migrations/retort.lock");
  EXPECT_EQ(options.load.layout, "retort");
  EXPECT_THAT(options.load.engines, ElementsAre(dialect::Engine::sqlite));
  EXPECT_TRUE(options.verify_sqlite);
  EXPECT_FALSE(options.load.locked);
}

TEST(Options, TheFolderHasThreeSpellings) {
  EXPECT_EQ(good({"check", "sql/"}).load.directory, "sql");
  EXPECT_EQ(good({"check", "--dir", "sql"}).load.directory, "sql");
  EXPECT_EQ(good({"check", "--directory=sql"}).load.directory, "sql");
  EXPECT_THAT(usage_error({"check", "a", "--dir=b"}), HasSubstr("the folder is given twice"));
}

TEST(Options, EnginesAsListAndRepeated) {
  EXPECT_THAT(good({"check", "--engine=sqlite,postgres"}).load.engines,
              ElementsAre(dialect::Engine::sqlite, dialect::Engine::postgres));
  EXPECT_THAT(good({"check", "--engine", "postgres", "--engine", "sqlite"}).load.engines,
              ElementsAre(dialect::Engine::postgres, dialect::Engine::sqlite));
  EXPECT_FALSE(good({"check", "--engine=postgres"}).verify_sqlite);
  EXPECT_THAT(usage_error({"check", "--engine=sqllite"}), HasSubstr("did you mean 'sqlite'?"));
  EXPECT_THAT(usage_error({"check", "--engine=sqlite,sqlite"}), HasSubstr("given twice"));
}

TEST(Options, TheLock) {
  EXPECT_EQ(good({"check", "--no-lock-file"}).load.lock_file, std::nullopt);
  EXPECT_EQ(good({"check", "--lock-file=x.lock"}).load.lock_file, "x.lock");
  EXPECT_EQ(good({"check", "--file=a/1.sql", "--file=b/2.sql"}).load.lock_file, "a/retort.lock");
  EXPECT_THAT(usage_error({"check", "--no-lock-file", "--locked"}),
              HasSubstr("--locked needs a lock"));
  EXPECT_THAT(usage_error({"check", "--no-lock-file", "--lock-file=x"}),
              HasSubstr("exclude each other"));
}

TEST(Options, WarningFlagsInTheirOrder) {
  const Options options = good({"check", "-Wall", "-Wno-missing-down", "-Werror=unused-allow"});
  EXPECT_EQ(options.warnings.severity(diag::info(diag::Kind::missing_down)), std::nullopt);
  EXPECT_EQ(options.warnings.severity(diag::info(diag::Kind::unused_allow)), diag::Severity::error);
  EXPECT_EQ(good({"check", "--werror"}).warnings.severity(diag::info(diag::Kind::missing_down)),
            diag::Severity::error);
  EXPECT_THAT(usage_error({"check", "-Wmising-down"}), HasSubstr("did you mean 'missing-down'?"));
}

TEST(Options, SqliteFunctions) {
  const Options options =
      good({"check", "--sqlite-function=normalize/2,f/-1", "--sqlite-function=g/0"});
  ASSERT_EQ(options.verify.sqlite_functions.size(), 3u);
  EXPECT_EQ(options.verify.sqlite_functions[0].name, "normalize");
  EXPECT_EQ(options.verify.sqlite_functions[0].arguments, 2);
  EXPECT_EQ(options.verify.sqlite_functions[1].arguments, -1);
  for (const char* wrong : {"f", "f/", "/1", "f/x", "f/128", "f/-2", "f/1x"}) {
    EXPECT_THAT(usage_error({"check", "--sqlite-function", wrong}), HasSubstr("is not a function"));
  }
}

TEST(Options, SqliteMinimum) {
  good({"check", "--sqlite-minimum=3.37"});
  good({"check", "--sqlite-minimum=3.37.2", "--sqlite-feature=fts5"});
  EXPECT_THAT(usage_error({"check", "--sqlite-minimum=3.999"}),
              HasSubstr("is newer than the one inside"));
  EXPECT_THAT(usage_error({"check", "--sqlite-feature=teleport"}),
              HasSubstr("has no part 'teleport'"));
  for (const char* wrong : {"3", "4.1", "3.", "3.x", "3.37.2.1", "-3.37"}) {
    EXPECT_THAT(usage_error({"check", std::string("--sqlite-minimum=") + wrong}),
                HasSubstr("is not a version of SQLite"));
  }
}

TEST(Options, WhatCannotBeDoneYetIsAnError) {
  EXPECT_THAT(usage_error({"check", "--variable=name"}), HasSubstr("is not NAME=VALUE"));
  EXPECT_THAT(usage_error({"compile", "--name=a", "--output-dir=b", "--schema=s.sql"}),
              HasSubstr("--schema is not supported yet"));
  EXPECT_THAT(usage_error({"check", "--layout=retrt"}), HasSubstr("did you mean 'retort'?"));
}

TEST(Options, Verify) {
  EXPECT_FALSE(good({"check", "--verify=none"}).verify_sqlite);
  EXPECT_TRUE(good({"check", "--verify=sqlite"}).verify_sqlite);
  EXPECT_THAT(usage_error({"check", "--verify=none,sqlite"}), HasSubstr("exclude each other"));
  const Options both = good({"check", "--engine=sqlite,postgres", "--verify=postgres,sqlite"});
  EXPECT_TRUE(both.verify_sqlite && both.postgres.verify && both.postgres.required);
  EXPECT_FALSE(good({"check", "--engine=sqlite,postgres", "--verify=postgres"}).verify_sqlite);
  EXPECT_FALSE(good({"check", "--engine=sqlite,postgres"}).postgres.verify);
  EXPECT_THAT(usage_error({"check", "--verify=postgres"}),
              HasSubstr("the chain has no engine 'postgres'"));
  EXPECT_THAT(usage_error({"check", "--engine=postgres", "--verify=sqlite"}),
              HasSubstr("has no engine 'sqlite'"));
}

TEST(Options, CompileFillsItsOutputs) {
  const Options options = good({"compile", "sql", "--name=my-app", "--output-dir=/b"});
  EXPECT_EQ(options.compile.source, "/b/my-app.cpp");
  EXPECT_EQ(options.compile.header_file, "/b/include/my-app/migrations.hpp");
  EXPECT_EQ(options.compile.header, "my-app/migrations.hpp");
  EXPECT_EQ(options.compile.cxx_namespace, "my_app");
  EXPECT_EQ(options.compile.stamp, "/b/my-app.stamp");
  EXPECT_EQ(options.compile.depfile, "/b/my-app.d");
  EXPECT_EQ(options.compile.manifest, "/b/my-app.json");
}

TEST(Options, CompileRefusesWhatNoCompilerTakes) {
  EXPECT_THAT(usage_error({"compile", "--output-dir=b"}), HasSubstr("needs the chain's name"));
  EXPECT_THAT(usage_error({"compile", "--name=a"}), HasSubstr("needs the output folder"));
  EXPECT_THAT(usage_error({"compile", "--name=7a", "--output-dir=b"}),
              HasSubstr("is not a chain's name"));
  const auto with = [](const std::string& option) {
    return std::vector<std::string>{"compile", "--name=a", "--output-dir=b", option};
  };
  EXPECT_THAT(usage_error(with("--namespace=a::")), HasSubstr("is not a namespace"));
  EXPECT_THAT(usage_error(with("--namespace=a:b")), HasSubstr("is not a namespace"));
  EXPECT_THAT(usage_error(with("--namespace=std")), HasSubstr("belongs to somebody else"));
  EXPECT_THAT(usage_error(with("--namespace=retort::x")), HasSubstr("belongs to somebody else"));
  EXPECT_THAT(usage_error(with("--export-macro=a-b")), HasSubstr("is not the name of a macro"));
  EXPECT_THAT(usage_error(with("--default-url=postgres://u:pw@h/d")),
              HasSubstr("holds a password"));
}

TEST(Options, UnknownWords) {
  EXPECT_EQ(usage_error({"chek"}),
            "retort: error: unknown verb 'chek'; did you mean 'check'?\nhelp: retort --help\n");
  EXPECT_EQ(usage_error({"check", "--locke"}),
            "retort: error: unknown option '--locke'; did you mean '--locked'?\n"
            "help: retort check --help\n");
  EXPECT_EQ(usage_error({"check", "a", "b"}),
            "retort: error: unexpected argument 'b'\nhelp: retort check --help\n");
  EXPECT_EQ(usage_error({"check", "--name"}),
            "retort: error: option '--name' needs a value\nhelp: retort check --help\n");
  EXPECT_EQ(usage_error({"check", "--name=", "--locked"}),
            "retort: error: option '--name' needs a value\nhelp: retort check --help\n");
  EXPECT_THAT(usage_error({}), HasSubstr("no verb is given"));
  EXPECT_THAT(usage_error({"--locked", "check"}), HasSubstr("before the verb"));
}

TEST(Options, VersionIsForMachines) {
  const CommandLine line = parse_command_line({"--version"});
  EXPECT_EQ(line.exit_code, 0);
  EXPECT_EQ(line.out.substr(0, line.out.find('\n')), "retort 0.1.0 (generated-abi 2)");
}

std::size_t code_points(const std::string& line) {
  std::size_t count = 0;
  for (const char c : line) count += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u ? 1 : 0;
  return count;
}

std::size_t check_page(const std::vector<std::string>& words) {
  const CommandLine line = parse_command_line(words);
  EXPECT_EQ(line.exit_code, 0);
  EXPECT_EQ(line.err, "");
  std::istringstream page(line.out);
  std::size_t lines = 0;
  for (std::string text; std::getline(page, text); ++lines) {
    EXPECT_LE(code_points(text), 80u) << text;
    EXPECT_TRUE(text.empty() || text.back() != ' ') << text;
  }
  return lines;
}

TEST(Options, HelpFitsTheScreen) {
  EXPECT_LE(check_page({"--help"}), 40u);
  for (const char* verb :
       {"check", "lock", "history", "heads", "branches", "show", "revision", "merge", "rebase",
        "import", "graph", "upgrade", "downgrade", "current", "stamp"}) {
    EXPECT_LE(check_page({verb, "--help"}), 48u) << verb;
    EXPECT_EQ(parse_command_line({"--help", verb}).out, parse_command_line({verb, "-h"}).out);
  }
  check_page({"compile", "--help"});
}

TEST(Options, OptionsFromAFile) {
  const auto path = std::filesystem::path(::testing::TempDir()) / "retort_options_test.args";
  std::ofstream(path)
      << "--name=app\r\n\n--file=/a folder/1.sql\n-Wno-missing-down\n--output-dir=/b\n";
  const Options options = good({"compile", "@" + path.string(), "--name=other"});
  std::filesystem::remove(path);
  EXPECT_THAT(options.load.files, ElementsAre("/a folder/1.sql"));
  EXPECT_EQ(options.load.name, "other") << "the last one wins";
  EXPECT_THAT(usage_error({"check", "@" + path.string()}), HasSubstr("cannot read the options in"));
}

}  // namespace
}  // namespace retort::compiler::driver
