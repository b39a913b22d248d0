// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The chain against its lock. In: drafts in chain order with hashes, and the lock. Out: diagnostics
// for what is no longer what has shipped; each cause once, not again for the revisions behind it.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "chain/hash.hpp"
#include "chain/layouts.hpp"
#include "chain/lock_change.hpp"
#include "chain/lock_file.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;

// Looking for a revision's former parent hashes once per revision.
constexpr std::size_t max_searches = 20;

std::string_view form_name(Form form) { return form == Form::native ? "native" : "portable"; }

class Checker {
 public:
  Checker(const LockCheck& check, std::vector<Draft>& drafts, diag::Diagnostics& diagnostics)
      : check_(check),
        drafts_(drafts),
        diagnostics_(diagnostics),
        explained_(check.explained.begin(), check.explained.end()),
        header_has_parents_(find_layout(check.options.layout)->directives),
        state_(drafts.size()) {}

  std::size_t run() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      state_[i].locked = check_.lock.find(drafts_[i].revision.id);
      drafts_[i].revision.locked = state_[i].locked != nullptr;
      if (state_[i].locked != nullptr) last_locked_ = i;
    }
    if (!check_.unreadable) check_missing();
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (state_[i].locked != nullptr) check_revision(i);
    }
    if (check_.options.locked) check_all_locked();
    return displaced_;
  }

 private:
  struct State {
    const LockedRevision* locked = nullptr;
    bool renamed = false;       // it is locked under another id
    dialect::EngineSet intact;  // the digest is the locked one
  };

  // --- removed, renamed

  void check_missing() {
    std::unordered_map<std::string, std::vector<std::size_t>> by_content, by_file;
    std::unordered_set<std::string> ids;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      ids.insert(drafts_[i].revision.id);
      by_file[drafts_[i].revision.relative_path].push_back(i);
      for (const EngineBody& body : drafts_[i].revision.bodies) {
        if (state_[i].locked == nullptr) by_content[body.content_hash].push_back(i);
      }
    }
    for (const LockedRevision& locked : check_.lock.revisions) {
      if (ids.count(locked.id) != 0 || explained_.count(locked.id) != 0) continue;
      const auto in_file = by_file.find(locked.file);
      const auto same = by_content.find(locked.bodies.front().content_hash);
      const std::size_t candidate =
          same != by_content.end() ? best_candidate(locked, same->second) : drafts_.size();
      if (candidate < drafts_.size()) {
        report_renamed(locked, candidate);
      } else {
        report_removed(locked, in_file == by_file.end() ? nullptr : &drafts_[in_file->second[0]]);
      }
    }
  }

  // Empty sections all look the same: there only the file tells.
  std::size_t best_candidate(const LockedRevision& locked,
                             const std::vector<std::size_t>& candidates) const {
    std::size_t best = drafts_.size();
    for (const std::size_t i : candidates) {
      if (state_[i].renamed) continue;
      if (drafts_[i].revision.relative_path == locked.file) return i;
      const bool empty = locked.bodies.front().statement_count == 0;
      if (best == drafts_.size() && !empty) best = i;
    }
    return best;
  }

  void report_renamed(const LockedRevision& locked, std::size_t index) {
    state_[index].renamed = true;
    const Revision& revision = drafts_[index].revision;
    diagnostics_.report(Kind::locked_renamed, revision.id_span, {locked.id, revision.id})
        .note(locked.span, "it was locked under this ID")
        .help(header_has_parents_ ? "give it its ID back:  -- Revision ID: " + locked.id
                                  : "rename it back:  git mv " + revision.path + " " +
                                        path_of(check_.options, locked))
        .revision(revision.id);
  }

  void report_removed(const LockedRevision& locked, const Draft* successor) {
    auto builder = diagnostics_.report(Kind::locked_removed, locked.span, {locked.id});
    builder.revision(locked.id);
    if (successor != nullptr) {
      builder.note(successor->revision.id_span,
                   "its file now holds revision '" + successor->revision.id + "'");
      builder.help("see what happened to it:  git log -p -- " + path_of(check_.options, locked));
      return;
    }
    builder
        .help("bring it back:                       git restore -- " +
              path_of(check_.options, locked))
        .help("or, where that is committed, find it:  git log --diff-filter=D -- " +
              path_of(check_.options, locked));
  }

  // --- changed

  void check_revision(std::size_t index) {
    bool preceded = false;
    for (const EngineBody& body : drafts_[index].revision.bodies) {
      const LockedBody* locked = state_[index].locked->body(body.engine);
      if (locked == nullptr || body.up.part == nullptr || drafts_[index].broken) continue;
      const bool same_content = body.content_hash == locked->content_hash;
      if (!same_content) {
        report_changed(drafts_[index].revision, body, *locked);
      } else if (body.form != locked->form) {
        report_form(drafts_[index].revision, body, *locked);
      }
      if (body.digest == locked->digest) {
        state_[index].intact.add(body.engine);
      } else if (drafts_[index].attached && !preceded) {
        preceded = check_parents(index, body, *locked, same_content);
      }
    }
  }

  void report_changed(const Revision& revision, const EngineBody& body, const LockedBody& locked) {
    const Change change = find_change(body, locked);
    diagnostics_.report(Kind::locked_changed, change.place, {revision.id})
        .note(locked.line, change.text + " (" + short_hash(locked.content_hash) +
                               "… was locked, it is " + short_hash(body.content_hash) + "… now)")
        .help("see the edit and undo it:       git log -p -- " + revision.path)
        .help("or put it into a new revision:  retort revision -m \"describe the change\"")
        .revision(revision.id);
  }

  void report_form(const Revision& revision, const EngineBody& body, const LockedBody& locked) {
    const source::Span place =
        body.up.section != nullptr ? body.up.section->directive : file_start(*body.up.file);
    diagnostics_
        .report(
            Kind::locked_form, place,
            {revision.id, engine_name(body.engine), form_name(body.form), form_name(locked.form)})
        .note(locked.line, "locked here")
        .help("mark the section as it was:  -- migrate:up " +
              std::string(locked.form == Form::portable ? "portable" : engine_name(body.engine)))
        .revision(revision.id);
  }

  // The digest is another one. True where the cause is here and was reported.
  bool check_parents(std::size_t index, const EngineBody& body, const LockedBody& locked,
                     bool same_content) {
    const Revision& revision = drafts_[index].revision;
    bool all_intact = true;
    for (std::size_t k = 0; k < revision.parents.size(); ++k) {
      const State& parent = state_[revision.parents[k]];
      all_intact = all_intact && parent.intact.has(body.engine);
      const bool known = parent.renamed ||
                         (parent.locked != nullptr && parent.locked->body(body.engine) != nullptr);
      if (known) continue;
      report_preceded(index, k, body, locked, same_content);
      return true;
    }
    if (!all_intact || !same_content) return false;
    report_reordered(index, body, locked);
    return true;
  }

  // The parent that the locked digest was made with: an id, "base", or nothing where there is none
  // that fits (a merge, or a parent that is gone).
  std::optional<std::string> former_parent(const Revision& revision, const EngineBody& body,
                                           const LockedBody& locked) {
    if (++searches_ > max_searches) return std::nullopt;
    if (chain_digest(revision.id, body.content_hash, {}) == locked.digest) return "base";
    for (const Draft& draft : drafts_) {
      for (const EngineBody& other : draft.revision.bodies) {
        if (other.engine == body.engine &&
            chain_digest(revision.id, body.content_hash, {other.digest}) == locked.digest) {
          return draft.revision.id;
        }
      }
    }
    return std::nullopt;
  }

  void report_preceded(std::size_t index, std::size_t which, const EngineBody& body,
                       const LockedBody& locked, bool same_content) {
    const Revision& revision = drafts_[index].revision;
    std::size_t first_new = revision.parents[which];
    const Revision& parent = drafts_[first_new].revision;
    while (drafts_[first_new].revision.parents.size() == 1 &&
           state_[drafts_[first_new].revision.parents[0]].locked == nullptr) {
      first_new = drafts_[first_new].revision.parents[0];
    }
    const std::string last = drafts_[last_locked_].revision.id;
    const source::Span place = header_has_parents_ ? revision.parent_spans[which] : parent.id_span;
    auto builder = diagnostics_.report(Kind::locked_preceded, place, {parent.id, revision.id});
    builder.revision(revision.id);
    builder.note(locked.line, "'" + revision.id + "' was locked without it");
    if (!header_has_parents_) {
      builder.help("give it a number above " + last + ", the last one that is locked");
      return;
    }
    const auto before =
        same_content ? former_parent(revision, body, locked) : std::optional<std::string>();
    if (before) builder.help("put the locked one back, in " + line_of(revision, *before));
    builder.help(
        (before ? "and the new one behind it:  retort rebase " : "put it behind:  retort rebase ") +
        drafts_[first_new].revision.id + " --onto " + last);
  }

  // The header line that makes `parent` the parent, and where it belongs.
  static std::string line_of(const Revision& revision, const std::string& parent) {
    return revision.path + ":  -- Revises:" + (parent == "base" ? "" : " " + parent);
  }

  void report_reordered(std::size_t index, const EngineBody& body, const LockedBody& locked) {
    const Revision& revision = drafts_[index].revision;
    const auto before = former_parent(revision, body, locked);
    ++displaced_;
    auto builder =
        diagnostics_.report(Kind::locked_reordered, revision.revises_span, {revision.id});
    builder.revision(revision.id).note(locked.line, "locked here");
    if (before) {
      builder.help("put it back, in " + line_of(revision, *before));
    } else {
      builder.help("see the edit and undo it:  git log -p -- " + revision.path);
    }
  }

  // --- LOCKED

  void check_all_locked() {
    const Draft* first = nullptr;
    std::size_t missing = 0;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (state_[i].renamed || is_locked_for_all(i)) continue;
      if (first == nullptr) first = &drafts_[i];
      ++missing;
    }
    if (first == nullptr) return;
    auto builder =
        diagnostics_.report(Kind::not_locked, first->revision.id_span, {first->revision.id});
    builder.revision(first->revision.id);
    if (const LockedRevision* locked = check_.lock.find(first->revision.id)) {
      builder.note(
          locked->span,
          "it is locked for " + std::string(engine_name(locked->bodies.front().engine)) + " only");
    }
    builder.help("lock what ships:  retort lock" +
                 (missing > 1 ? "  (" + std::to_string(missing - 1) +
                                    (missing == 2 ? " more revision is" : " more revisions are") +
                                    " not locked)"
                              : std::string()));
  }

  bool is_locked_for_all(std::size_t index) const {
    const LockedRevision* locked = state_[index].locked;
    const auto& bodies = drafts_[index].revision.bodies;
    return locked != nullptr && std::all_of(bodies.begin(), bodies.end(), [&](const auto& body) {
             return body.up.part == nullptr || locked->body(body.engine) != nullptr;
           });
  }

  const LockCheck& check_;
  std::vector<Draft>& drafts_;
  diag::Diagnostics& diagnostics_;
  std::unordered_set<std::string> explained_;
  bool header_has_parents_;
  std::vector<State> state_;
  std::size_t last_locked_ = 0;
  std::size_t searches_ = 0;
  std::size_t displaced_ = 0;
};

}  // namespace

std::size_t check_lock(const LockCheck& check, std::vector<Draft>& drafts,
                       diag::Diagnostics& diagnostics) {
  return check.lock.usable ? Checker(check, drafts, diagnostics).run() : 0;
}

}  // namespace retort::compiler::chain
