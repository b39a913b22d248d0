// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Generated code through real compilers: it is clean under every warning that we promise, and the
// program that holds it prints the bytes that went in.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>

#include "dump_chain.hpp"
#include "emit/emit.hpp"
#include "sample_chain.hpp"

namespace retort::compiler::emit {
namespace {

namespace fs = std::filesystem;

constexpr const char* program = R"(#include <app/migrations.hpp>

#include <cstdio>

#include "dump_chain.hpp"

static_assert(app::migrations::ids.size() == app::migrations::count);
static_assert(app::migrations::count == 0 || app::migrations::ids.back() == app::migrations::head);

int main() {
  const std::string dump = retort::test::Dump().of(app::migrations::chain());
  return std::fwrite(dump.data(), 1, dump.size(), stdout) == dump.size() ? 0 : 1;
}
)";

// Each compiler once, under the name that says which language it compiles.
std::vector<std::string> compilers() {
  std::map<fs::path, std::string> found;
  for (const std::string path : {RETORT_TEST_COMPILERS}) {
    if (!path.empty()) found.emplace(fs::canonical(path), path);
  }
  std::vector<std::string> names;
  for (const auto& entry : found) names.push_back(entry.second);
  return names;
}

bool is_clang(const std::string& compiler) {
  return std::system((compiler + " --version | grep -q clang").c_str()) == 0;
}

class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "retort-emit-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) std::abort();
    path_ = pattern;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

// The command's exit code and everything it printed.
std::pair<int, std::string> run(const std::string& command) {
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) return {-1, "popen failed"};
  std::string output;
  char buffer[4096];
  for (std::size_t n = 0; (n = fread(buffer, 1, sizeof buffer, pipe)) > 0;)
    output.append(buffer, n);
  const int status = pclose(pipe);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, output};
}

std::string warnings(const std::string& compiler) {
  std::string flags =
      " -std=c++17 -pedantic-errors -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast"
      " -Wzero-as-null-pointer-constant -Wtrigraphs -Woverlength-strings -Werror";
  // clang has no -Wuseless-cast and says so; -Wmissing-variable-declarations is its own.
  flags += is_clang(compiler) ? " -Wmissing-variable-declarations -Wglobal-constructors"
                              : " -Wuseless-cast -Wmissing-declarations";
  return flags;
}

void expect_round_trip(const Chain& chain, const std::string& extra = "") {
  const EmitOptions options{"app", "app/migrations.hpp", "", "", "0.1.0"};
  const Folder folder;
  folder.write("include/app/migrations.hpp", emit_header(chain, options));
  folder.write("app.cpp", emit_source(chain, options));
  folder.write("main.cpp", program);
  const std::string expected = test::Dump().of(chain);
  ASSERT_FALSE(compilers().empty());
  for (const std::string& compiler : compilers()) {
    SCOPED_TRACE(compiler);
    const std::string common = compiler + warnings(compiler) + extra + " -I'" +
                               (folder / "include") +
                               "' -I'" RETORT_TEST_INCLUDE "' -I'" RETORT_TEST_DUMP_DIR "'";
    const auto compiled = run(common + " '" + (folder / "app.cpp") + "' '" + (folder / "main.cpp") +
                              "' -o '" + (folder / "program") + "'");
    ASSERT_EQ(compiled.first, 0) << compiled.second;
    const auto ran = run("'" + (folder / "program") + "'");
    ASSERT_EQ(ran.first, 0);
    EXPECT_TRUE(ran.second == expected) << "the program holds other bytes";
  }
}

TEST(GeneratedCode, RoundTripsAnEmptyChain) { expect_round_trip(test::SampleChain().view()); }

TEST(GeneratedCode, RoundTripsEveryField) {
  test::SampleChain chain({Engine::sqlite, Engine::postgres});
  chain.add("base", "first", chain.script({"SELECT '\\'", "SELECT 2"}, "a b.sql"));
  chain.add("empty", "", chain.script({}, "empty.sql"), chain.script({}, "empty.sql"));
  auto& merge =
      chain.add("merge", "\\", chain.chunked({"COPY t FROM stdin", "1\t\\N\n"}, 1, "c.sql"));
  static constexpr std::uint32_t parents[] = {1, 0};
  static constexpr std::string_view labels[] = {"left", "right"};
  static constexpr Dependency depends[] = {{"other", "0007"}};
  merge.parents = parents, merge.parent_count = 2;
  merge.branch_labels = labels, merge.branch_label_count = 2;
  merge.depends_on = depends, merge.depends_on_count = 1;
  merge.doc = "two\nlines \\\n and a trailing backslash \\";
  expect_round_trip(chain.view());
}

TEST(GeneratedCode, RoundTripsWhatWouldEndARawString) {
  test::SampleChain chain;
  chain.add("a", "?\?/",
            chain.script({")sql\"", ")", "x)sql", "\\\n", "?\?=?\?/\n?\?'", "a \\ \nb", "\"",
                          "R\"sql(", "\xE2\x80\xAE\xE2\x81\xA6", "\r", "\r\n", "%:", "// \\\nx",
                          "/*", "#define x\n#error y\n", "\f\v\x1A", "\t\xC2\x85\xE2\x80\xA8",
                          "\\u0041\\x41\\101"},
                         "a.sql"));
  expect_round_trip(chain.view());
  expect_round_trip(chain.view(), " -fno-exceptions -fno-rtti");
}

TEST(GeneratedCode, RoundTripsChunksOfTheFullLength) {
  test::SampleChain chain;
  std::string one_line;
  while (one_line.size() + 2 <= max_chunk) one_line += "ñ";
  std::string escaped(max_chunk, '\x01');
  chain.add("a", "long",
            chain.chunked({one_line, escaped, std::string(max_chunk, '\n')}, 0, "a.sql"));
  expect_round_trip(chain.view());
}

// Bytes as they come, and texts made of what literals, comments and raw strings stumble over.
TEST(GeneratedCode, RoundTripsRandomBytes) {
  std::mt19937 random(20240507);
  const auto below = [&random](std::size_t limit) { return random() % limit; };
  const std::string_view pieces[] = {
      ")sql\"", "\\",  "\n",           "\"", "'",  "?\?/", "\r",    "ñ",
      ")",      "(",   "R\"sql(",      "//", "/*", "\t",   "#",     "\xF0\x9F\x98\x80",
      "sql1",   "?",   "\xE2\x80\xAE", "a",  "0",  " ",    "\\ \n", "%",
      "{}",     "\xC3"};
  std::vector<std::string> statements;
  for (int i = 0; i < 400; ++i) {
    std::string text(1, 'x');
    for (std::size_t n = below(200); n > 0; --n) {
      if (i % 2 == 0) {
        text.push_back(static_cast<char>(below(256)));
      } else {
        text.append(pieces[below(std::size(pieces))]);
      }
    }
    statements.push_back(std::move(text));
  }
  test::SampleChain chain;
  auto& revision = chain.add("a", statements[1], chain.script(statements, "a.sql"));
  revision.doc = statements[3];
  revision.path = statements[0];
  expect_round_trip(chain.view());
}

TEST(GeneratedCode, StopsTheCompilerWhereTheAbiIsAnother) {
  test::SampleChain chain;
  chain.add("a", "", chain.script({"SELECT 1"}, "a.sql"));
  const EmitOptions options{"app", "app/migrations.hpp", "", "", "0.1.0"};
  for (const auto& [abi, expected] :
       {std::pair<std::uint32_t, const char*>{RETORT_GENERATED_ABI + 1, "is older"},
        {RETORT_GENERATED_ABI - 1, "is newer"}}) {
    Chain view = chain.view();
    view.abi = abi;
    const Folder folder;
    folder.write("migrations.hpp", emit_header(view, options));
    folder.write("main.cpp", "#include \"migrations.hpp\"\n");
    for (const std::string& compiler : compilers()) {
      const auto [code, output] =
          run(compiler + " -std=c++17 -fsyntax-only -I'" RETORT_TEST_INCLUDE "' '" +
              (folder / "main.cpp") + "'");
      EXPECT_NE(code, 0);
      EXPECT_NE(output.find(expected), std::string::npos) << output;
    }
  }
}

}  // namespace
}  // namespace retort::compiler::emit
