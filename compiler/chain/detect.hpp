// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: layout auto.
#pragma once

#include "chain/layouts.hpp"

namespace retort::compiler::chain {

// The layout whose signs the files of a folder carry; what was taken and why is reported, and so
// are signs of two layouts at once. Null where nothing tells.
const Layout* detect_layout(const LoadOptions& options, source::FileSystem& files,
                            source::SourceFiles& sources, diag::Diagnostics& diagnostics);

}  // namespace retort::compiler::chain
