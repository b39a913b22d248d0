// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Options in, the phases in their order, rendered diagnostics out.
#include "driver/session.hpp"

#include <algorithm>
#include <stdexcept>

#include "cli/text.hpp"
#include "diag/render.hpp"
#include "driver/color.hpp"
#include "driver/paths.hpp"
#include "driver/proof.hpp"
#include "driver/version.hpp"
#include "emit/emit.hpp"
#include "verify/verify.hpp"

namespace retort::compiler::driver {

bool Session::read_manifests() {
  bool good = true;
  for (const std::string& path : options_.compile.depends_on) {
    const auto text = files().read(path);
    const source::Span start{sources_.add(path, "").id(), 0, 0};
    if (!text) {
      diagnostics_.report(diag::Kind::cannot_read, start, {path, text.error});
      good = false;
      continue;
    }
    emit::Manifest manifest;
    std::string error;
    if (!emit::read_manifest(*text.value, manifest, error)) {
      diagnostics_.report(diag::Kind::cannot_read, start, {path, "it is no manifest: " + error});
      good = false;
      continue;
    }
    known_chains_.emplace_back(std::move(manifest.chain), std::move(manifest.revisions));
  }
  return good;
}

chain::Chain Session::load() {
  chain::LoadOptions load = options_.load;
  // Only a build names the chains that exist; elsewhere Depends on is taken as it stands. Where a
  // manifest could not be read, everything that names its chain would be an error too many.
  if (options_.verb == "compile" && read_manifests()) load.known_chains = &known_chains_;
  return chain::load(load, files(), sources_, diagnostics_);
}

void Session::require_error(const char* phase) const {
  if (diagnostics_.has_errors()) return;
  throw std::logic_error(std::string("'") + phase + "' failed and reported no error");
}

std::optional<lower::CompiledChain> Session::build(chain::Chain& chain) {
  if (!chain.complete) {
    require_error("load");
    return std::nullopt;
  }
  const auto shown = [this](const std::string& path) {
    return shown_path(path, options_.root, options_.load.directory);
  };
  // Diagnostics keep the path as it was given; what is compiled in has the path below the root.
  for (const auto& file : chain.files) file->path = shown(file->path);
  for (chain::Revision& revision : chain.revisions) revision.path = shown(revision.path);

  lower::LowerOptions lower_options;
  lower_options.default_url = options_.compile.default_url;
  lower_options.sqlite_profile = options_.sqlite_profile;
  lower::CompiledChain compiled = lower::lower(chain, lower_options, diagnostics_);
  if (diagnostics_.has_errors()) return std::nullopt;
  if (options_.verify_sqlite && !verify::verify_sqlite(compiled, options_.verify, diagnostics_)) {
    require_error("verify");
  }
  if (diagnostics_.has_errors()) return std::nullopt;
  if (options_.postgres.verify) {
    postgres_proof_ = prove_on_postgres(compiled, *this);
    if (postgres_proof_ == ProofResult::failed) return std::nullopt;
  }
  // A waiver may be for a finding of any phase: only a whole run shows which one is unused.
  diagnostics_.report_unused_waivers();
  if (diagnostics_.has_errors()) return std::nullopt;
  return compiled;
}

bool Session::report() {
  if (!options_.sarif.empty()) {
    bool written = false;
    const std::string reason = write_if_different(
        files(), options_.sarif,
        diag::render_sarif(diagnostics_, sources_, options_.root, version()), written);
    if (!reason.empty()) {
      diagnostics_.report(diag::Kind::cannot_write, {}, {options_.sarif, reason});
    }
  }
  switch (options_.format) {
    case DiagnosticsFormat::json:
      err() << diag::render_json(diagnostics_, sources_);
      break;
    case DiagnosticsFormat::msvc:
      err() << diag::render_msvc(diagnostics_, sources_);
      break;
    case DiagnosticsFormat::gnu: {
      diag::RenderOptions render;
      render.color = use_color(options_.color);
      err() << diag::render_gnu(diagnostics_, sources_, render);
      break;
    }
  }
  return !diagnostics_.has_errors();
}

void Session::fail(const std::string& text, const std::string& help) {
  // In one write: builds run several tools at once, and std::cerr writes each piece by itself.
  err() << "retort: error: " + text + "\n";
  if (!help.empty()) err() << "help: " << help << "\n";
}

std::string write_if_different(source::FileSystem& files, const std::string& path,
                               const std::string& text, bool& written) {
  const auto old =
      files.kind(path) == source::FileKind::file ? files.read(path) : source::Result<std::string>{};
  written = !old || *old.value != text;
  return written ? files.write(path, text) : std::string();
}

std::string summary_of(const retort::Chain& chain) {
  const retort::Revision& head = chain.revisions[chain.revision_count - 1];
  return cli::counted(chain.revision_count, "revision") + ", head " + cli::printable(head.id);
}

}  // namespace retort::compiler::driver
