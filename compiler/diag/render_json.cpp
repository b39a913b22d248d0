// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Diagnostics as JSON, one object per line. Waived findings are included, with their reason.
#include <nlohmann/json.hpp>

#include "diag/render.hpp"

namespace retort::compiler::diag {
namespace {

using Json = nlohmann::ordered_json;

void put_place(Json& object, source::Span span, const source::SourceFiles& files) {
  if (span.file == 0) {
    object["file"] = nullptr;
    return;
  }
  const auto& file = files.get(span.file);
  const auto begin = file.position(span.begin);
  const auto end = file.position(span.end);
  object["file"] = file.path();
  object["line"] = begin.line;
  object["column"] = begin.column;
  object["endLine"] = end.line;
  object["endColumn"] = end.column;
}

Json object_of(const Diagnostic& d, const source::SourceFiles& files) {
  const KindInfo& kind = info(d.kind);
  Json object;
  put_place(object, d.span, files);
  object["severity"] = d.severity == Severity::error ? "error" : "warning";
  object["name"] = kind.name;
  object["group"] = group_name(kind.group);
  object["revision"] = d.revision.empty() ? Json(nullptr) : Json(d.revision);
  object["message"] = d.text;
  object["notes"] = Json::array();
  for (const Note& note : d.notes) {
    Json entry;
    put_place(entry, note.span, files);
    entry["message"] = note.text;
    object["notes"].push_back(std::move(entry));
  }
  object["help"] = d.help;
  object["waived"] = d.waived.empty() ? Json(nullptr) : Json(d.waived);
  return object;
}

}  // namespace

std::string render_json(const Diagnostics& diagnostics, const source::SourceFiles& files) {
  std::string out;
  for (const Diagnostic* diagnostic : diagnostics.sorted()) {
    // Hostile bytes in a message become replacement characters instead of an exception.
    out += object_of(*diagnostic, files).dump(-1, ' ', false, Json::error_handler_t::replace);
    out += '\n';
  }
  return out;
}

}  // namespace retort::compiler::diag
