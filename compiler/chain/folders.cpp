// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A folder per engine. In: the chains that the folders are, each for its engine. Out: one chain
// with all bodies, or what keeps them from being one: a revision that a folder lacks, an order that
// differs. Every finding names a file of each folder concerned.
#include "chain/folders.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_map>

namespace retort::compiler::chain {
namespace {

using diag::Kind;

class Folders {
 public:
  Folders(const LoadOptions& options, std::vector<Chain> chains, diag::Diagnostics& diagnostics)
      : options_(options), chains_(std::move(chains)), diagnostics_(diagnostics) {
    for (const Chain& chain : chains_) {
      auto& index = index_.emplace_back();
      for (std::uint32_t i = 0; i < chain.revisions.size(); ++i) {
        index.emplace(chain.revisions[i].id, i);
      }
    }
  }

  Chain join() {
    Chain result = std::move(chains_.front());
    const bool complete = std::all_of(chains_.begin() + 1, chains_.end(),
                                      [](const Chain& chain) { return chain.complete; });
    // Where a folder has an error of its own, what it seems to lack may be there.
    result.complete = result.complete && complete && is_same(result);
    for (std::size_t other = 1; other < chains_.size(); ++other) take(result, other);
    result.name = options_.name;
    result.engines = options_.engines;
    return result;
  }

 private:
  std::string_view engine(std::size_t folder) const {
    return dialect::engine_name(options_.engines[folder]);
  }

  const Revision* find(const Chain& first, std::size_t folder, const std::string& id) const {
    const auto found = index_[folder].find(id);
    if (found == index_[folder].end()) return nullptr;
    return folder == 0 ? &first.revisions[found->second]
                       : &chains_[folder].revisions[found->second];
  }

  bool is_same(const Chain& first) {
    bool same = true;
    for (std::size_t other = 1; other < chains_.size(); ++other) {
      same = compare_ids(first, other) && same;
    }
    if (!same) return false;  // every parent behind a missing revision would be one more error
    for (const Revision& revision : first.revisions) {
      for (std::size_t other = 1; other < chains_.size(); ++other) {
        same = compare(first, revision, *find(first, other, revision.id), other) && same;
      }
    }
    return same;
  }

  bool compare_ids(const Chain& first, std::size_t other) {
    std::vector<const Revision*> extra;  // of the other folder
    for (const Revision& revision : chains_[other].revisions) {
      if (find(first, 0, revision.id) == nullptr) extra.push_back(&revision);
    }
    bool same = true;
    for (const Revision& revision : first.revisions) {
      if (find(first, other, revision.id) != nullptr) continue;
      same = false;
      const auto twin = std::find_if(extra.begin(), extra.end(), [&](const Revision* candidate) {
        return !revision.message.empty() && candidate->message == revision.message;
      });
      report_missing(revision, 0, other, twin == extra.end() ? nullptr : *twin);
      if (twin != extra.end()) extra.erase(twin);
    }
    for (const Revision* revision : extra) {
      same = false;
      report_missing(*revision, other, 0, nullptr);
    }
    return same;
  }

  // `revision` stands in folder `here` and not in `there`; `twin` has its name there, not its id.
  void report_missing(const Revision& revision, std::size_t here, std::size_t there,
                      const Revision* twin) {
    auto builder = diagnostics_.report(Kind::engine_folders_missing, revision.id_span,
                                       {revision.id, engine(there)});
    builder.revision(revision.id);
    if (twin != nullptr) {
      builder
          .note(twin->id_span, "revision '" + twin->id + "' for " + std::string(engine(there)) +
                                   " has the same name")
          .help("if both are one step, give them one id: '" + revision.id + "' or '" + twin->id +
                "'");
      return;
    }
    const std::string path =
        source::join(options_.engine_directories[there], below(revision, here));
    builder.help("write '" + path + "'; it may be without a statement where " +
                 std::string(engine(there)) + " has nothing to do");
  }

  std::string below(const Revision& revision, std::size_t folder) const {
    const std::string prefix = source::join(options_.engine_directories[folder], "");
    const bool inside = revision.path.compare(0, prefix.size(), prefix) == 0;
    return inside ? revision.path.substr(prefix.size())
                  : std::string(source::base_name(revision.path));
  }

  static std::string parents_of(const Chain& chain, const Revision& revision) {
    if (revision.parents.empty()) return "nothing";
    std::vector<std::string> ids;
    for (const std::uint32_t parent : revision.parents) {
      ids.push_back("'" + chain.revisions[parent].id + "'");
    }
    std::sort(ids.begin(), ids.end());
    std::string list;
    for (const std::string& id : ids) list += (list.empty() ? "" : ", ") + id;
    return list;
  }

  bool compare(const Chain& first, const Revision& a, const Revision& b, std::size_t other) {
    if (a.message != b.message) {
      diagnostics_
          .report(Kind::engine_names, b.id_span,
                  {a.id, a.message, engine(0), b.message, engine(other)})
          .note(a.id_span, "for " + std::string(engine(0)) + " it is here")
          .help("if both are one step, give them one name; if not, give them two ids")
          .revision(a.id);
    }
    const std::string here = parents_of(first, a);
    const std::string there = parents_of(chains_[other], b);
    if (here == there) return true;
    diagnostics_
        .report(Kind::engine_folders_order, b.revises_span,
                {a.id, here, engine(0), there, engine(other)})
        .note(a.revises_span, "for " + std::string(engine(0)) + " it is here")
        .help("one chain has one order: give the revision the same parent in both folders")
        .revision(a.id);
    return false;
  }

  // The bodies, and what they point at.
  void take(Chain& result, std::size_t other) {
    Chain& chain = chains_[other];
    for (Revision& revision : result.revisions) {
      const Revision* same = find(result, other, revision.id);
      if (same == nullptr) continue;
      revision.locked = revision.locked || same->locked;
      revision.bodies.insert(revision.bodies.end(), same->bodies.begin(), same->bodies.end());
    }
    std::move(chain.files.begin(), chain.files.end(), std::back_inserter(result.files));
    std::move(chain.parts.begin(), chain.parts.end(), std::back_inserter(result.parts));
  }

  const LoadOptions& options_;
  std::vector<Chain> chains_;
  std::vector<std::unordered_map<std::string, std::uint32_t>> index_;  // per folder: id -> revision
  diag::Diagnostics& diagnostics_;
};

bool lock_is_broken(const diag::Diagnostics& diagnostics) {
  const auto all = diagnostics.sorted();
  return std::any_of(all.begin(), all.end(), [](const diag::Diagnostic* diagnostic) {
    return diagnostic->kind == Kind::bad_lock_file;
  });
}

}  // namespace

std::string below_all_folders(const LoadOptions& options, const std::string& relative_path) {
  if (options.engine_directories.empty()) return relative_path;
  const std::string around =
      source::join(source::directory_name(options.engine_directories.front()), "");
  const bool inside = options.directory.compare(0, around.size(), around) == 0;
  return source::join(inside ? options.directory.substr(around.size())
                             : std::string(source::base_name(options.directory)),
                      relative_path);
}

Chain load_folders(const LoadOptions& options, source::FileSystem& files,
                   source::SourceFiles& sources, diag::Diagnostics& diagnostics) {
  std::vector<Chain> chains;
  for (std::size_t i = 0; i < options.engines.size(); ++i) {
    LoadOptions one = options;
    one.engines = {options.engines[i]};
    one.directory = options.engine_directories[i];
    // What is wrong with the lock itself is said once.
    if (i > 0 && lock_is_broken(diagnostics)) one.lock_file.reset();
    chains.push_back(load_folder(one, files, sources, diagnostics));
  }
  return Folders(options, std::move(chains), diagnostics).join();
}

}  // namespace retort::compiler::chain
