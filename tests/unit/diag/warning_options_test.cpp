// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// GCC's precedence of warning flags.
#include "diag/warning_options.hpp"

#include <gmock/gmock.h>

namespace retort::compiler::diag {
namespace {

std::optional<Severity> severity(std::initializer_list<const char*> flags, Kind kind) {
  WarningOptions options;
  for (const char* flag : flags) EXPECT_EQ(options.add(flag), "") << flag;
  return options.severity(info(kind));
}

TEST(WarningOptions, Defaults) {
  EXPECT_EQ(severity({}, Kind::missing_down), Severity::warning);
  EXPECT_EQ(severity({}, Kind::multiple_heads), Severity::error);
}

TEST(WarningOptions, NameSwitchesOff) {
  EXPECT_EQ(severity({"-Wno-missing-down"}, Kind::missing_down), std::nullopt);
  EXPECT_EQ(severity({"-Wno-chain"}, Kind::missing_down), std::nullopt);
}

TEST(WarningOptions, NameBeatsGroupWhereverItStands) {
  EXPECT_EQ(severity({"-Wmissing-down", "-Wno-chain"}, Kind::missing_down), Severity::warning);
  EXPECT_EQ(severity({"-Wno-chain", "-Wmissing-down"}, Kind::missing_down), Severity::warning);
  EXPECT_EQ(severity({"-Wno-missing-down", "-Wchain"}, Kind::missing_down), std::nullopt);
}

TEST(WarningOptions, LastAmongEquals) {
  EXPECT_EQ(severity({"-Wmissing-down", "-Wno-missing-down"}, Kind::missing_down), std::nullopt);
  EXPECT_EQ(severity({"-Wno-missing-down", "-Wmissing-down"}, Kind::missing_down),
            Severity::warning);
}

TEST(WarningOptions, Errors) {
  EXPECT_EQ(severity({"-Werror"}, Kind::missing_down), Severity::error);
  EXPECT_EQ(severity({"-Werror=missing-down"}, Kind::missing_down), Severity::error);
  EXPECT_EQ(severity({"-Werror=chain"}, Kind::missing_down), Severity::error);
  EXPECT_EQ(severity({"-Wno-error=missing-down", "-Werror"}, Kind::missing_down),
            Severity::warning);
  EXPECT_EQ(severity({"-Werror", "-Wno-missing-down"}, Kind::missing_down), std::nullopt);
}

TEST(WarningOptions, NoFlagTouchesAHardError) {
  WarningOptions options;
  EXPECT_NE(options.add("-Wno-multiple-heads"), "");
  EXPECT_EQ(options.severity(info(Kind::multiple_heads)), Severity::error);
}

TEST(WarningOptions, UnknownNames) {
  WarningOptions options;
  EXPECT_EQ(options.add("-Wmising-down"),
            "unknown warning 'mising-down'; did you mean 'missing-down'?");
  EXPECT_EQ(options.add("-Wno-qqq"), "unknown warning 'qqq'");
  EXPECT_EQ(options.add("-W"), "'-W' is not a warning flag (-Wname, -Wno-name, -Werror=name)");
}

TEST(Kinds, NoFlagNameBeginsWithNo) {
  for (std::size_t i = 0; i < kind_count(); ++i) {
    if (kind_at(i).group == Group::hard) continue;
    EXPECT_NE(kind_at(i).name.substr(0, 3), "no-") << kind_at(i).name;
    EXPECT_FALSE(is_warning_group(kind_at(i).name)) << kind_at(i).name;
  }
}

}  // namespace
}  // namespace retort::compiler::diag
