// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: load() for one folder, and for a folder per engine.
#pragma once

#include "chain/chain.hpp"

namespace retort::compiler::chain {

Chain load_folder(const LoadOptions& options, source::FileSystem& files,
                  source::SourceFiles& sources, diag::Diagnostics& diagnostics);

// Each of options.engine_directories is a chain of its own engine; together they are one chain
// whose revisions have a body from each. Ids and parents must be the same in all: such folders
// drift apart.
Chain load_folders(const LoadOptions& options, source::FileSystem& files,
                   source::SourceFiles& sources, diag::Diagnostics& diagnostics);

// "sqlite/0001_x.sql" of "0001_x.sql": below the folder around the folders, where the lock lies.
std::string below_all_folders(const LoadOptions& options, const std::string& relative_path);

}  // namespace retort::compiler::chain
