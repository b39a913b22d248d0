// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include <acme/store/migrations.hpp>

#include "print.hpp"

int main() { print(acme::store::migrations::chain()); }
