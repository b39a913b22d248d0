// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Flag words in, the severity of a kind out.
#include "diag/warning_options.hpp"

#include <vector>

#include "diag/suggest.hpp"

namespace retort::compiler::diag {
namespace {

template <class Predicate>
bool any_kind(Predicate predicate) {
  for (std::size_t i = 0; i < kind_count(); ++i) {
    if (kind_at(i).group != Group::hard && predicate(kind_at(i))) return true;
  }
  return false;
}

std::string unknown(std::string_view name) {
  std::vector<std::string> candidates;
  for (std::size_t i = 0; i < kind_count(); ++i) {
    if (kind_at(i).group != Group::hard) candidates.emplace_back(kind_at(i).name);
  }
  for (int group = 1; group <= static_cast<int>(Group::naming); ++group) {
    candidates.emplace_back(group_name(static_cast<Group>(group)));
  }
  std::string text = "unknown warning '" + std::string(name) + "'";
  if (const auto close = suggest(name, candidates)) text += "; did you mean '" + *close + "'?";
  return text;
}

}  // namespace

bool is_warning_name(std::string_view name) {
  return any_kind([&](const KindInfo& kind) { return kind.name == name; });
}

bool is_warning_group(std::string_view name) {
  for (int group = 1; group <= static_cast<int>(Group::naming); ++group) {
    if (group_name(static_cast<Group>(group)) == name) return true;
  }
  return false;
}

std::string WarningOptions::add(std::string_view flag) {
  if (flag == "-Wall") return all_ = true, std::string();
  if (flag == "-Werror") return werror_ = true, std::string();
  if (flag == "-Wno-error") return werror_ = false, std::string();
  if (flag.substr(0, 2) != "-W" || flag.size() == 2) {
    return std::string("'").append(flag) +
           "' is not a warning flag (-Wname, -Wno-name, -Werror=name)";
  }
  std::string_view name = flag.substr(2);
  const auto take = [&name](std::string_view prefix) {
    if (name.substr(0, prefix.size()) != prefix) return false;
    name.remove_prefix(prefix.size());
    return true;
  };
  Setting setting;
  if (take("no-error=")) {
    setting.error = false;
  } else if (take("error=")) {
    setting = {true, true};
  } else {
    setting.enabled = !take("no-");
  }
  const bool is_name = is_warning_name(name);
  if (!is_name && !is_warning_group(name)) return unknown(name);
  auto& stored = (is_name ? names_ : groups_)[std::string(name)];
  if (setting.enabled) stored.enabled = setting.enabled;
  if (setting.error) stored.error = setting.error;
  return {};
}

std::optional<Severity> WarningOptions::severity(const KindInfo& kind) const {
  if (kind.group == Group::hard) return Severity::error;
  const auto name = names_.find(kind.name);
  const auto group = groups_.find(group_name(kind.group));
  const Setting by_name = name == names_.end() ? Setting{} : name->second;
  const Setting by_group = group == groups_.end() ? Setting{} : group->second;

  const bool by_default = kind.state == State::error_by_default || kind.state == State::on ||
                          (kind.state == State::all && all_);
  if (!by_name.enabled.value_or(by_group.enabled.value_or(by_default))) return std::nullopt;
  const bool error_by_default = werror_ || kind.state == State::error_by_default;
  const bool error = by_name.error.value_or(by_group.error.value_or(error_by_default));
  return error ? Severity::error : Severity::warning;
}

}  // namespace retort::compiler::diag
