// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Diagnostics as text: for terminals and build logs (GNU or MSVC form), as JSON lines, as SARIF.
#pragma once

#include <string>

#include "diag/diagnostics.hpp"
#include "source/source_file.hpp"

namespace retort::compiler::diag {

inline constexpr std::size_t max_errors_shown = 20;

struct RenderOptions {
  bool color = false;
  // Ends a rendering that had errors or warnings with "2 errors generated."
  bool summary = true;
};

// file:line:col: severity: text [name], then the source line and a caret; notes; help lines.
std::string render_gnu(const Diagnostics& diagnostics, const source::SourceFiles& files,
                       const RenderOptions& options = {});
// file(line,col): error name: text; no excerpt, whose text could be taken for another error.
std::string render_msvc(const Diagnostics& diagnostics, const source::SourceFiles& files);
// One JSON object per line; the fields are those of docs/diagnostics.md.
std::string render_json(const Diagnostics& diagnostics, const source::SourceFiles& files);
// SARIF 2.1.0. URIs are relative to `root`; no absolute path, no time of day.
std::string render_sarif(const Diagnostics& diagnostics, const source::SourceFiles& files,
                         const std::string& root, const std::string& version);

}  // namespace retort::compiler::diag
