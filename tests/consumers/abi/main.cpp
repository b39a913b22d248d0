// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include <app/migrations.hpp>

int main() { return app::migrations::chain().revision_count == 2 ? 0 : 1; }
