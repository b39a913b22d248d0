// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A Graph in, text for stdout out.
#include "cli/shapes.hpp"

#include "cli/text.hpp"

namespace retort::cli {
namespace {

std::string ids(const Graph& graph, const std::vector<std::uint32_t>& indices) {
  std::vector<std::string_view> parts;
  for (const std::uint32_t index : indices) parts.push_back(graph.revision(index).id);
  return joined(parts);
}

std::string parents_or_base(const Graph& graph, std::uint32_t index) {
  if (graph.is_base(index)) return "<base>";
  return parents_text(graph.revision(index), graph.chain());
}

// "other@55af2cb1c267, …"
std::string dependencies(const Revision& revision) {
  std::string text;
  for (std::uint32_t i = 0; i < revision.depends_on_count; ++i) {
    if (i > 0) text += ", ";
    text +=
        printable(revision.depends_on[i].chain) + "@" + printable(revision.depends_on[i].revision);
  }
  return text;
}

std::string labels_suffix(const Graph& graph, std::uint32_t index) {
  const auto& labels = graph.labels(index);
  return labels.empty() ? std::string() : " (" + joined(labels) + ")";
}

bool is_marked(const Marks* marks, std::uint32_t index) {
  return marks != nullptr && (*marks)[index];
}

std::string indented(std::string_view doc) {
  std::string text;
  while (!doc.empty()) {
    const auto end = doc.find('\n');
    const std::string_view line = doc.substr(0, end);
    if (!line.empty()) text += "    " + printable(line);
    text += '\n';
    doc = end == std::string_view::npos ? std::string_view() : doc.substr(end + 1);
  }
  return text;
}

std::string json_object(const Graph& graph, std::uint32_t index, const Marks* current) {
  const Revision& revision = graph.revision(index);
  std::vector<std::string_view> parents;
  for (std::uint32_t p = 0; p < revision.parent_count; ++p) {
    parents.push_back(graph.revision(revision.parents[p]).id);
  }
  std::string depends_on = "[";
  for (std::uint32_t i = 0; i < revision.depends_on_count; ++i) {
    const Dependency& dependency = revision.depends_on[i];
    depends_on += i > 0 ? ", " : "";
    depends_on += "{\"chain\": " + json_string(dependency.chain) +
                  ", \"revision\": " + json_string(dependency.revision) + "}";
  }
  const auto flag = [](bool value) { return value ? "true" : "false"; };
  std::string text = "{\"revision\": " + json_string(revision.id);
  text += ", \"parents\": " + json_array(parents);
  text += ", \"dependsOn\": " + depends_on + "]";
  text += ", \"labels\": " + json_array(graph.labels(index));
  text += ", \"message\": " + json_string(revision.message);
  text += ", \"createDate\": " + json_string(revision.create_date);
  text += ", \"path\": " + json_string(revision.path);
  text += std::string(", \"head\": ") + flag(graph.is_head(index));
  text += std::string(", \"branchPoint\": ") + flag(graph.is_branch_point(index));
  text += std::string(", \"mergePoint\": ") + flag(graph.is_merge_point(index));
  if (current != nullptr) text += std::string(", \"current\": ") + flag((*current)[index]);
  return text + "}";
}

}  // namespace

std::string parents_text(const Revision& revision, const Chain& chain) {
  std::vector<std::string_view> parts;
  for (std::uint32_t p = 0; p < revision.parent_count; ++p) {
    parts.push_back(chain.revisions[revision.parents[p]].id);
  }
  return joined(parts);
}

std::string history_line(const Graph& graph, std::uint32_t index, const Marks* current) {
  const Revision& revision = graph.revision(index);
  std::string line = parents_or_base(graph, index);
  if (revision.depends_on_count > 0) line += " (" + dependencies(revision) + ")";
  line += " -> " + printable(revision.id) + labels_suffix(graph, index);
  if (graph.is_head(index)) line += " (head)";
  if (is_marked(current, index)) line += " (current)";
  if (graph.is_branch_point(index)) line += " (branchpoint)";
  if (graph.is_merge_point(index)) line += " (mergepoint)";
  return line + (revision.message.empty() ? "" : ", ") + printable(revision.message) + "\n";
}

std::string verbose_block(const Graph& graph, std::uint32_t index, const Marks* current) {
  const Revision& revision = graph.revision(index);
  std::string text = "Rev: " + printable(revision.id);
  if (graph.is_head(index)) text += " (head)";
  if (graph.is_branch_point(index)) text += " (branchpoint)";
  if (graph.is_merge_point(index)) text += " (mergepoint)";
  if (is_marked(current, index)) text += " (current)";
  text += graph.is_merge_point(index) ? "\nMerges: " : "\nParent: ";
  text += parents_or_base(graph, index) + "\n";
  if (revision.depends_on_count > 0) text += "Also depends on: " + dependencies(revision) + "\n";
  if (graph.is_branch_point(index)) {
    text += "Branches into: " + ids(graph, graph.children(index)) + "\n";
  }
  if (!graph.labels(index).empty()) text += "Branch names: " + joined(graph.labels(index)) + "\n";
  text += "Path: " + printable(revision.path) + "\n\n";
  return text + indented(revision.doc) + "\n";
}

std::vector<std::uint32_t> newest_first(const std::vector<bool>& selected) {
  std::vector<std::uint32_t> indices;
  for (std::size_t i = selected.size(); i-- > 0;) {
    if (selected[i]) indices.push_back(static_cast<std::uint32_t>(i));
  }
  return indices;
}

std::string history_text(const Graph& graph, const std::vector<bool>& selected, bool verbose,
                         const Marks* current) {
  std::string text;
  for (const std::uint32_t index : newest_first(selected)) {
    text += verbose ? verbose_block(graph, index, current) : history_line(graph, index, current);
  }
  return text;
}

std::string heads_text(const Graph& graph, bool verbose) {
  std::string text;
  for (const std::uint32_t index : graph.heads()) {
    text += verbose
                ? verbose_block(graph, index)
                : printable(graph.revision(index).id) + labels_suffix(graph, index) + " (head)\n";
  }
  return text;
}

std::string branches_text(const Graph& graph, bool verbose) {
  std::string text;
  for (const std::uint32_t index : graph.branch_points()) {
    const std::string id = printable(graph.revision(index).id);
    text += verbose ? verbose_block(graph, index)
                    : id + labels_suffix(graph, index) + " (branchpoint)\n";
    for (const std::uint32_t child : graph.children(index)) {
      text += std::string(id.size(), ' ') + " -> " + printable(graph.revision(child).id) +
              labels_suffix(graph, child);
      if (graph.is_head(child)) text += " (head)";
      if (graph.is_branch_point(child)) text += " (branchpoint)";
      if (graph.is_merge_point(child)) text += " (mergepoint)";
      if (verbose && !graph.revision(child).message.empty())
        text += ", " + printable(graph.revision(child).message);
      text += "\n";
    }
    text += "\n";
  }
  return text;
}

std::string revisions_json(const Graph& graph, const std::vector<std::uint32_t>& indices,
                           const Marks* current) {
  std::string text = "[";
  for (std::size_t i = 0; i < indices.size(); ++i) {
    text += (i > 0 ? ",\n " : "") + json_object(graph, indices[i], current);
  }
  return text + "]\n";
}

}  // namespace retort::cli
