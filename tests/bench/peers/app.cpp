// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The library whose chain is measured: its command line is built beside it.
#include <app/migrations.hpp>

std::uint32_t revision_count();
std::uint32_t revision_count() { return app::migrations::chain().revision_count; }
