// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Layout prisma: a folder per migration with migration.sql, and down.sql where somebody wrote one;
// migration_lock.toml names the engine. In: tokenized files. Out: one draft per folder, in the
// order of their names as text.
#include <algorithm>
#include <map>

#include "chain/settings.hpp"
#include "chain/steps.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;

constexpr std::string_view lock_name = "migration_lock.toml";

NameVerdict judge(std::string_view path) {
  const std::string_view name = source::base_name(path);
  if (name == lock_name) return NameVerdict::companion;
  const bool in_folder = !source::directory_name(path).empty();
  if (in_folder && (name == "migration.sql" || name == "down.sql")) return NameVerdict::migration;
  return has_sql_suffix(name) ? NameVerdict::skipped : NameVerdict::foreign;
}

struct Folder {
  ParsedFile* up = nullptr;
  ParsedFile* down = nullptr;
};

// `provider = "postgresql"`
void check_provider(const LayoutInput& input) {
  for (const Companion& companion : input.companions) {
    for (const Setting& setting : read_settings(*companion.text, '#').list) {
      if (setting.key != "provider") continue;
      const auto engine =
          dialect::engine_by_name(setting.value == "postgresql" ? "postgres" : setting.value);
      const auto& engines = input.options.engines;
      if (engine && std::find(engines.begin(), engines.end(), *engine) != engines.end()) continue;
      auto report =
          input.diagnostics.report(Kind::foreign_provider, setting.span,
                                   {setting.value, dialect::engine_name(engines.front())});
      if (engine) {
        report.help("compile the chain for it:  ENGINES " +
                    std::string(dialect::engine_name(*engine)));
      }
    }
  }
}

// "20240507090000_add_users": the name behind the number.
std::string title_of(std::string_view folder) {
  const std::size_t digits = leading_digits(folder);
  if (digits > 0 && digits + 1 < folder.size() && folder[digits] == '_') {
    folder.remove_prefix(digits + 1);
  }
  return as_message(folder);
}

std::vector<Draft> drafts(const LayoutInput& input) {
  check_provider(input);
  std::map<std::string, Folder> folders;  // by path
  for (const auto& file : input.files) {
    Folder& folder = folders[std::string(source::directory_name(file->relative_path))];
    const bool up = source::base_name(file->relative_path) == "migration.sql";
    (up ? folder.up : folder.down) = file.get();
  }
  std::vector<Step> steps;
  for (const auto& [path, folder] : folders) {
    if (folder.up == nullptr) {
      input.diagnostics
          .report(Kind::half_migration, file_start(*folder.down), {folder.down->relative_path})
          .help("add '" + path + "/migration.sql', or delete the folder");
      continue;
    }
    const std::string_view name = source::base_name(path);
    Step step;
    step.id = as_id(name);
    step.message = title_of(name);
    step.file = folder.up;
    step.up = whole_file(folder.up);
    step.down = whole_file(folder.down);
    step.down_help = "write how to revert it into '" + path + "/down.sql'";
    steps.push_back(std::move(step));
  }
  report_text_order(steps, "prisma", input.diagnostics);
  return drafts_in_order(std::move(steps), input, "prisma");
}

}  // namespace

const Layout layout_prisma = {"prisma", "name/migration.sql", 1, false, judge, drafts};

}  // namespace retort::compiler::chain
