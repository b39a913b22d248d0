// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include <store/migrations.hpp>

const retort::Chain& store_chain() { return store::migrations::chain(); }
