// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The manifest: what other chains, packages and CI read about a chain, as JSON. Written from the
// compiled chain; read back with every type checked, as it may come from anywhere.
#include <nlohmann/json.hpp>

#include "emit/emit.hpp"

namespace retort::compiler::emit {
namespace {

using Json = nlohmann::ordered_json;

constexpr int manifest_version = 1;

Json revision_entry(const retort::Revision& revision) {
  Json entry;
  entry["id"] = revision.id;
  entry["message"] = revision.message;
  entry["path"] = revision.path;
  for (std::uint32_t i = 0; i < revision.body_count; ++i) {
    const retort::Body& body = revision.bodies[i];
    Json& engine = entry["engines"][std::string(engine_name(body.engine))];
    engine["content_hash"] = body.content_hash;
    engine["digest"] = body.digest;
  }
  return entry;
}

bool read_ids(const Json& revisions, std::vector<std::string>& ids, std::string& error) {
  for (const Json& revision : revisions) {
    if (!revision.is_object() || !revision.contains("id") || !revision["id"].is_string()) {
      error = "revision " + std::to_string(ids.size() + 1) + " has no id";
      return false;
    }
    ids.push_back(revision["id"].get<std::string>());
  }
  return true;
}

}  // namespace

std::string emit_manifest(const retort::Chain& chain, const EmitOptions& options) {
  Json manifest;
  manifest["retort_manifest"] = manifest_version;
  manifest["tool_version"] = options.tool_version;
  manifest["generated_abi"] = chain.abi;
  manifest["chain"] = chain.name;
  manifest["engines"] = Json::array();
  for (std::uint32_t i = 0; i < chain.engine_count; ++i) {
    manifest["engines"].push_back(engine_name(chain.engines[i]));
  }
  manifest["head"] = chain.revision_count == 0 ? "" : chain.revisions[chain.revision_count - 1].id;
  manifest["digest"] = chain_digest(chain);
  manifest["revisions"] = Json::array();
  for (std::uint32_t i = 0; i < chain.revision_count; ++i) {
    manifest["revisions"].push_back(revision_entry(chain.revisions[i]));
  }
  // The sources are UTF-8 by then; "replace" is for whoever builds a chain by hand.
  return manifest.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

bool read_manifest(const std::string& text, Manifest& manifest, std::string& error) {
  manifest = {};
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("retort_manifest")) {
    error = "this is no manifest of retort";
    return false;
  }
  if (json["retort_manifest"] != manifest_version) {
    error = "the manifest has version " + json["retort_manifest"].dump(-1, ' ', true) +
            ", this retort reads version " + std::to_string(manifest_version);
    return false;
  }
  if (!json.contains("chain") || !json["chain"].is_string() || !json.contains("revisions") ||
      !json["revisions"].is_array()) {
    error = "the manifest has no chain or no revisions";
    return false;
  }
  manifest.chain = json["chain"].get<std::string>();
  return read_ids(json["revisions"], manifest.revisions, error);
}

}  // namespace retort::compiler::emit
