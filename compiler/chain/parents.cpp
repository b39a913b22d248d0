// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Names to edges. In: drafts in any order. Out: drafts by file name, each id once, with the indices
// of the parents that exist.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "chain/hash.hpp"
#include "chain/linking.hpp"
#include "diag/suggest.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;

// Finding the nearest id reads all of them; whoever has more unknown parents has another problem.
constexpr std::size_t max_suggestions = 20;

using Index = std::unordered_map<std::string, std::uint32_t>;

// An id that no revision has, the same wherever and whenever the chain is built.
std::string free_id(const Revision& revision, const Index& index) {
  std::string id = sha256_hex(revision.relative_path).substr(0, 12);
  while (index.count(id) != 0) id = sha256_hex(id).substr(0, 12);
  return id;
}

void report_duplicate(const Draft& first, const Draft& second, const Index& index,
                      Linking& linking) {
  linking.error(Kind::duplicate_revision, second.revision.id_span, {second.revision.id})
      .note(first.revision.id_span, "the other one is here")
      .help("give this one an ID of its own:  -- Revision ID: " + free_id(second.revision, index))
      .revision(second.revision.id);
}

// Where the lock names a file for the id, that file is the first one, and the other the intruder.
bool lock_prefers(const Draft& candidate, const Draft& over, const Lock& lock) {
  const LockedRevision* locked = lock.find(candidate.revision.id);
  return locked != nullptr && locked->file == candidate.revision.relative_path &&
         locked->file != over.revision.relative_path;
}

Index leave_out_duplicates(std::vector<Draft>& drafts, Linking& linking) {
  Index index;
  std::vector<Draft> kept, left_out;
  kept.reserve(drafts.size());
  for (Draft& draft : drafts) {
    const auto [place, is_new] =
        index.emplace(draft.revision.id, static_cast<std::uint32_t>(kept.size()));
    if (is_new) {
      kept.push_back(std::move(draft));
      continue;
    }
    if (lock_prefers(draft, kept[place->second], linking.lock)) {
      std::swap(draft, kept[place->second]);
    }
    left_out.push_back(std::move(draft));
  }
  for (const Draft& draft : left_out) {
    ++linking.loose_ends;
    report_duplicate(kept[index.at(draft.revision.id)], draft, index, linking);
  }
  drafts = std::move(kept);
  return index;
}

// The words of headers with errors: an id or a parent may stand there that was not understood.
std::unordered_set<std::string> words_of_broken_headers(const std::vector<Draft>& drafts) {
  std::unordered_set<std::string> words;
  for (const Draft& draft : drafts) {
    if (!draft.header_broken) continue;
    const ParsedFile& file = *draft.revision.file;
    const std::string_view text = file.tokens.file->slice(file.migration.header.span);
    constexpr std::string_view separators = " \t\n\r,:";
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
      if (end > at) words.emplace(text.substr(at, end - at));
      at = end + 1;
    }
  }
  return words;
}

class Resolver {
 public:
  Resolver(std::vector<Draft>& drafts, const Index& index, Linking& linking)
      : drafts_(drafts),
        index_(index),
        linking_(linking),
        uncertain_(words_of_broken_headers(drafts)) {
    // A broken header's own words: the lock may know the revision under one of them.
    linking_.explained.insert(linking_.explained.end(), uncertain_.begin(), uncertain_.end());
  }

  void run() {
    for (Draft& draft : drafts_) {
      if (draft.parents_broken || (draft.header_broken && draft.parents.empty())) lose(draft);
      std::unordered_set<std::string> named;
      for (const NamedParent& parent : draft.parents) {
        if (!named.insert(parent.id).second) {
          linking_.error(Kind::duplicate_parent, parent.span, {parent.id})
              .help("name it once")
              .revision(draft.revision.id);
          continue;
        }
        const auto found = index_.find(parent.id);
        if (found != index_.end()) {
          draft.revision.parents.push_back(found->second);
          draft.revision.parent_spans.push_back(parent.span);
          continue;
        }
        lose(draft);
        if (!linking_.unreadable && uncertain_.count(parent.id) == 0) {
          report_unknown(draft, parent);
        }
      }
    }
  }

 private:
  void lose(Draft& draft) {
    draft.attached = false;
    ++linking_.loose_ends;
  }

  void report_unknown(const Draft& draft, const NamedParent& parent) {
    auto builder = linking_.error(Kind::unknown_revision, parent.span, {parent.id});
    builder.revision(draft.revision.id);
    if (const LockedRevision* locked = linking_.lock.find(parent.id)) {
      linking_.explained.push_back(parent.id);
      const std::string path = path_of(linking_.options, *locked);
      builder.note(locked->span, "it was released as '" + locked->file + "' and then deleted")
          .help("bring it back:                       git restore -- " + path)
          .help("or, where that is committed, find it:  git log --diff-filter=D -- " + path);
      return;
    }
    if (++reported_ > max_suggestions) return;
    const auto meant = guess(parent.id);
    if (!meant) {
      builder.help("the revisions that there are:  retort history");
      return;
    }
    builder.help("did you mean '" + *meant + "'?");
    if (draft.parents.size() != 1 || draft.id_broken) return;
    const bool locked = linking_.lock.find(draft.revision.id) != nullptr;
    builder.help(locked ? "in " + draft.revision.path + ":  -- Revises: " + *meant
                        : "retort rebase " + draft.revision.id + " --onto " + *meant);
  }

  // By file name, by prefix (which is not enough here), by spelling.
  std::optional<std::string> guess(const std::string& wrong) const {
    const std::string* by_prefix = nullptr;
    bool unique = true;
    std::vector<std::string> ids;
    ids.reserve(drafts_.size());
    for (const Draft& draft : drafts_) {
      const std::string& id = draft.revision.id;
      const std::string_view name = source::base_name(draft.revision.relative_path);
      if (name == wrong || name.substr(0, name.size() - 4) == wrong) return id;
      if (id.compare(0, wrong.size(), wrong) == 0) {
        unique = by_prefix == nullptr;
        by_prefix = &id;
      }
      ids.push_back(id);
    }
    if (by_prefix != nullptr && unique) return *by_prefix;
    return diag::suggest(wrong, ids);
  }

  std::vector<Draft>& drafts_;
  const Index& index_;
  Linking& linking_;
  std::unordered_set<std::string> uncertain_;
  std::size_t reported_ = 0;
};

}  // namespace

void link_parents(std::vector<Draft>& drafts, Linking& linking) {
  std::stable_sort(drafts.begin(), drafts.end(), before_by_file_name);
  const Index index = leave_out_duplicates(drafts, linking);
  Resolver(drafts, index, linking).run();
}

std::vector<std::vector<std::uint32_t>> children_of(const std::vector<Draft>& drafts) {
  std::vector<std::vector<std::uint32_t>> children(drafts.size());
  for (std::uint32_t i = 0; i < drafts.size(); ++i) {
    for (const std::uint32_t parent : drafts[i].revision.parents) children[parent].push_back(i);
  }
  return children;
}

}  // namespace retort::compiler::chain
