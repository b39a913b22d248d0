// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include <app/migrations.hpp>
#include <cstdio>

int main() { std::puts(app::migrations::chain().name.data()); }
