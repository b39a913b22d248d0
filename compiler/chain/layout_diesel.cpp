// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Layout diesel: one folder per migration, version_name/up.sql with down.sql and metadata.toml. In:
// tokenized files. Out: one draft per folder, in the order of the versions as text.
#include <algorithm>
#include <map>

#include "chain/settings.hpp"
#include "chain/steps.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;

NameVerdict judge(std::string_view path) {
  if (source::directory_name(path).empty()) return NameVerdict::foreign;
  const std::string_view name = source::base_name(path);
  if (name == "up.sql" || name == "down.sql") return NameVerdict::migration;
  if (name == "metadata.toml") return NameVerdict::companion;
  return has_sql_suffix(name) ? NameVerdict::skipped : NameVerdict::foreign;
}

struct Folder {
  ParsedFile* up = nullptr;
  ParsedFile* down = nullptr;
  const Companion* metadata = nullptr;
};

// "2024-05-07-090000_init": the part before the first '_', without '-'.
std::string version_of(std::string_view folder) {
  std::string version(folder.substr(0, folder.find('_')));
  version.erase(std::remove(version.begin(), version.end(), '-'), version.end());
  return version;
}

std::string_view title_of(std::string_view folder) {
  const std::size_t end = folder.find('_');
  return end == std::string_view::npos ? folder : folder.substr(end + 1);
}

// A file without the key takes the transaction away; no file leaves it.
bool runs_in_transaction(const Companion* metadata, diag::Diagnostics& diagnostics) {
  if (metadata == nullptr) return true;
  const Settings settings = read_settings(*metadata->text, '#');
  const Setting* found = nullptr;
  for (const Setting& setting : settings.list) {
    if (setting.key == "run_in_transaction" && setting.table.empty()) found = &setting;
  }
  const source::Span start{metadata->text->id(), 0, 0};
  if (found == nullptr) {
    if (settings.broken) return true;
    diagnostics.report(Kind::transaction_key, start)
        .help("write  run_in_transaction = true  or  run_in_transaction = false");
    return false;
  }
  if (found->value == "true" || found->value == "false") return found->value == "true";
  diagnostics
      .report(Kind::bad_config, found->span,
              {"'" + std::string(found->value) + "' is neither true nor false"})
      .help("write  run_in_transaction = false");
  return true;
}

std::vector<Draft> drafts(const LayoutInput& input) {
  std::map<std::string, Folder> folders;  // by path
  for (const auto& file : input.files) {
    Folder& folder = folders[std::string(source::directory_name(file->relative_path))];
    (source::base_name(file->relative_path) == "up.sql" ? folder.up : folder.down) = file.get();
  }
  for (const Companion& companion : input.companions) {
    const auto place = folders.find(std::string(source::directory_name(companion.relative_path)));
    if (place != folders.end()) place->second.metadata = &companion;
  }
  std::vector<Step> steps;
  for (const auto& [path, folder] : folders) {
    if (folder.up == nullptr) {
      input.diagnostics
          .report(Kind::half_migration, file_start(*folder.down), {folder.down->relative_path})
          .help("add '" + path + "/up.sql', or delete the folder");
      continue;
    }
    const std::string_view name = source::base_name(path);
    const bool transaction = runs_in_transaction(folder.metadata, input.diagnostics);
    Step step;
    step.id = version_of(name);
    step.message = as_message(title_of(name));
    step.file = folder.up;
    step.up = whole_file(folder.up, transaction);
    step.down = whole_file(folder.down, transaction);
    step.down_help = "write how to revert it into '" + path + "/down.sql'";
    steps.push_back(std::move(step));
  }
  std::stable_sort(steps.begin(), steps.end(),
                   [](const Step& a, const Step& b) { return a.id < b.id; });
  report_text_order(steps, "diesel", input.diagnostics);
  return drafts_in_order(std::move(steps), input, "diesel");
}

}  // namespace

const Layout layout_diesel = {
    "diesel", "version_name/up.sql, version_name/down.sql", 1, false, judge, drafts};

}  // namespace retort::compiler::chain
