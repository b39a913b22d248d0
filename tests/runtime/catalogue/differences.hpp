// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Two databases made by SQL, read and compared: for the tests of both engines.
#pragma once

#include <string>
#include <vector>

#include "retort/catalogue.hpp"
#include "support/engine.hpp"

namespace retort::test {

inline catalogue::Catalogue read_catalogue(Database& database,
                                           const catalogue::ReadOptions& options = {}) {
  catalogue::Catalogue catalogue;
  EXPECT_TRUE(is_ok(catalogue::read(database, options, catalogue)));
  return catalogue;
}

inline catalogue::Catalogue catalogue_of(MakeDatabase make, const std::string& sql,
                                         const catalogue::ReadOptions& options = {}) {
  const auto database = make();
  if (!sql.empty()) database->run(sql);
  return read_catalogue(*database->connect(), options);
}

inline std::vector<std::string> texts_of(const std::vector<catalogue::Difference>& differences) {
  std::vector<std::string> texts;
  for (const catalogue::Difference& difference : differences) {
    texts.push_back(difference.to_string());
  }
  return texts;
}

// What a database made by `actual` has to become one made by `expected`.
inline std::vector<std::string> differences(MakeDatabase make, const std::string& expected,
                                            const std::string& actual,
                                            const catalogue::CompareOptions& options = {}) {
  return texts_of(
      catalogue::compare(catalogue_of(make, expected), catalogue_of(make, actual), options));
}

struct DifferenceCase {
  const char* name;
  std::string expected;
  std::string actual;
  std::vector<std::string> differences;
};

inline void check_cases(MakeDatabase make, const std::vector<DifferenceCase>& cases) {
  for (const DifferenceCase& test : cases) {
    SCOPED_TRACE(test.name);
    EXPECT_EQ(differences(make, test.expected, test.actual), test.differences);
  }
}

}  // namespace retort::test
