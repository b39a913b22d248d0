// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Diagnostics as SARIF 2.1.0 (OASIS standard): every rule is listed, also those that found nothing,
// so that a reader can close its findings; waived findings stay in as suppressions.
#include <map>
#include <nlohmann/json.hpp>

#include "diag/render.hpp"

namespace retort::compiler::diag {
namespace {

using Json = nlohmann::ordered_json;

std::string relative(const std::string& path, const std::string& root) {
  if (root.empty() || path.compare(0, root.size(), root) != 0) return path;
  std::size_t begin = root.size();
  if (root.back() != '/' && begin < path.size() && path[begin] != '/') return path;
  while (begin < path.size() && path[begin] == '/') ++begin;
  return path.substr(begin);
}

// A URI reference: everything but unreserved characters and '/' is percent-encoded.
std::string uri(std::string_view path) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string result;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '/' || c == '-' || c == '_' || c == '.' || c == '~';
    if (plain) {
      result.push_back(c);
    } else {
      result.append({'%', digits[byte >> 4], digits[byte & 15]});
    }
  }
  return result;
}

struct Rules {
  Json list = Json::array();
  std::map<std::string, std::size_t, std::less<>> index;
};

Rules make_rules() {
  Rules rules;
  for (std::size_t i = 0; i < kind_count(); ++i) {
    const KindInfo& kind = kind_at(i);
    if (rules.index.count(kind.name) != 0) continue;  // several kinds may share a name
    rules.index.emplace(kind.name, rules.list.size());
    Json rule;
    rule["id"] = kind.name;
    rule["shortDescription"]["text"] = kind.trigger;
    const bool error = kind.group == Group::hard || kind.state == State::error_by_default;
    rule["defaultConfiguration"]["level"] = error ? "error" : "warning";
    rule["defaultConfiguration"]["enabled"] =
        kind.state == State::error_by_default || kind.state == State::on;
    rule["properties"]["group"] = group_name(kind.group);
    rules.list.push_back(std::move(rule));
  }
  return rules;
}

Json location(source::Span span, const source::SourceFiles& files, const std::string& root) {
  const auto& file = files.get(span.file);
  const auto begin = file.position(span.begin);
  const auto end = file.position(span.end);
  Json physical;
  physical["artifactLocation"]["uri"] = uri(relative(file.path(), root));
  physical["artifactLocation"]["uriBaseId"] = "SRCROOT";
  physical["region"] = {{"startLine", begin.line},
                        {"startColumn", begin.column},
                        {"endLine", end.line},
                        {"endColumn", end.column}};
  Json result;
  result["physicalLocation"] = std::move(physical);
  return result;
}

Json result_of(const Diagnostic& d, const source::SourceFiles& files, const std::string& root,
               const Rules& rules) {
  const KindInfo& kind = info(d.kind);
  Json result;
  result["ruleId"] = kind.name;
  result["ruleIndex"] = rules.index.find(kind.name)->second;
  result["level"] = d.severity == Severity::error ? "error" : "warning";
  std::string text = d.text;
  for (const std::string& line : d.help) text += "\nhelp: " + line;
  result["message"]["text"] = text;
  result["locations"] = Json::array();
  if (d.span.file != 0) result["locations"].push_back(location(d.span, files, root));
  for (const Note& note : d.notes) {
    if (note.span.file == 0) continue;
    Json related = location(note.span, files, root);
    related["message"]["text"] = note.text;
    result["relatedLocations"].push_back(std::move(related));
  }
  if (!d.waived.empty()) {
    result["suppressions"] = {{{"kind", "inSource"}, {"justification", d.waived}}};
  }
  if (!d.revision.empty()) result["properties"]["revision"] = d.revision;
  return result;
}

}  // namespace

std::string render_sarif(const Diagnostics& diagnostics, const source::SourceFiles& files,
                         const std::string& root, const std::string& version) {
  const Rules rules = make_rules();
  Json run;
  run["tool"]["driver"]["name"] = "retort";
  run["tool"]["driver"]["version"] = version;
  run["tool"]["driver"]["rules"] = rules.list;
  run["columnKind"] = "unicodeCodePoints";
  run["results"] = Json::array();
  for (const Diagnostic* diagnostic : diagnostics.sorted()) {
    run["results"].push_back(result_of(*diagnostic, files, root, rules));
  }
  Json log;
  log["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json";
  log["version"] = "2.1.0";
  log["runs"] = Json::array({std::move(run)});
  return log.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace retort::compiler::diag
