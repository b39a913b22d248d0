// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Whether a database has the schema that its chain makes. The chain's statements are replayed in an
// empty place, and both catalogues are read and compared (retort/catalogue.hpp). Part of
// retort::adopt.
//
// The place is an empty database of the caller, who registers in it what SQL functions the
// migrations call: for SQLite one in memory. On PostgreSQL it need not be given: then it is a
// scratch schema in a transaction of the live database that is rolled back. The role needs CREATE
// on the database there, and what names schemas itself cannot be replayed beside the live ones.
// Where the comparison cannot be made, that is said, and nothing is claimed.
#pragma once

#include <string>
#include <vector>

#include "retort/catalogue.hpp"
#include "retort/migrate.hpp"

namespace retort {

struct SchemaCheckOptions {
  Database* scratch = nullptr;  // an empty database of the same engine, or none
  catalogue::CompareOptions compare;
  std::vector<std::string> ignored;  // tables and other objects to leave out on both sides
};

struct SchemaCheck {
  Status status;          // the live database could not be read
  bool compared = false;  // false, and status is ok: see `reason`
  std::string reason;
  std::vector<catalogue::Difference> differences;
  // Tables and other objects that stand by themselves and that the chain does not make, at no
  // revision: another program's, most likely. Ledgers of migration tools are not among them.
  std::vector<catalogue::Difference> strangers;

  bool equal() const noexcept { return status.ok() && compared && differences.empty(); }
};

// `applied`: the revisions whose schema is expected, as in Inspection::applied. The live database
// is not changed. Not inside a transaction of the caller.
SchemaCheck check_schema(Database& live, const Chain& chain,
                         const std::vector<std::string>& applied,
                         const SchemaCheckOptions& options);

}  // namespace retort
