// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A folder of migrations in memory, and what load() says about it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "chain/chain.hpp"
#include "chain/lock.hpp"
#include "diag/render.hpp"
#include "source/file_system.hpp"

namespace retort::compiler::chain::testing {

inline constexpr std::string_view no_diagnostics;

inline std::size_t count(const std::string& text, std::string_view part) {
  std::size_t result = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++result;
  return result;
}

class Folder {
 public:
  LoadOptions options;
  source::MemoryFileSystem files;

  explicit Folder(std::vector<dialect::Engine> engines = {dialect::Engine::sqlite}) {
    options.engines = std::move(engines);
    options.name = "app";
    options.directory = "m";
    options.lock_file = "m/retort.lock";
  }

  Folder& put(const std::string& name, std::string text) {
    files.put("m/" + name, std::move(text));
    return *this;
  }
  // A whole migration of layout retort whose file stem is its id.
  Folder& add(const std::string& id, const std::string& revises) {
    return put(id + ".sql", migration(revises, "CREATE TABLE t_" + id + " (x int);"));
  }

  static std::string migration(const std::string& revises, const std::string& up) {
    return "-- Revises:" + (revises.empty() ? revises : " " + revises) + "\n\n-- migrate:up\n" +
           up + "\n-- migrate:down irreversible\n";
  }

  // Loads, and returns everything that was reported.
  std::string check() {
    sources_ = source::SourceFiles();
    diag::Diagnostics diagnostics(warnings_);
    chain_ = load(options, files, sources_, diagnostics);
    diagnostics.report_unused_waivers();
    diag::RenderOptions render;
    render.summary = false;
    return diag::render_gnu(diagnostics, sources_, render);
  }

  // Of the last check().
  const Chain& chain() const { return chain_; }
  std::vector<std::string> ids() const {
    std::vector<std::string> result;
    for (const Revision& revision : chain_.revisions) result.push_back(revision.id);
    return result;
  }

  // What `retort lock` does; returns how many lines were appended.
  std::size_t lock() {
    check();
    const auto old = files.read("m/retort.lock");
    std::size_t added = 0;
    files.put("m/retort.lock", append_to_lock(old ? *old.value : std::string(), chain_, added));
    return added;
  }
  std::string lock_text() { return *files.read("m/retort.lock").value; }

  void replace(const std::string& name, const std::string& from, const std::string& to) {
    std::string text = *files.read("m/" + name).value;
    text.replace(text.find(from), from.size(), to);
    put(name, std::move(text));
  }
  void remove(const std::string& name) { files.remove("m/" + name); }

 private:
  diag::WarningOptions warnings_;
  source::SourceFiles sources_;
  Chain chain_;
};

}  // namespace retort::compiler::chain::testing
