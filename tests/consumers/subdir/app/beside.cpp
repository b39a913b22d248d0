// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include <beside/migrations.hpp>

#include "print.hpp"

int main() { print(beside::migrations::chain()); }
