// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// chain::Chain in, tables of retort::Chain out.
#include "driver/graph_view.hpp"

#include "driver/paths.hpp"

namespace retort::compiler::driver {

GraphView::GraphView(const chain::Chain& chain, const std::string& root) {
  for (const chain::Revision& revision : chain.revisions) {
    Tables& tables = tables_.emplace_back();
    tables.path =
        shown_path(revision.path, root, std::string(source::directory_name(revision.path)));
    tables.parents = revision.parents;
    tables.labels.assign(revision.branch_labels.begin(), revision.branch_labels.end());
    for (const chain::Dependency& dependency : revision.depends_on) {
      tables.depends_on.push_back({dependency.chain, dependency.revision});
    }
    retort::Revision view{};
    view.id = revision.id;
    view.message = revision.message;
    view.doc = revision.doc;
    view.create_date = revision.create_date;
    view.path = tables.path;
    view.parents = tables.parents.data();
    view.parent_count = static_cast<std::uint32_t>(tables.parents.size());
    view.branch_labels = tables.labels.data();
    view.branch_label_count = static_cast<std::uint32_t>(tables.labels.size());
    view.depends_on = tables.depends_on.data();
    view.depends_on_count = static_cast<std::uint32_t>(tables.depends_on.size());
    revisions_.push_back(view);
  }
  view_.abi = RETORT_GENERATED_ABI;
  view_.name = chain.name;
  view_.engines = chain.engines.data();
  view_.engine_count = static_cast<std::uint32_t>(chain.engines.size());
  view_.revisions = revisions_.data();
  view_.revision_count = static_cast<std::uint32_t>(revisions_.size());
}

}  // namespace retort::compiler::driver
