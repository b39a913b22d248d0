// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include <app/migrations.hpp>

#include "print.hpp"

int main() { print(app::migrations::chain()); }
