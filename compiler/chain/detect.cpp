// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Which tool a folder is of. In: the names in it, and the comment lines of its .sql files. Out: a
// layout. Names that only one tool gives decide first, then directives, then plain numbers.
#include "chain/detect.hpp"

#include <algorithm>

#include "chain/collect.hpp"
#include "chain/pairs.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;
using source::FileKind;

struct Sign {
  const Layout* layout = nullptr;
  std::string path;
  std::string seen;  // what tells
};

bool begins_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

// ^[VURB][0-9._]*__.*\.sql$
bool is_flyway_name(std::string_view name) {
  if (name.empty() || std::string_view("VURB").find(name.front()) == std::string_view::npos) {
    return false;
  }
  const std::size_t end = name.find("__");
  return end != std::string_view::npos && has_sql_suffix(name) &&
         name.substr(1, end - 1).find_first_not_of("0123456789._") == std::string_view::npos;
}

// A sign in the comment lines of a file.
Sign sign_in(const std::string& path, std::string_view text) {
  Sign dbmate;
  bool retort = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    if (!begins_with(line, "--")) continue;
    if (begins_with(line, "-- Running upgrade ")) {
      return {&layout_alembic_sql, path, "a line '-- Running upgrade'"};
    }
    if (line.find("+goose") != std::string_view::npos) {
      return {&layout_goose, path, "a line with '+goose'"};
    }
    line.remove_prefix(2);
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    if (begins_with(line, "+migrate ")) {
      return {&layout_sql_migrate, path, "a line with '+migrate'"};
    }
    const bool up = begins_with(line, "migrate:up");
    if (up) dbmate = {&layout_dbmate, path, "a line '-- migrate:up'"};
    const bool words = line.find("sqlite") != std::string_view::npos ||
                       line.find("postgres") != std::string_view::npos ||
                       line.find("portable") != std::string_view::npos;
    retort = retort || begins_with(line, "Revises:") || begins_with(line, "Revision ID:") ||
             begins_with(line, "migrate:verify") || (begins_with(line, "migrate:") && words);
  }
  const bool digits = leading_digits(source::base_name(path)) > 0;
  if (dbmate.layout != nullptr && (retort || !digits)) dbmate.layout = &layout_retort;
  return dbmate;
}

class Detector {
 public:
  Detector(const LoadOptions& options, source::FileSystem& files, source::SourceFiles& sources,
           diag::Diagnostics& diagnostics)
      : options_(options), files_(files), sources_(sources), diagnostics_(diagnostics) {}

  const Layout* run() {
    if (options_.files.empty()) {
      list("", 0);
    } else {
      names_ = options_.files;
    }
    if (names_.empty()) return &layout_retort;  // that there is nothing is said where it is read
    Sign found = sign_of_names();
    for (const std::string& name : names_) {
      if (!has_sql_suffix(name)) continue;
      const Sign other = sign_of_text(name);
      if (other.layout == nullptr || other.layout == found.layout) continue;
      if (found.layout != nullptr) return report_mixed(found, other);
      found = other;
    }
    if (found.layout == nullptr) found = sign_of_numbers();
    if (found.layout == nullptr) {
      diagnostics_.report(Kind::unknown_layout, place(options_.directory), {options_.directory})
          .help("say how the files are arranged:  LAYOUT numbered");
      return nullptr;
    }
    diagnostics_
        .report(Kind::auto_layout, place(path_of(found.path)), {found.layout->name, found.seen})
        .help("to say so, and not have it guessed:  LAYOUT " + std::string(found.layout->name));
    return found.layout;
  }

 private:
  void list(const std::string& folder, std::size_t depth) {
    const auto entries = files_.list(path_of(folder));
    if (!entries || depth > max_directory_depth) return;
    for (const source::DirectoryEntry& entry : *entries.value) {
      if (entry.name.empty() || entry.name.front() == '.' || names_.size() > max_entries) continue;
      const std::string name = source::join(folder, entry.name);
      if (entry.kind == FileKind::directory) {
        list(name, depth + 1);
      } else if (entry.kind == FileKind::file) {
        names_.push_back(name);
      }
    }
  }

  Sign sign_of_names() const {
    for (const std::string& path : names_) {
      const std::string_view name = source::base_name(path);
      const bool in_folder = !source::directory_name(path).empty();
      if (!in_folder && name == "sqitch.plan") return {&layout_sqitch, path, "its name"};
      if (!in_folder && name == "order.txt") return {&layout_named, path, "its name"};
      if (in_folder && name == "migration.sql") return {&layout_prisma, path, "its name"};
      if (in_folder && name == "up.sql") return {&layout_diesel, path, "its name"};
      if (is_flyway_name(name)) return {&layout_flyway, path, "its name"};
    }
    return {};
  }

  Sign sign_of_text(const std::string& name) {
    const auto bytes = files_.read(path_of(name));
    if (!bytes) return {};
    const std::string& text = *bytes.value;
    if (no_transaction_.empty() && begins_with(text, "-- no-transaction")) no_transaction_ = name;
    return sign_in(name, text);
  }

  // Names that begin with a number, in the folder itself.
  Sign sign_of_numbers() const {
    Sign sign;
    bool pairs_only = true;
    for (const std::string& path : names_) {
      const std::string_view base = source::base_name(path);
      const auto name = half_name(base, "_-");
      const std::string_view folder =
          options_.files.empty() ? source::directory_name(path) : std::string_view();
      if (!name || (!folder.empty() && !is_release_folder(folder))) continue;
      if (sign.layout == nullptr) sign = {&layout_numbered, path, "its number"};
      pairs_only = pairs_only && name->half != Half::plain && folder.empty() && half_name(base);
    }
    if (sign.layout == nullptr) return sign;
    if (!no_transaction_.empty()) {
      return {&layout_sqlx, no_transaction_, "its first line '-- no-transaction'"};
    }
    if (pairs_only) return {&layout_golang_migrate, sign.path, "up and down files only"};
    return sign;
  }

  const Layout* report_mixed(const Sign& first, const Sign& second) {
    diagnostics_
        .report(Kind::mixed_layouts, place(path_of(second.path)),
                {second.layout->name, first.layout->name})
        .note(place(path_of(first.path)),
              "layout '" + std::string(first.layout->name) + "' was seen here, by " + first.seen)
        .help("say which one it is:  LAYOUT " + std::string(first.layout->name));
    return nullptr;
  }

  std::string path_of(const std::string& name) const {
    if (!options_.files.empty()) return name;
    return name.empty() ? options_.directory : source::join(options_.directory, name);
  }
  source::Span place(const std::string& path) { return {sources_.add(path, "").id(), 0, 0}; }

  const LoadOptions& options_;
  source::FileSystem& files_;
  source::SourceFiles& sources_;
  diag::Diagnostics& diagnostics_;
  std::vector<std::string> names_;
  std::string no_transaction_;
};

}  // namespace

const Layout* detect_layout(const LoadOptions& options, source::FileSystem& files,
                            source::SourceFiles& sources, diag::Diagnostics& diagnostics) {
  return Detector(options, files, sources, diagnostics).run();
}

}  // namespace retort::compiler::chain
