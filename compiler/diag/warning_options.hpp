// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// -Wall, -Wname, -Wno-name, -Wgroup, -Werror, -Werror=name, -Wno-error=name, with GCC's precedence:
// the more specific flag wins wherever it stands (name over group over -Wall); among equals the
// last.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "diag/kinds.hpp"

namespace retort::compiler::diag {

class WarningOptions {
 public:
  // Returns an empty string, or the error: "unknown warning 'lok-rewrite'; did you mean …?".
  std::string add(std::string_view flag);

  // The severity a finding of this kind has now; nothing where the flag is off.
  std::optional<Severity> severity(const KindInfo& kind) const;

 private:
  struct Setting {
    std::optional<bool> enabled;
    std::optional<bool> error;
  };

  bool all_ = false;
  bool werror_ = false;
  std::map<std::string, Setting, std::less<>> names_;
  std::map<std::string, Setting, std::less<>> groups_;
};

// The name of a flag or group (never of a hard error)?
bool is_warning_name(std::string_view name);
bool is_warning_group(std::string_view name);

}  // namespace retort::compiler::diag
