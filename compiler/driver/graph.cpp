// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// `retort graph`: the chain as a drawing, for people (text) and for programs that draw (dot,
// mermaid).
#include <algorithm>

#include "cli/graph.hpp"
#include "cli/shapes.hpp"
#include "cli/text.hpp"
#include "driver/graph_view.hpp"
#include "driver/verbs.hpp"

namespace retort::compiler::driver {
namespace {

// Newest first, a column per line of development, as `git log --graph` has it.
class TextGraph {
 public:
  explicit TextGraph(const cli::Graph& graph) : graph_(graph) {}

  std::string run() {
    for (std::uint32_t i = graph_.size(); i-- > 0;) {
      const std::size_t column = take_column(i);
      text_ += bars(column, '*') + " " + label(i) + "\n";
      continue_with_parents(i, column);
    }
    return text_;
  }

 private:
  std::string label(std::uint32_t index) const {
    std::string line = cli::history_line(graph_, index);
    line.pop_back();
    return line.substr(line.find("-> ") + 3);
  }

  // "| * |"
  std::string bars(std::size_t column, char mark) const {
    std::string line;
    for (std::size_t k = 0; k < lanes_.size(); ++k) {
      line += k > 0 ? " " : "";
      line += k == column ? mark : '|';
    }
    return line;
  }

  // The column in which `index` stands; others that wait for it are led there.
  std::size_t take_column(std::uint32_t index) {
    const auto first = std::find(lanes_.begin(), lanes_.end(), index);
    const auto column = static_cast<std::size_t>(first - lanes_.begin());
    if (first == lanes_.end()) lanes_.push_back(index);
    for (std::size_t other = lanes_.size(); --other > column;) {
      if (lanes_[other] != index) continue;
      std::string line = bars(column, '|');
      for (std::size_t k = column; k + 1 < other; ++k) line[2 * k + 1] = '_';
      line[2 * other - 1] = '/';
      line[2 * other] = ' ';
      // What stands to the right moves one column to the left.
      for (std::size_t k = other + 1; k < lanes_.size(); ++k) {
        line[2 * k - 1] = '/';
        line[2 * k] = ' ';
      }
      lanes_.erase(lanes_.begin() + static_cast<std::ptrdiff_t>(other));
      while (line.back() == ' ') line.pop_back();
      text_ += line + "\n";
    }
    return column;
  }

  void continue_with_parents(std::uint32_t index, std::size_t column) {
    const retort::Revision& revision = graph_.revision(index);
    const auto at = lanes_.begin() + static_cast<std::ptrdiff_t>(column);
    if (revision.parent_count == 0) {
      lanes_.erase(at);
      return;
    }
    *at = revision.parents[0];
    for (std::uint32_t p = 1; p < revision.parent_count; ++p) {
      std::string line = bars(column, '|');
      line.resize(2 * (column + p) - 1, ' ');
      // What stands to the right moves one column to the right.
      for (std::size_t k = column + p; k <= lanes_.size(); ++k) line += "\\ ";
      line.pop_back();
      lanes_.insert(lanes_.begin() + static_cast<std::ptrdiff_t>(column + p), revision.parents[p]);
      text_ += line + "\n";
    }
  }

  const cli::Graph& graph_;
  std::vector<std::uint32_t> lanes_;  // what each column waits for
  std::string text_;
};

std::string escaped(const std::string& text, const char* quote, const char* line_end) {
  std::string result;
  for (const char c : text) {
    if (c == '"') {
      result += quote;
    } else if (c == '\n') {
      result += line_end;
    } else {
      result += c == '\\' ? std::string("\\\\") : std::string(1, c);
    }
  }
  return result;
}

// "id", and the message on a second line.
std::string node_text(const retort::Revision& revision) {
  const std::string id = cli::printable(revision.id);
  return revision.message.empty() ? id : id + "\n" + cli::printable(revision.message);
}

std::string dot_text(const cli::Graph& graph) {
  std::string text = "digraph \"" + escaped(std::string(graph.chain().name), "\\\"", " ") +
                     "\" {\n  rankdir=BT;\n  node [shape=box];\n";
  for (std::uint32_t i = 0; i < graph.size(); ++i) {
    text += "  r" + std::to_string(i) + " [label=\"" +
            escaped(node_text(graph.revision(i)), "\\\"", "\\n") + "\"];\n";
  }
  for (std::uint32_t i = 0; i < graph.size(); ++i) {
    for (const std::uint32_t child : graph.children(i)) {
      text += "  r" + std::to_string(i) + " -> r" + std::to_string(child) + ";\n";
    }
  }
  return text + "}\n";
}

std::string mermaid_text(const cli::Graph& graph) {
  std::string text = "flowchart BT\n";
  for (std::uint32_t i = 0; i < graph.size(); ++i) {
    text += "  r" + std::to_string(i) + "[\"" +
            escaped(node_text(graph.revision(i)), "#quot;", "<br>") + "\"]\n";
  }
  for (std::uint32_t i = 0; i < graph.size(); ++i) {
    for (const std::uint32_t child : graph.children(i)) {
      text += "  r" + std::to_string(i) + " --> r" + std::to_string(child) + "\n";
    }
  }
  return text;
}

}  // namespace

int run_graph(const Options& options, Environment environment) {
  Session session(options, environment);
  const chain::Chain chain = session.load();
  session.report();
  if (chain.revisions.empty()) return exit_failed;
  const GraphView view(chain, options.root);
  const cli::Graph graph(view.chain());
  session.out() << (options.graph_format == "dot"       ? dot_text(graph)
                    : options.graph_format == "mermaid" ? mermaid_text(graph)
                                                        : TextGraph(graph).run());
  return exit_done;
}

}  // namespace retort::compiler::driver
