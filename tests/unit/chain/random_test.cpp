// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Random folders and locks: whatever is wrong with them, load() ends, keeps its promises about the
// order, and agrees with what was locked a moment ago.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "folder.hpp"

namespace retort::compiler::chain {
namespace {

using testing::Folder;
using ::testing::HasSubstr;
using testing::no_diagnostics;

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t limit) { return engine_() % limit; }
  bool one_in(std::size_t count) { return below(count) == 0; }

 private:
  std::mt19937 engine_;
};

std::string id_of(std::size_t number) { return "r" + std::to_string(number); }

void expect_ordered(const Chain& chain) {
  for (std::uint32_t i = 0; i < chain.revisions.size(); ++i) {
    const Revision& revision = chain.revisions[i];
    EXPECT_EQ(revision.parents.size(), revision.parent_spans.size());
    EXPECT_EQ(revision.bodies.size(), chain.engines.size());
    EXPECT_NE(revision.file, nullptr);
    for (const std::uint32_t parent : revision.parents) EXPECT_LT(parent, i);
  }
}

void expect_one_line(const Chain& chain) {
  std::vector<bool> has_child(chain.revisions.size(), false);
  std::size_t bases = 0;
  for (const Revision& revision : chain.revisions) {
    bases += revision.parents.empty() ? 1 : 0;
    for (const std::uint32_t parent : revision.parents) has_child[parent] = true;
  }
  EXPECT_EQ(bases, 1u);
  EXPECT_EQ(std::count(has_child.begin(), has_child.end(), false), 1);
}

// A chain without errors: each revision revises the last one, sometimes over two branches.
std::size_t good_folder(Random& random, Folder& folder) {
  std::size_t count = 0;
  folder.add(id_of(count++), "");
  const std::size_t steps = random.below(8);
  for (std::size_t i = 0; i < steps; ++i) {
    const std::string last = id_of(count - 1);
    if (random.one_in(3)) {
      folder.add(id_of(count), last).add(id_of(count + 1), last);
      folder.add(id_of(count + 2), id_of(count + 1) + ", " + id_of(count));
      count += 3;
    } else {
      folder.add(id_of(count++), last);
    }
  }
  return count;
}

TEST(RandomChains, what_was_locked_is_accepted_and_grows) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    Random random(seed);
    Folder folder;
    const std::size_t count = good_folder(random, folder);
    ASSERT_EQ(folder.check(), no_diagnostics) << seed;
    EXPECT_TRUE(folder.chain().complete);
    expect_ordered(folder.chain());
    EXPECT_EQ(folder.lock(), count);
    folder.options.locked = true;
    ASSERT_EQ(folder.check(), no_diagnostics) << seed;
    folder.add("new", id_of(count - 1));
    ASSERT_THAT(folder.check(), HasSubstr("revision 'new' is not locked")) << seed;
    EXPECT_EQ(folder.lock(), 1u);
    ASSERT_EQ(folder.check(), no_diagnostics) << seed;
  }
}

TEST(RandomChains, every_edit_of_a_locked_revision_is_an_error) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    Random random(seed);
    Folder folder;
    const std::size_t count = good_folder(random, folder);
    folder.lock();
    const std::string id = id_of(random.below(count));
    switch (random.below(3)) {
      case 0:
        folder.replace(id + ".sql", "(x int)", "(x int, y int)");
        break;
      case 1:
        folder.remove(id + ".sql");
        break;
      default:
        folder.replace(id + ".sql", "-- Revises", "-- Revision ID: other\n-- Revises");
        break;
    }
    const std::string text = folder.check();
    EXPECT_THAT(text, HasSubstr("error: ")) << seed;
    EXPECT_THAT(text, HasSubstr("m/retort.lock:")) << seed;
    expect_ordered(folder.chain());
  }
}

TEST(RandomChains, broken_graphs_are_diagnosed_and_stay_ordered) {
  std::size_t accepted = 0;
  for (unsigned seed = 0; seed < 2000; ++seed) {
    Random random(seed);
    Folder folder;
    const std::size_t count = 1 + random.below(7);
    for (std::size_t i = 0; i < count; ++i) {
      std::string parents;
      for (std::size_t k = random.below(3); k > 0; --k) {
        parents += (parents.empty() ? "" : ", ") + id_of(random.below(count + 1));
      }
      const std::string id =
          random.one_in(6) ? "-- Revision ID: " + id_of(random.below(count)) + "\n" : std::string();
      folder.put(id_of(i) + ".sql", id + Folder::migration(parents, "SELECT 1;"));
      if (random.one_in(4)) folder.lock();
    }
    const std::string text = folder.check();
    expect_ordered(folder.chain());
    if (folder.chain().complete) {
      expect_one_line(folder.chain());
    } else {
      EXPECT_THAT(text, HasSubstr("error: ")) << seed;
    }
    if (text.empty()) ++accepted;
  }
  EXPECT_GT(accepted, 20u);
}

TEST(RandomChains, mutated_locks_and_files_never_crash) {
  for (unsigned seed = 0; seed < 3000; ++seed) {
    Random random(seed);
    Folder folder;
    const std::size_t count = good_folder(random, folder);
    folder.lock();
    const std::string name = random.one_in(2) ? "retort.lock" : id_of(random.below(count)) + ".sql";
    std::string text = *folder.files.read("m/" + name).value;
    for (std::size_t edits = 1 + random.below(4); edits > 0; --edits) {
      const std::size_t at = random.below(text.size() + 1);
      static constexpr std::string_view bytes = " \n\t,:;-#'\"/0aA9_\0\xFF";
      const char byte = bytes[random.below(bytes.size())];
      switch (random.below(3)) {
        case 0:
          text.insert(at, 1, byte);
          break;
        case 1:
          text.erase(at, 1 + random.below(20));
          break;
        default:
          text.insert(at, text.substr(random.below(text.size() + 1), random.below(90)));
          break;
      }
    }
    folder.put(name, text);
    folder.check();
    expect_ordered(folder.chain());
  }
}

}  // namespace
}  // namespace retort::compiler::chain
