// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include <app/migrations.hpp>

int second();

int second() { return static_cast<int>(app::migrations::chain().revision_count); }
