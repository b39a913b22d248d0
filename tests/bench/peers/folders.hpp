// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// One chain as a project of each tool, for PostgreSQL: the same statements in the same order.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "work.hpp"

namespace retort::bench {

// Writes what `tool` (retort, dbmate, sql-migrate, alembic, sqitch, psql) wants below
// `root`/`tool`. False for a tool without such a form. What needs the server's address reads it
// from the environment: PGHOST, PGUSER, and BENCH_URL for alembic.
bool write_folder(const std::filesystem::path& root, const std::string& tool,
                  const std::vector<Step>& steps);

}  // namespace retort::bench
