// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A chain of another layout as files of layout retort.
#pragma once

#include <string>
#include <vector>

#include "chain/chain.hpp"
#include "retort/chain.hpp"

namespace retort::compiler::driver {

struct ImportedFile {
  std::string name;
  std::string text;
};

// One file per revision, in chain order; sorted by name they stand in the same order where the
// chain is a line. `compiled` is `chain` compiled: it knows how each section runs.
std::vector<ImportedFile> import_texts(const chain::Chain& chain, const retort::Chain& compiled);

// What of `chain` the files do not say, or an empty string: ids, order, hashes, transactions.
std::string check_import(const chain::Chain& chain, const std::vector<ImportedFile>& files);

}  // namespace retort::compiler::driver
