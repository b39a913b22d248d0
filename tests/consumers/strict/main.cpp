// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include <app/migrations.hpp>
#include <retort/sqlite.hpp>

static_assert(app::migrations::head == "0002");

int second();

int main() { return second() == 2 ? 0 : 1; }
