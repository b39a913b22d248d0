// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What initdb made, kept for the next cluster. Private to the room.
#pragma once

#include <sys/types.h>

#include <string>

namespace retort::compiler::cluster {

// Copies the kept data folder of `version` to `data`, owned by `uid` (0: as it is); false where
// there is none that can be used.
bool copy_template(const std::string& directory, const std::string& version,
                   const std::string& data, uid_t uid, gid_t gid);
// Keeps a copy of `data`, which no server uses. Without an effect where it cannot.
void keep_template(const std::string& directory, const std::string& version,
                   const std::string& data);

}  // namespace retort::compiler::cluster
