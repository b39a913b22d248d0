// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The ledger's rows and a target in, the steps of an upgrade out; and the questions about a ledger
// that every direction asks. Nothing is run and nothing is written here.
#include "src/plan.hpp"

#include "src/text.hpp"

namespace retort::detail {
namespace {

Status check_dependencies(Ledger& ledger, const Chain& chain, const Revision& revision) {
  for (std::uint32_t i = 0; i < revision.depends_on_count; ++i) {
    const Dependency& dependency = revision.depends_on[i];
    // Within one chain the order of the revisions already says it.
    if (dependency.chain == chain.name) continue;
    bool applied = false;
    if (Status status = ledger.is_applied(dependency, applied); !status.ok()) return status;
    if (applied) continue;
    return Status(Code::missing_dependency,
                  concat({"revision '", revision.id, "' depends on '", dependency.chain, "@",
                          dependency.revision, "', which is not applied; upgrade chain '",
                          dependency.chain, "' first"}))
        .at(revision.id, 0, revision.path, 1, 1);
  }
  return {};
}

Status half_reverted(const LedgerRow& row) {
  return {Code::invalid_argument,
          concat({"the downgrade of revision '", row.revision, "' stopped after ",
                  Number(row.progress.done),
                  " statements; finish it with downgrade before upgrading"})};
}

}  // namespace

std::string parents_of(const Chain& chain, const Revision& revision) {
  std::string list;
  for (std::uint32_t i = 0; i < revision.parent_count; ++i) {
    if (i > 0) list += ", ";
    list += chain.revisions[revision.parents[i]].id;
  }
  return list;
}

Status check_chain(const Chain& chain, const Traits& traits) {
  if (chain.abi != RETORT_GENERATED_ABI) {
    return {Code::invalid_argument,
            concat({"chain '", chain.name, "' was generated for abi ", Number(chain.abi),
                    ", this runtime has abi ", Number(RETORT_GENERATED_ABI),
                    "; build both with one release of retort"})};
  }
  for (std::uint32_t i = 0; i < chain.engine_count; ++i) {
    if (chain.engines[i] == traits.engine) return {};
  }
  const std::string_view engine = engine_name(traits.engine);
  return {Code::wrong_engine, concat({"chain '", chain.name, "' is not compiled for ", engine,
                                      "; add ", engine, " to ENGINES of add_migrations()"})};
}

Standing standing_of(const Ledger& ledger, const Chain& chain) {
  std::vector<bool> applied(chain.revision_count, false);
  std::vector<bool> revised(chain.revision_count, false);
  for (const LedgerRow& row : ledger.rows()) {
    // Half-way up it is not there yet; half-way down it is still to be left.
    if (row.index == base_index || (row.progress.running && !row.progress.down)) continue;
    applied[row.index] = true;
    const Revision& revision = chain.revisions[row.index];
    for (std::uint32_t i = 0; i < revision.parent_count; ++i) revised[revision.parents[i]] = true;
  }
  Standing standing;
  for (std::uint32_t i = 0; i < chain.revision_count; ++i) {
    if (applied[i] && !revised[i]) standing.current.push_back(i);
  }
  return standing;
}

std::string_view last_applied(const Ledger& ledger) {
  return ledger.rows().empty() ? std::string_view("base") : ledger.rows().back().revision;
}

std::uint32_t first_changed(const Ledger& ledger, const Chain& chain, Engine engine) {
  std::uint32_t first = base_index;
  for (const LedgerRow& row : ledger.rows()) {
    if (row.index >= first) continue;
    if (find_body(chain.revisions[row.index], engine)->digest != row.digest) first = row.index;
  }
  return first;
}

Status check_known(const Ledger& ledger, const Chain& chain) {
  const std::vector<LedgerRow>& rows = ledger.rows();
  for (std::size_t i = rows.size(); i-- > 0;) {
    if (rows[i].index != base_index) continue;
    const std::string_view head =
        chain.revision_count == 0 ? "base" : chain.revisions[chain.revision_count - 1].id;
    return Status(Code::newer_database,
                  concat({"the database ", i + 1 == rows.size() ? "is at '" : "holds '",
                          rows[i].revision,
                          "', which this program does not know: it was upgraded by"
                          " a newer program; use that one, or downgrade to '",
                          head, "'"}))
        .at(rows[i].revision, 0, {}, 0, 0);
  }
  return {};
}

Status plan_upgrade(Ledger& ledger, const Chain& chain, Engine engine, std::string_view target,
                    std::vector<RunStep>& steps) {
  if (Status status = check_known(ledger, chain); !status.ok()) return status;
  if (const std::uint32_t changed = first_changed(ledger, chain, engine); changed != base_index) {
    const Revision& revision = chain.revisions[changed];
    return Status(Code::changed_revision,
                  concat({"revision '", revision.id,
                          "' was changed after it was applied to this database"}))
        .at(revision.id, 0, revision.path, 1, 1);
  }
  if (!target.empty() && target[0] == '-') {
    return {Code::invalid_argument, concat({"'", target, "' points down; use downgrade ", target})};
  }
  std::uint32_t index = base_index;
  const Standing standing = standing_of(ledger, chain);
  if (Status status = resolve(chain, target, &standing, index); !status.ok()) return status;

  std::vector<bool> wanted = ancestors_of(chain, index);
  std::vector<const LedgerRow*> running(chain.revision_count, nullptr);
  for (const LedgerRow& row : ledger.rows()) {
    if (row.progress.running && row.progress.down) return half_reverted(row);
    if (row.progress.running) {
      running[row.index] = &row;
    } else {
      wanted[row.index] = false;
    }
  }
  for (std::uint32_t i = 0; i < chain.revision_count; ++i) {
    if (!wanted[i]) continue;
    const Revision& revision = chain.revisions[i];
    if (Status status = check_dependencies(ledger, chain, revision); !status.ok()) return status;
    RunStep step;
    step.revision = &revision;
    step.body = find_body(revision, engine);
    step.script = &step.body->up;
    step.id = revision.id;
    step.from = parents_of(chain, revision);
    step.resumed = running[i] != nullptr;
    if (step.resumed) step.done = running[i]->progress.done;
    steps.push_back(std::move(step));
  }
  return {};
}

}  // namespace retort::detail
