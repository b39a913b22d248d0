// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: a script that `alembic upgrade base:head --sql` wrote, cut at its
// "-- Running" lines.
#pragma once

#include <string>
#include <vector>

#include "chain/chain.hpp"

namespace retort::compiler::chain {

// An id, and where it stands in its "-- Running" line.
struct AlembicName {
  std::string text;
  source::Span span;
};

struct AlembicSection {
  bool down = false;
  bool transaction = true;        // false: a COMMIT … BEGIN pair stood around some of it
  source::Span line;              // "-- Running upgrade a -> b"
  std::vector<AlembicName> from;  // none: from the base
  std::vector<AlembicName> to;    // none: down to the base
  lex::Part part;                 // without Alembic's own statements
};

struct AlembicScript {
  std::vector<AlembicSection> sections;  // in the order of the file
  // What Alembic wrote to stderr is among the SQL; that was diagnosed, and nothing else can be said
  // about the file.
  bool has_log = false;
};

// What is left out: all before the first line, statements on
// Alembic's version table, BEGIN and COMMIT of a whole migration.
AlembicScript cut_alembic_script(const ParsedFile& file, diag::Diagnostics& diagnostics);

}  // namespace retort::compiler::chain
