// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: the chain folded into a schema per engine, and what portable sections become
// on the way.
#pragma once

#include <array>
#include <set>
#include <string>
#include <vector>

#include "chain/chain.hpp"
#include "diag/diagnostics.hpp"
#include "lower/portable_section.hpp"
#include "lower/sqlite_type.hpp"
#include "schema/schema.hpp"

namespace retort::compiler::lower {

// A body of one revision, compiled. Sections that are the engine's own SQL are not `compiled`.
struct CompiledBody {
  CompiledSection up, down, verify;
};

class Fold {
 public:
  Fold(const chain::Chain& chain, SqliteProfile profile, diag::Diagnostics& diagnostics)
      : chain_(chain), profile_(profile), diagnostics_(diagnostics) {
    for (std::size_t i = 0; i < schemas_.size(); ++i) {
      schemas_[i].dialect = static_cast<dialect::Engine>(i);
    }
  }

  // Revisions come in chain order, each once for each engine.
  CompiledBody compile(const chain::Revision& revision, const chain::EngineBody& body);
  // Behind all engines of a revision: the schemas must be the same.
  void compare(const chain::Revision& revision);

  const schema::Schema& schema(dialect::Engine engine) const {
    return schemas_[static_cast<std::size_t>(engine)];
  }

 private:
  void apply_native(const chain::SectionRef& section, dialect::Engine engine,
                    schema::Schema& schema, const chain::Revision& revision) const;
  // Tables and columns that an engine section names and the schema, where it is certain, lacks.
  void check_names(const chain::SectionRef& section, const ast::Statement& statement,
                   const schema::Schema& schema, const chain::Revision& revision) const;
  CompiledSection derive_down(const chain::Revision& revision, const chain::EngineBody& body,
                              const schema::Schema& before, const schema::Schema& after,
                              const Losses& losses);

  const chain::Chain& chain_;
  SqliteProfile profile_;
  diag::Diagnostics& diagnostics_;
  std::array<schema::Schema, retort::engine_count> schemas_;
  std::set<std::string> differences_;  // each is said once
};

}  // namespace retort::compiler::lower
