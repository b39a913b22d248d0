// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include <program/migrations.hpp>

#include "print.hpp"

const retort::Chain& store_chain();

int main() {
  print(store_chain());
  print(program::migrations::chain());
}
