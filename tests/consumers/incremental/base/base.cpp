// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include <base/migrations.hpp>

int main() { return base::migrations::chain().revision_count == 0; }
