// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The proof on SQLite. Compiled chain in; up, down, up for every revision on one in-memory
// database, through the runtime's own driver; out come diagnostics and whether the chain holds.
//
// A down that is wrong is rolled back, so that one run tells about all of them; a wrong up ends the
// proof, as everything behind it would fail for that reason.
#include <optional>

#include "dialect/ascii.hpp"
#include "retort/sqlite.hpp"
#include "verify/catalogue.hpp"
#include "verify/compare.hpp"
#include "verify/connection.hpp"
#include "verify/foreign_keys.hpp"
#include "verify/objects.hpp"
#include "verify/report.hpp"
#include "verify/section_run.hpp"
#include "verify/verify.hpp"

namespace retort::compiler::verify {
namespace {

class Proof {
 public:
  Proof(const lower::CompiledChain& chain, const VerifyOptions& options,
        diag::Diagnostics& diagnostics)
      : chain_(chain.view()), options_(options), report_(chain, connection_, diagnostics) {}

  bool run() {
    if (!open()) return false;
    for (std::uint32_t i = 0; i < chain_.revision_count; ++i) {
      const retort::Body* body = find_body(chain_.revisions[i], Engine::sqlite);
      if (body == nullptr || !prove(i, *body)) return false;
    }
    report_broken();
    if (report_.proved()) report_unused_functions();
    return report_.proved();
  }

 private:
  bool open() {
    if (const std::string error = connection_.open(options_.max_steps); !error.empty()) {
      report_.trouble(error);
      return false;
    }
    for (const SqliteFunction& function : options_.sqlite_functions) {
      if (!connection_.add_function(function)) report_.bad_function(function);
    }
    database_ = retort::sqlite::Database(connection_.handle());
    return report_.proved() && read(head_);
  }

  bool read(Catalogue& catalogue) {
    const Catalogue* current = nullptr;
    const std::string error = reader_.read(current);
    if (!error.empty()) report_.trouble(error);
    catalogue = *current;
    return error.empty();
  }

  // False where the proof cannot go on behind this revision.
  bool prove(std::uint32_t index, const retort::Body& body) {
    const retort::Revision& revision = chain_.revisions[index];
    connection_.start_revision();
    Catalogue up;
    if (!bring_up(revision, body, Phase::up) || !read(up)) return false;
    const bool has_down = body.down.present && !body.irreversible;
    if (has_down && !prove_down(revision, body, up)) return false;
    const auto changed = Catalogue::changed(head_, up);
    head_ = std::move(up);
    objects_.update(head_, changed, index);
    const std::string orphans = foreign_keys_.update(head_, changed, connection_.touched(), index);
    if (!orphans.empty()) report_.orphans(revision, body, orphans);
    return true;
  }

  bool bring_up(const retort::Revision& revision, const retort::Body& body, Phase phase) {
    SectionRun section(&connection_, database_, revision.id);
    auto failure = section.run(body.up, body.verify.present ? &body.verify : nullptr);
    if (!failure) failure = section.commit();
    if (failure) report_.failure(revision, body, phase, *failure, tables());
    return !failure;
  }

  // Down and up again. The catalogue behind down is compared before the commit: what is wrong is
  // rolled back, and the next revision finds what it builds on.
  bool prove_down(const retort::Revision& revision, const retort::Body& body, const Catalogue& up) {
    SectionRun section(&connection_, database_, revision.id);
    auto failure = section.run(body.down, nullptr);
    bool restored = false;
    if (!failure) {
      Catalogue down;
      if (!read(down)) return false;
      restored = same(revision, body, Phase::down, head_, down);
      if (restored) failure = section.commit();
      if (!restored) section.abandon();
    }
    if (failure) report_.failure(revision, body, Phase::down, *failure, tables());
    if (failure || !restored) {
      reader_.forget();
      return section.transactional();
    }
    Catalogue again;
    if (!bring_up(revision, body, Phase::again) || !read(again)) return false;
    same(revision, body, Phase::again, up, again);
    return true;
  }

  bool same(const retort::Revision& revision, const retort::Body& body, Phase phase,
            const Catalogue& expected, const Catalogue& actual) {
    const auto differences = compare(expected, actual, options_.sqlite_functions);
    if (!differences.empty()) report_.differences(revision, body, phase, differences);
    return differences.empty();
  }

  std::vector<std::string> tables() const {
    std::vector<std::string> names;
    for (const CatalogueRow& row : head_.rows()) {
      if (row.type == "table" || row.type == "view") names.emplace_back(row.name);
    }
    return names;
  }

  void report_broken() {
    const auto body = [this](std::uint32_t revision) -> const retort::Body& {
      return *find_body(chain_.revisions[revision], Engine::sqlite);
    };
    for (const BrokenObject& object : objects_.broken()) {
      report_.broken(chain_.revisions[object.revision], body(object.revision), object);
    }
    for (const BrokenForeignKey& key : foreign_keys_.broken()) {
      report_.broken(chain_.revisions[key.revision], body(key.revision), key);
    }
  }

  void report_unused_functions() {
    for (const SqliteFunction& function : options_.sqlite_functions) {
      if (connection_.called().count(dialect::lower_case(function.name)) == 0) {
        report_.unused_function(function);
      }
    }
  }

  const retort::Chain& chain_;
  const VerifyOptions& options_;
  Connection connection_;
  retort::sqlite::Database database_;
  CatalogueReader reader_{connection_};
  ObjectCheck objects_{connection_};
  ForeignKeyCheck foreign_keys_{connection_};
  Report report_;
  Catalogue head_;  // as the revisions so far have left it
};

}  // namespace

bool verify_sqlite(const lower::CompiledChain& chain, const VerifyOptions& options,
                   diag::Diagnostics& diagnostics) {
  return Proof(chain, options, diagnostics).run();
}

}  // namespace retort::compiler::verify
