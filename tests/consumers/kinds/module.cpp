// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include <in_module/migrations.hpp>

extern "C" const retort::Chain* module_chain() { return &in_module::migrations::chain(); }
