// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// `retort compile`: what add_migrations() calls. Everything that a build reads or writes goes
// through here; what lies on the disk afterwards is outputs.hpp's business.
#include <algorithm>

#include "driver/outputs.hpp"
#include "driver/verbs.hpp"
#include "driver/version.hpp"
#include "emit/emit.hpp"

namespace retort::compiler::driver {
namespace {

// What the depfile lists: all that was read, and the folder in which an absent lock would appear.
std::vector<std::string> inputs_of(const Options& options, source::RecordingFileSystem& recorder) {
  std::vector<std::string> inputs = recorder.seen();
  const auto& lock = options.load.lock_file;
  if (lock && recorder.kind(*lock) == source::FileKind::missing) {
    const std::string_view folder = source::directory_name(*lock);
    inputs.emplace_back(folder.empty() ? "." : folder);
  }
  std::sort(inputs.begin(), inputs.end());
  inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
  return inputs;
}

void write_code(const retort::Chain& chain, const CompileOptions& options, Outputs& outputs,
                diag::Diagnostics& diagnostics) {
  emit::EmitOptions emit_options;
  emit_options.cxx_namespace = options.cxx_namespace;
  emit_options.header = options.header;
  emit_options.export_macro = options.export_macro;
  emit_options.export_header = options.export_header;
  emit_options.tool_version = version();
  outputs.write(options.header_file, emit::emit_header(chain, emit_options), diagnostics);
  outputs.write(options.source, emit::emit_source(chain, emit_options), diagnostics);
  outputs.write(options.manifest, emit::emit_manifest(chain, emit_options), diagnostics);
}

}  // namespace

int run_compile(const Options& options, Environment environment) {
  source::RecordingFileSystem recorder(environment.files);
  Session session(options, {recorder, environment.out, environment.err});
  Outputs outputs(options.compile);
  std::optional<lower::CompiledChain> compiled;
  if (outputs.begin(session.diagnostics())) {
    chain::Chain chain = session.load();
    compiled = session.build(chain);
  }
  if (compiled) {
    write_code(compiled->view(), options.compile, outputs, session.diagnostics());
    outputs.write_depfile(inputs_of(options, recorder), session.diagnostics());
  }
  const bool good = session.report() && compiled;
  if (!options.sarif.empty()) outputs.set_time(options.sarif);
  if (!good) return exit_failed;
  if (const std::string reason = outputs.commit(); !reason.empty()) {
    session.fail("cannot write '" + options.compile.stamp + "': " + reason);
    return exit_failed;
  }
  if (options.verbose) {
    session.out() << options.load.name << ": " << summary_of(compiled->view()) << ", "
                  << outputs.written() << " files written\n";
  }
  return exit_done;
}

}  // namespace retort::compiler::driver
