// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// `retort lock`: freezes what ships now. A chain that a build would refuse is refused here, too, so
// that no mistake is frozen.
#include "chain/lock.hpp"

#include "cli/text.hpp"
#include "driver/verbs.hpp"

namespace retort::compiler::driver {

int run_lock(const Options& options, Environment environment) {
  Session session(options, environment);
  chain::Chain chain = session.load();
  const bool built = session.build(chain).has_value();
  if (!session.report() || !built) {
    session.err() << "nothing was locked\n";
    return exit_failed;
  }
  const std::string& path = *options.load.lock_file;
  std::string current;
  if (session.files().kind(path) != source::FileKind::missing) {
    auto text = session.files().read(path);
    if (!text) {
      session.fail("cannot read " + cli::in_quotes(path) + ": " + text.error);
      return exit_failed;
    }
    current = std::move(*text.value);
  }
  std::size_t added = 0;
  const std::string locked = chain::append_to_lock(current, chain, added);
  if (added == 0) {
    session.out() << "nothing to lock: " << path << " holds every revision\n";
    return exit_done;
  }
  if (const std::string reason = session.files().write(path, locked); !reason.empty()) {
    session.fail("cannot write " + cli::in_quotes(path) + ": " + reason);
    return exit_failed;
  }
  for (const chain::Revision& revision : chain.revisions) {
    if (revision.locked) continue;
    session.out() << "locked " << cli::printable(revision.id)
                  << (revision.message.empty() ? "" : ", ") << cli::printable(revision.message)
                  << "\n";
  }
  session.out() << cli::counted(added, "revision") << " added to " << path << "\n";
  return exit_done;
}

}  // namespace retort::compiler::driver
