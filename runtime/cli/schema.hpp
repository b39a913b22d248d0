// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the command line: the live schema beside the chain's.
#pragma once

#include <string>
#include <vector>

#include "cli/verbs.hpp"
#include "retort/schema_check.hpp"

namespace retort::cli {

// Options for a session's database, and what they point at.
class SchemaSetup {
 public:
  explicit SchemaSetup(Session& session);
  // exit_done, or what kept --scratch from being opened, which was said.
  int code = exit_done;
  SchemaCheckOptions options;

 private:
  std::unique_ptr<Database> scratch_;
};

// "a, b and 3 more"
std::string strangers_text(const SchemaCheck& check);

// Members of a JSON object, without braces: "compared", "reason", "differences", "strangers".
std::string schema_json(const SchemaCheck& check);

// check, at head: whether the schema is the chain's. Prints what differs; an exit code.
int report_drift(Session& session, const SchemaCheck& check);

}  // namespace retort::cli
