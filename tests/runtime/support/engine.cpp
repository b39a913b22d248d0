// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include "support/engine.hpp"

namespace retort::test {

std::string ConformanceTest::applied(const std::string& chain) {
  if (!raw().has_table("retort_ledger")) return "(no ledger)";
  std::string list;
  for (int seq = 1;; ++seq) {
    const std::string where = " FROM " + raw().ledger() + " WHERE chain = '" + chain +
                              "' AND (SELECT count(*) FROM " + raw().ledger() +
                              " o WHERE o.chain = '" + chain + "' AND o.seq <= " + raw().ledger() +
                              ".seq) = " + std::to_string(seq);
    const std::string id = raw().scalar("SELECT revision" + where);
    if (id.empty()) return list;
    if (!list.empty()) list += ",";
    list += id;
    if (raw().scalar("SELECT progress" + where) != "NULL") list += "*";
  }
}

::testing::AssertionResult ConformanceTest::consistent(std::size_t count) {
  const std::string ids = "," + applied() + ",";
  for (std::size_t i = 1; i <= count; ++i) {
    const std::string id = number_id(i);
    const bool in_ledger = ids.find("," + id + ",") != std::string::npos;
    if (raw().has_table("t" + id) != in_ledger) {
      return ::testing::AssertionFailure()
             << "revision " << id << (in_ledger ? " is" : " is not") << " in the ledger (" << ids
             << "), but its table says otherwise";
    }
    if (in_ledger && raw().scalar("SELECT name FROM t" + id + " WHERE id = 1") != id) {
      return ::testing::AssertionFailure() << "table t" << id << " has lost its row";
    }
  }
  return ::testing::AssertionSuccess();
}

::testing::AssertionResult is_ok(const Status& status) {
  if (status.ok()) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << code_name(status.code()) << ": " << status.to_string();
}

::testing::AssertionResult fails_with(const Status& status, Code code) {
  if (status.code() == code) return ::testing::AssertionSuccess() << status.to_string();
  return ::testing::AssertionFailure() << "expected " << code_name(code) << ", got "
                                       << code_name(status.code()) << ": " << status.to_string();
}

}  // namespace retort::test
