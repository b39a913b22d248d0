// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Prints docs/diagnostics.md from compiler/diag/kinds.def.
#include <cstdio>
#include <map>
#include <string>

#include "diag/kinds.hpp"

namespace diag = retort::compiler::diag;

namespace {

const char* state_word(diag::State state) {
  switch (state) {
    case diag::State::error_by_default:
      return "error";
    case diag::State::on:
      return "on";
    case diag::State::all:
      return "-Wall";
    case diag::State::opt_in:
      return "opt-in";
  }
  return "";
}

void print_rows(bool flags) {
  for (std::size_t i = 0; i < diag::kind_count(); ++i) {
    const diag::KindInfo& kind = diag::kind_at(i);
    if ((kind.group != diag::Group::hard) != flags) continue;
    std::printf("| `%s` | ", std::string(kind.name).c_str());
    if (flags) {
      std::printf("%s | %s | ", std::string(diag::group_name(kind.group)).c_str(),
                  state_word(kind.state));
    }
    std::printf("%s | %s |\n", std::string(kind.text).c_str(), std::string(kind.trigger).c_str());
  }
}

}  // namespace

int main() {
  std::puts(
      "# Diagnostics\n\n"
      "This page is generated from `compiler/diag/kinds.def`; a test keeps it true.\n\n"
      "A message is `file:line:col: severity: text [name]`, the source line with a caret, notes "
      "at\n"
      "other places, and help lines that can be pasted. Columns count code points from 1, a tab "
      "as\n"
      "one. `--diagnostics=gnu|msvc|json` chooses the form, `--sarif FILE` also writes SARIF "
      "2.1.0.\n"
      "At most 20 errors are shown, then the count.\n\n"
      "JSON: one object per line with `file`, `line`, `column`, `endLine`, `endColumn`, "
      "`severity`,\n"
      "`name`, `group`, `revision`, `message`, `notes`, `help`, `waived`.\n\n"
      "## Flags\n\n"
      "`-Wname` and `-Wno-name` switch one, `-Wgroup` a group, `-Wall` those marked so;\n"
      "`-Werror`, `-Werror=name`, `-Wno-error=name` as in GCC: the more specific flag wins, among\n"
      "equals the last. `-- retort: allow(name) reason` before a statement, or before a section,\n"
      "waives one there.\n\n"
      "| flag | group | default | text | triggers on |\n|---|---|---|---|---|");
  print_rows(true);
  std::puts(
      "\n## Errors\n\nNo flag and no waiver touches these.\n\n"
      "| name | text | triggers on |\n|---|---|---|");
  print_rows(false);
}
