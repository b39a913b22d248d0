// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// `retort import`: a folder of another tool in, a folder of layout retort out. Ids, order and
// hashes stay, so that a database which the other tool migrated, or a lock, fits the new folder
// too. Everything is written in memory and read back before the first byte goes to the disk.
#include "cli/text.hpp"
#include "driver/import_text.hpp"
#include "driver/verbs.hpp"

namespace retort::compiler::driver {
namespace {

using cli::in_quotes;
using source::FileKind;

// The folder is new, or empty: nobody's files are mixed with ours.
bool check_target(Session& session) {
  const std::string& target = session.options().output;
  const FileKind kind = session.files().kind(target);
  if (kind == FileKind::missing) return true;
  if (kind != FileKind::directory) {
    session.fail(in_quotes(target) + " is not a folder");
    return false;
  }
  const auto entries = session.files().list(target);
  if (!entries) {
    session.fail("cannot read " + in_quotes(target) + ": " + entries.error);
    return false;
  }
  if (entries.value->empty()) return true;
  session.fail("the folder " + in_quotes(target) + " is not empty: " + entries.value->front().name,
               "name a folder that does not exist yet:  -o " + target + "_new");
  return false;
}

// All or nothing: what was written before a failure is removed again.
bool write_files(Session& session, const std::vector<ImportedFile>& files) {
  const std::string& target = session.options().output;
  const bool existed = session.files().kind(target) != FileKind::missing;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string path = source::join(target, files[i].name);
    const std::string reason = session.files().write(path, files[i].text);
    if (reason.empty()) continue;
    session.fail("cannot write " + in_quotes(path) + ": " + reason);
    for (std::size_t k = 0; k < i; ++k) {
      session.files().remove(source::join(target, files[k].name));
    }
    if (!existed) session.files().remove(target);
    return false;
  }
  return true;
}

// "--engine postgres " where it is not the default.
std::string engine_option(const chain::Chain& chain) {
  if (chain.engines.size() == 1 && chain.engines.front() == dialect::Engine::sqlite) return {};
  std::string list;
  for (const dialect::Engine engine : chain.engines) {
    list += (list.empty() ? "" : ",") + std::string(engine_name(engine));
  }
  return "--engine " + list + " ";
}

int refuse(Session& session) {
  session.err() << "nothing was written\n";
  return exit_failed;
}

}  // namespace

int run_import(const Options& options, Environment environment) {
  Session session(options, environment);
  const chain::Chain chain = session.load();
  if (!session.report() || !chain.complete) return refuse(session);
  if (!check_target(session)) return refuse(session);
  // How a section runs is decided here; what is wrong with its statements is the next check's to
  // say.
  diag::Diagnostics ignored;
  const lower::CompiledChain compiled = lower::lower(chain, {}, ignored);
  const std::vector<ImportedFile> files = import_texts(chain, compiled.view());
  if (const std::string what = check_import(chain, files); !what.empty()) {
    session.fail("layout 'retort' cannot say what this folder says: " + what,
                 "this is a bug in retort; please report it with the file");
    return refuse(session);
  }
  if (!write_files(session, files)) return refuse(session);
  session.out() << cli::printable(options.output) << ": " << summary_of(compiled.view())
                << "; ids, order and hashes as in " << cli::printable(options.load.directory)
                << "\nnext:  retort check " << engine_option(chain)
                << cli::printable(options.output) << "\n";
  return exit_done;
}

}  // namespace retort::compiler::driver
