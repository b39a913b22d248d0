// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Another user of the static library; it includes the library's generated header.
#include <in_static/migrations.hpp>

#include "print.hpp"

static_assert(in_static::migrations::head == "0002");

int main() { print(in_static::migrations::chain()); }
