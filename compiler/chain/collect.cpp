// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Finds and reads the migration files. In: the folder or the list of LoadOptions, the layout's
// opinion of each name, the patterns to leave out. Out: the texts, sorted by path; what could not
// be read or was passed over is diagnosed.
#include "chain/collect.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <set>

#include "chain/glob.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;
using source::FileKind;

std::string normal(const std::string& path) {
  return std::filesystem::path(path).lexically_normal().generic_string();
}

bool has_control_character(std::string_view name) {
  return std::any_of(name.begin(), name.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
}

// "X.SQL": no layout takes it, and the author may wonder.
bool has_odd_sql_suffix(std::string_view name) {
  if (name.size() <= 4 || has_sql_suffix(name)) return false;
  std::string suffix(name.substr(name.size() - 4));
  for (char& c : suffix) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return suffix == ".sql";
}

class Collector {
 public:
  Collector(const LoadOptions& options, const Layout& layout, source::FileSystem& files,
            source::SourceFiles& sources, diag::Diagnostics& diagnostics)
      : options_(options),
        layout_(layout),
        files_(files),
        sources_(sources),
        diagnostics_(diagnostics),
        pattern_used_(options.exclude.size(), false) {
    if (options.schema_file) schema_ = normal(*options.schema_file);
  }

  Collected run() {
    if (options_.files.empty()) {
      walk();
    } else {
      take_list();
    }
    std::sort(result_.items.begin(), result_.items.end(), [](const auto& a, const auto& b) {
      return std::tie(a.relative_path, a.path) < std::tie(b.relative_path, b.path);
    });
    read_all();
    report_unused_patterns();
    if (options_.files.empty() && result_.items.empty() && !result_.unreadable && !bad_names_) {
      report_empty();
    }
    return std::move(result_);
  }

 private:
  struct Folder {
    std::string relative;
    std::size_t depth;
  };

  void walk() {
    std::vector<Folder> pending = {{"", 0}};
    while (!pending.empty() && entries_ <= max_entries) {
      const Folder folder = std::move(pending.back());
      pending.pop_back();
      const std::string path = folder.relative.empty()
                                   ? options_.directory
                                   : source::join(options_.directory, folder.relative);
      const auto entries = files_.list(path);
      if (!entries) {
        cannot_read(path, entries.error);
        continue;
      }
      for (const auto& entry : *entries.value) {
        if (++entries_ > max_entries) break;
        visit(folder, entry, pending);
      }
    }
    if (entries_ > max_entries) limit("number of files and folders", std::to_string(max_entries));
  }

  void visit(const Folder& folder, const source::DirectoryEntry& entry,
             std::vector<Folder>& pending) {
    if (entry.name.empty() || entry.name.front() == '.') return;
    const std::string relative = source::join(folder.relative, entry.name);
    const bool is_folder = entry.kind == FileKind::directory;
    if (excluded(relative, is_folder)) return;
    const std::string path = source::join(options_.directory, relative);
    if (schema_ && normal(path) == *schema_) return;
    if (is_folder && !has_sql_suffix(entry.name)) {
      if (folder.depth == layout_.folder_depth || !enters(relative)) return;
      if (folder.depth + 1 > max_directory_depth) {
        limit("folder depth", std::to_string(max_directory_depth));
      } else {
        pending.push_back({relative, folder.depth + 1});
      }
      return;
    }
    judge(path, relative, entry.kind);
  }

  bool enters(const std::string& folder) const {
    return layout_.enters == nullptr || layout_.enters(folder);
  }

  void judge(const std::string& path, const std::string& relative, FileKind kind) {
    const std::string_view name = source::base_name(relative);
    switch (layout_.judge(relative)) {
      case NameVerdict::foreign:
        if (kind == FileKind::file && has_odd_sql_suffix(name)) skip(path, relative);
        return;
      case NameVerdict::skipped:
        if (kind == FileKind::file) skip(path, relative);
        return;
      case NameVerdict::code:
        report_code(path, relative);
        return;
      case NameVerdict::companion:
        if (kind == FileKind::file) result_.companions.push_back({path, relative, nullptr});
        return;
      case NameVerdict::migration:
        break;
    }
    if (has_control_character(name)) {
      bad_name(path, "file name contains a control character");
    } else if (kind != FileKind::file) {
      cannot_read(path, not_a_file(kind));
    } else {
      result_.items.push_back({path, relative, nullptr});
    }
  }

  void take_list() {
    std::set<std::string> known;
    const std::string beside =
        options_.lock_file ? std::string(source::directory_name(*options_.lock_file)) : "";
    for (const std::string& path : options_.files) {
      if (!known.insert(normal(path)).second) continue;
      const std::string_view name = source::base_name(path);
      const NameVerdict verdict = layout_.judge(path);
      if (verdict == NameVerdict::companion) {
        result_.companions.push_back({path, below(path, beside), nullptr});
        continue;
      }
      if (verdict != NameVerdict::migration) {
        bad_name(path, "'" + std::string(name) + "' is not named as layout '" +
                           std::string(layout_.name) + "' expects (" +
                           std::string(layout_.pattern) + ")");
        continue;
      }
      const FileKind kind = files_.kind(path);
      if (kind == FileKind::other || kind == FileKind::directory) {
        cannot_read(path, not_a_file(kind));
        continue;
      }
      result_.items.push_back({path, below(path, beside), nullptr});
    }
  }

  static std::string below(const std::string& path, const std::string& folder) {
    const std::string prefix = folder.empty() ? std::string() : source::join(folder, "");
    if (!prefix.empty() && path.compare(0, prefix.size(), prefix) == 0) {
      return path.substr(prefix.size());
    }
    const bool absolute = !path.empty() && path.front() == '/';
    return prefix.empty() && !absolute ? path : std::string(source::base_name(path));
  }

  void read_all() {
    std::vector<Collected::Item> read;
    for (Collected::Item& item : result_.items) {
      auto bytes = files_.read(item.path);
      if (!bytes) {
        cannot_read(item.path, bytes.error);
        continue;
      }
      item.text = &sources_.add(item.path, *bytes.value);
      read.push_back(std::move(item));
    }
    result_.items = std::move(read);
    for (Companion& companion : result_.companions) {
      auto bytes = files_.read(companion.path);
      if (!bytes) cannot_read(companion.path, bytes.error);
      companion.text = &sources_.add(companion.path, bytes ? *bytes.value : std::string());
    }
  }

  bool excluded(const std::string& relative, bool is_folder) {
    bool result = false;
    for (std::size_t i = 0; i < options_.exclude.size(); ++i) {
      std::string_view pattern = options_.exclude[i];
      if (is_folder && pattern.size() > 1 && pattern.back() == '/') pattern.remove_suffix(1);
      // "old/**" concerns the folder "old" even in a layout that would not have looked inside.
      const bool inside = is_folder && (layout_.folder_depth == 0 || !enters(relative)) &&
                          glob_match(pattern, source::join(relative, ""));
      if (!inside && !glob_match(pattern, relative)) continue;
      pattern_used_[i] = true;
      result = true;
    }
    return result;
  }

  void report_unused_patterns() {
    // One of several folders: a pattern may be meant for another one.
    if (!options_.files.empty() || !options_.engine_directories.empty()) return;
    for (std::size_t i = 0; i < pattern_used_.size(); ++i) {
      if (pattern_used_[i]) continue;
      diagnostics_.report(Kind::unused_exclude, {}, {options_.exclude[i]})
          .help("patterns are matched against the path below '" + options_.directory +
                "': '**/x.sql' fits in every sub-directory");
    }
  }

  source::Span place(const std::string& path) { return {sources_.add(path, "").id(), 0, 0}; }

  static std::string not_a_file(FileKind kind) {
    if (kind == FileKind::directory) return "Is a directory";
    return kind == FileKind::missing ? "broken symbolic link" : "not a regular file";
  }

  void cannot_read(const std::string& path, const std::string& reason) {
    result_.unreadable = true;
    if (reason == "file is larger than 64 MiB") {  // FileSystem::read()
      diagnostics_.report(Kind::limit_exceeded, place(path), {"file", "64 MiB"});
    } else {
      diagnostics_.report(Kind::cannot_read, place(path), {path, reason});
    }
  }

  void limit(std::string_view what, std::string_view value) {
    result_.unreadable = true;
    diagnostics_.report(Kind::limit_exceeded, place(options_.directory), {what, value});
  }

  void bad_name(const std::string& path, const std::string& text) {
    bad_names_ = true;
    diagnostics_.report(Kind::bad_file_name, place(path), {text});
  }

  void skip(const std::string& path, const std::string& relative) {
    diagnostics_.report(Kind::skipped_file, place(path), {layout_.name, layout_.pattern})
        .help("rename it, or leave it out:  EXCLUDE " + relative);
  }

  void report_code(const std::string& path, const std::string& relative) {
    bad_names_ = true;
    const std::string name(source::base_name(relative));
    const std::string stem(name.substr(0, name.rfind('.')));
    diagnostics_
        .report(Kind::bad_file_name, place(path),
                {"'" + name +
                 "' is a migration in another language: a step of the history would be missing"})
        .help("write the step as SQL, in '" + stem + ".sql'")
        .help("or leave it out:  EXCLUDE " + relative);
  }

  void report_empty() {
    diagnostics_.report(Kind::empty_directory, place(options_.directory), {options_.directory})
        .help("make the first one:  retort revision -m \"create the first tables\"");
  }

  const LoadOptions& options_;
  const Layout& layout_;
  source::FileSystem& files_;
  source::SourceFiles& sources_;
  diag::Diagnostics& diagnostics_;
  std::vector<bool> pattern_used_;
  std::optional<std::string> schema_;
  std::size_t entries_ = 0;
  bool bad_names_ = false;
  Collected result_;
};

}  // namespace

Collected collect(const LoadOptions& options, const Layout& layout, source::FileSystem& files,
                  source::SourceFiles& sources, diag::Diagnostics& diagnostics) {
  return Collector(options, layout, files, sources, diagnostics).run();
}

}  // namespace retort::compiler::chain
