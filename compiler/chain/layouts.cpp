// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The table of layouts, and what layouts share.
#include "chain/layouts.hpp"

#include <array>
#include <tuple>

namespace retort::compiler::chain {
namespace {

constexpr std::array<const Layout*, 13> table = {
    &layout_retort,      &layout_numbered,       &layout_named,      &layout_goose,  &layout_dbmate,
    &layout_sql_migrate, &layout_golang_migrate, &layout_sqlx,       &layout_diesel, &layout_flyway,
    &layout_sqitch,      &layout_prisma,         &layout_alembic_sql};

}  // namespace

const Layout* find_layout(std::string_view name) {
  for (const Layout* layout : table) {
    if (layout->name == name) return layout;
  }
  return nullptr;
}

const std::vector<std::string>& layout_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> result;
    for (const Layout* layout : table) result.emplace_back(layout->name);
    result.emplace_back(auto_layout);
    return result;
  }();
  return names;
}

bool has_sql_suffix(std::string_view file_name) {
  return file_name.size() > 4 && file_name.substr(file_name.size() - 4) == ".sql";
}

bool before_by_file_name(const Draft& a, const Draft& b) {
  const std::string& left = a.revision.relative_path;
  const std::string& right = b.revision.relative_path;
  return std::tuple(source::base_name(left), std::string_view(left)) <
         std::tuple(source::base_name(right), std::string_view(right));
}

}  // namespace retort::compiler::chain
