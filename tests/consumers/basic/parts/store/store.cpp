// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include <store/migrations.hpp>

int store_count() { return static_cast<int>(store::migrations::chain().revision_count); }
