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
    bool applied = dependency.chain == chain.name;
    if (applied) continue;
    if (Status status = ledger.is_applied(dependency, applied); !status.ok()) return status;
    if (applied) continue;
    return fail(Code::missing_dependency,
                "revision '%' depends on '%@%', which is not applied; upgrade chain '%' first",
                revision.id, dependency.chain, dependency.revision, dependency.chain)
        .at(revision.id, 0, revision.path, 1, 1);
  }
  return {};
}

Status check_unchanged(const Ledger& ledger, const Chain& chain) {
  const std::uint32_t changed = first_changed(ledger);
  if (changed == base_index) return {};
  const Revision& revision = chain.revisions[changed];
  return fail(Code::changed_revision,
              "revision '%' was changed after it was applied to this database", revision.id)
      .at(revision.id, 0, revision.path, 1, 1);
}

// Clears from `wanted` what is applied. `running`: the row of a revision that stopped half-way up.
Status take_applied(const Ledger& ledger, Marks& wanted, const LedgerRow*& running) {
  for (const LedgerRow& row : ledger.rows()) {
    if (!row.progress.running) {
      wanted[row.index] = 0;
    } else if (!row.progress.down) {
      running = &row;
    } else {
      return fail(Code::invalid_argument,
                  "the downgrade of revision '%' stopped after % statements; finish it with "
                  "downgrade before upgrading",
                  row.revision, row.progress.done);
    }
  }
  return {};
}

}  // namespace

Status check_chain(const Chain& chain, const Traits& traits) {
  if (chain.abi != RETORT_GENERATED_ABI) {
    return fail(Code::invalid_argument,
                "chain '%' was generated for abi %, this runtime has abi %; build both with one "
                "release of retort",
                chain.name, chain.abi, RETORT_GENERATED_ABI);
  }
  for (std::uint32_t i = 0; i < chain.engine_count; ++i) {
    if (chain.engines[i] == traits.engine) return {};
  }
  const std::string_view engine = engine_name(traits.engine);
  return fail(Code::wrong_engine,
              "chain '%' is not compiled for %; add % to ENGINES of add_migrations()", chain.name,
              engine, engine);
}

std::string origin_of(const RunStep& step, const Chain& chain) {
  if (step.revision == nullptr) return step.stored->before;
  std::string list;
  for (std::uint32_t i = 0; i < step.revision->parent_count; ++i) {
    list += format(i > 0 ? ", %" : "%", chain.revisions[step.revision->parents[i]].id);
  }
  return list;
}

Standing standing_of(const Ledger& ledger, const Chain& chain) {
  enum : char { no, yes, revised };
  Marks applied(chain.revision_count, no);
  std::size_t count = 0;
  for (const LedgerRow& row : ledger.rows()) {
    // Half-way up it is not there yet; half-way down it is still to be left.
    if (row.index == base_index || (row.progress.running && !row.progress.down)) continue;
    if (applied[row.index] == no) applied[row.index] = yes;
    const Revision& revision = chain.revisions[row.index];
    for (std::uint32_t i = 0; i < revision.parent_count; ++i) {
      applied[revision.parents[i]] = revised;
    }
  }
  for (char mark : applied) count += mark == yes;
  Standing standing{std::vector<std::uint32_t>(count)};
  for (std::uint32_t i = chain.revision_count; i-- > 0;) {
    if (applied[i] == yes) standing.current[--count] = i;
  }
  return standing;
}

std::uint32_t first_changed(const Ledger& ledger) {
  std::uint32_t first = base_index;
  for (const LedgerRow& row : ledger.rows()) {
    if (row.index < first && !row.same_digest) first = row.index;
  }
  return first;
}

Marks mark_ancestors(const Chain& chain, std::uint32_t index) {
  Marks marks(chain.revision_count, '\0');
  if (index == base_index) return marks;
  marks[index] = 1;
  // Parents stand before their children: one pass from the end sees every child first.
  for (std::uint32_t i = index + 1; i-- > 0;) {
    if (marks[i] == 0) continue;
    const Revision& revision = chain.revisions[i];
    for (std::uint32_t k = 0; k < revision.parent_count; ++k) marks[revision.parents[k]] = 1;
  }
  return marks;
}

Status check_known(const Ledger& ledger, const Chain& chain) {
  const std::vector<LedgerRow>& rows = ledger.rows();
  for (std::size_t i = rows.size(); i-- > 0;) {
    if (rows[i].index != base_index) continue;
    const bool last = i + 1 == rows.size();
    return fail(Code::newer_database,
                "the database % '%', which this program does not know: it was upgraded by a newer "
                "program; use that one, or downgrade to '%'",
                last ? "is at" : "holds", rows[i].revision,
                chain.revision_count == 0 ? "base" : chain.revisions[chain.revision_count - 1].id)
        .at(rows[i].revision, 0, {}, 0, 0);
  }
  return {};
}

Status plan_upgrade(Ledger& ledger, const Chain& chain, Engine engine, std::string_view target,
                    Steps& steps) {
  if (Status status = check_known(ledger, chain); !status.ok()) return status;
  if (Status status = check_unchanged(ledger, chain); !status.ok()) return status;
  if (!target.empty() && target[0] == '-') {
    return fail(Code::invalid_argument, "'%' points down; use downgrade %", target, target);
  }
  std::uint32_t index = base_index;
  const Standing standing = standing_of(ledger, chain);
  if (Status status = resolve(chain, target, &standing, index); !status.ok()) return status;
  Marks wanted = mark_ancestors(chain, index);
  const LedgerRow* running = nullptr;
  if (Status status = take_applied(ledger, wanted, running); !status.ok()) return status;
  std::size_t count = 0;
  for (char mark : wanted) count += mark != 0;
  steps.list = std::vector<RunStep>(count);
  for (std::uint32_t i = chain.revision_count; i-- > 0;) {
    if (wanted[i] == 0) continue;
    const Revision& revision = chain.revisions[i];
    if (Status status = check_dependencies(ledger, chain, revision); !status.ok()) return status;
    RunStep& step = steps.list[--count];
    step.revision = &revision;
    step.body = find_body(revision, engine);
    step.script = &step.body->up;
    step.id = revision.id;
    step.resumed = running != nullptr && running->index == i;
    if (step.resumed) step.done = running->progress.done;
  }
  return {};
}

}  // namespace retort::detail
