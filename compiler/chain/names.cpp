// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Names beside the graph. In: drafts in chain order. Out: diagnostics for branch labels that are
// used twice or are a revision's id, and for dependencies on what no other chain has.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "chain/linking.hpp"
#include "diag/suggest.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;
using KnownChain = std::pair<std::string, std::vector<std::string>>;

void check_labels(const std::vector<Draft>& drafts, Linking& linking) {
  std::unordered_map<std::string, source::Span> ids, labels;
  for (const Draft& draft : drafts) ids.emplace(draft.revision.id, draft.revision.id_span);
  for (const Draft& draft : drafts) {
    for (const ast::Word& label : draft.revision.file->migration.header.branch_labels) {
      const auto id = ids.find(label.text);
      const auto [first, is_new] = labels.emplace(label.text, label.span);
      if (id != ids.end()) {
        linking.error(Kind::duplicate_label, label.span, {label.text, "is also a revision's ID"})
            .note(id->second, "the revision is here")
            .revision(draft.revision.id);
      } else if (!is_new) {
        linking.error(Kind::duplicate_label, label.span, {label.text, "is given twice"})
            .note(first->second, "the first one is here")
            .help("a label holds for all descendants: one revision of a branch has it")
            .revision(draft.revision.id);
      }
    }
  }
}

class Dependencies {
 public:
  explicit Dependencies(Linking& linking)
      : linking_(linking), known_(linking.options.known_chains) {}

  void check(const Draft& draft) {
    for (const ast::DependsOn& other : draft.revision.file->migration.header.depends_on) {
      if (!linking_.options.name.empty() && other.chain.text == linking_.options.name) {
        linking_.error(Kind::unknown_chain, other.chain.span, {other.chain.text})
            .help("this is the chain's own name: its own revisions stand in 'Revises'")
            .revision(draft.revision.id);
      } else if (known_ != nullptr) {
        check_known(draft, other);
      }
    }
  }

 private:
  void check_known(const Draft& draft, const ast::DependsOn& other) {
    const auto chain = std::find_if(known_->begin(), known_->end(), [&](const KnownChain& entry) {
      return entry.first == other.chain.text;
    });
    if (chain == known_->end()) {
      std::vector<std::string> names;
      for (const KnownChain& entry : *known_) names.push_back(entry.first);
      auto builder = linking_.error(Kind::unknown_chain, other.chain.span, {other.chain.text});
      builder.revision(draft.revision.id);
      if (const auto meant = diag::suggest(other.chain.text, names)) {
        builder.help("did you mean '" + *meant + "'?");
      } else {
        builder.help(
            "add_migrations() names the chains that this one depends on:  DEPENDS_ON_CHAINS " +
            other.chain.text);
      }
      return;
    }
    auto& ids = ids_of_[chain->first];
    if (ids.empty()) ids.insert(chain->second.begin(), chain->second.end());
    if (ids.count(other.revision.text) != 0) return;
    auto builder = linking_.error(Kind::unknown_dependency, other.revision.span,
                                  {chain->first, other.revision.text});
    builder.revision(draft.revision.id);
    if (const auto meant = diag::suggest(other.revision.text, chain->second)) {
      builder.help("did you mean '" + *meant + "'?");
    }
  }

  Linking& linking_;
  const std::vector<KnownChain>* known_;
  std::unordered_map<std::string, std::unordered_set<std::string>> ids_of_;
};

}  // namespace

void check_names(const std::vector<Draft>& drafts, Linking& linking) {
  check_labels(drafts, linking);
  Dependencies dependencies(linking);
  for (const Draft& draft : drafts) dependencies.check(draft);
}

}  // namespace retort::compiler::chain
