// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The proof on PostgreSQL. Compiled chain and a fresh server in; up, down, up for every revision on
// one connection, through the runtime's own driver; out come diagnostics and whether the chain
// holds.
//
// As on SQLite, a down that is wrong is rolled back and a wrong up ends the proof.
#include <string>
#include <utility>
#include <vector>

#include "retort/catalogue.hpp"
#include "verify/postgres_differences.hpp"
#include "verify/postgres_report.hpp"
#include "verify/postgres_session.hpp"
#include "verify/section_run.hpp"
#include "verify/verify.hpp"

namespace retort::compiler::verify {
namespace {

using retort::catalogue::Catalogue;

class PostgresProof {
 public:
  PostgresProof(const lower::CompiledChain& chain, diag::Diagnostics& diagnostics)
      : chain_(chain.view()), report_(chain, diagnostics) {}

  bool run(const std::string& conninfo) {
    if (const Status status = session_.open(conninfo); !status.ok()) {
      report_.trouble(status.message());
      return false;
    }
    const bool complete = prove_all();
    const Status status = session_.close();
    if (!status.ok() && complete) report_.trouble(status.message());
    return complete && report_.proved();
  }

 private:
  bool prove_all() {
    if (!read(head_)) return false;
    for (std::uint32_t i = 0; i < chain_.revision_count; ++i) {
      const retort::Body* body = find_body(chain_.revisions[i], Engine::postgres);
      if (body == nullptr || !prove(chain_.revisions[i], *body)) return false;
    }
    return true;
  }

  bool read(Catalogue& catalogue) {
    retort::catalogue::ReadOptions options;
    options.schema = "public";
    options.all_schemas = true;
    options.prepared = true;
    const Status status = retort::catalogue::read(session_.database(), options, catalogue);
    if (!status.ok()) report_.trouble(status.message());
    return status.ok();
  }

  // False where the proof cannot go on behind this revision.
  bool prove(const retort::Revision& revision, const retort::Body& body) {
    Catalogue up;
    if (!bring_up(revision, body, Phase::up) || !read(up)) return false;
    const bool has_down = body.down.present && !body.irreversible;
    if (has_down && !prove_down(revision, body, up)) return false;
    head_ = std::move(up);
    return true;
  }

  bool bring_up(const retort::Revision& revision, const retort::Body& body, Phase phase) {
    SectionRun section(nullptr, session_.database(), revision.id);
    auto failure = section.run(body.up, body.verify.present ? &body.verify : nullptr);
    if (!failure) failure = section.commit();
    if (failure) report_.failure(revision, body, phase, *failure, tables());
    return !failure;
  }

  // Down and up again. The catalogue behind down is compared before the commit: what is wrong is
  // rolled back, and the next revision finds what it builds on.
  bool prove_down(const retort::Revision& revision, const retort::Body& body, const Catalogue& up) {
    SectionRun section(nullptr, session_.database(), revision.id);
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
    if (failure || !restored) return section.transactional();
    Catalogue again;
    if (!bring_up(revision, body, Phase::again) || !read(again)) return false;
    same(revision, body, Phase::again, up, again);
    return true;
  }

  bool same(const retort::Revision& revision, const retort::Body& body, Phase phase,
            const Catalogue& expected, const Catalogue& actual) {
    const auto differences = postgres_differences(expected, actual);
    if (!differences.empty()) report_.differences(revision, body, phase, differences);
    return differences.empty();
  }

  std::vector<std::string> tables() const {
    std::vector<std::string> names;
    for (const retort::catalogue::Object& object : head_.objects) {
      if (object.kind == retort::catalogue::Kind::table ||
          object.kind == retort::catalogue::Kind::view) {
        names.push_back(object.name);
      }
    }
    return names;
  }

  const retort::Chain& chain_;
  PostgresSession session_;
  PostgresReport report_;
  Catalogue head_;  // as the revisions so far have left it
};

}  // namespace

bool verify_postgres(const lower::CompiledChain& chain, const std::string& conninfo,
                     diag::Diagnostics& diagnostics) {
  return PostgresProof(chain, diagnostics).run(conninfo);
}

}  // namespace retort::compiler::verify
