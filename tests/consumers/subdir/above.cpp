// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include <above/migrations.hpp>

#include "print.hpp"

int main() { print(above::migrations::chain()); }
