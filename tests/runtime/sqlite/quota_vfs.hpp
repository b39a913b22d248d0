// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A disk that is full: a SQLite VFS that passes everything on to the default one and lets files
// grow by so many bytes only.
#pragma once

#include <cstdint>

namespace retort::test {

// Registers the VFS "quota" (once) and sets how many bytes all files opened through it may grow.
void set_disk_quota(std::int64_t bytes);

}  // namespace retort::test
