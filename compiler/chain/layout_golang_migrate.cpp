// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Layout golang-migrate: N_name.up.EXT with N_name.down.EXT; number and direction count, the rest
// is for the reader. In: tokenized files. Out: one draft per number.
#include <algorithm>

#include "chain/pairs.hpp"

namespace retort::compiler::chain {
namespace {

// ^([0-9]+)_(.*)\.(down|up)\.(.*)$, as the tool has it; and V0001.name.up.sql.
std::optional<HalfName> parse_name(std::string_view name) {
  const bool prefixed = name.substr(0, 1) == "V" || name.substr(0, 1) == "v";
  if (prefixed) name.remove_prefix(1);
  const std::size_t digits = leading_digits(name);
  if (digits == 0 || digits == name.size()) return std::nullopt;
  if (name[digits] != '_' && (!prefixed || name[digits] != '.')) return std::nullopt;
  const std::string_view rest = name.substr(digits + 1);
  const std::size_t up = rest.rfind(".up.");
  const std::size_t down = rest.rfind(".down.");
  if (up == std::string_view::npos && down == std::string_view::npos) return std::nullopt;
  const bool is_down =
      up == std::string_view::npos || (down != std::string_view::npos && down > up);
  HalfName result;
  result.number = without_zeros(name.substr(0, digits));
  result.title = std::string(rest.substr(0, is_down ? down : up));
  result.half = is_down ? Half::down : Half::up;
  return result;
}

NameVerdict judge(std::string_view path) {
  const std::string_view name = source::base_name(path);
  if (parse_name(name)) return NameVerdict::migration;
  return has_sql_suffix(name) ? NameVerdict::skipped : NameVerdict::foreign;
}

std::vector<Draft> drafts(const LayoutInput& input) {
  Pairs pairs(input, "golang-migrate");
  pairs.compare_titles();
  for (const auto& file : input.files) {
    const auto name = parse_name(source::base_name(file->relative_path));
    if (name) pairs.place(*name, *file);
  }
  return pairs.drafts();
}

}  // namespace

const Layout layout_golang_migrate = {
    "golang-migrate", "N_name.up.sql, N_name.down.sql", 0, false, judge, drafts};

}  // namespace retort::compiler::chain
