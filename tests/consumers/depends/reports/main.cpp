// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include <accounts/migrations.hpp>
#include <orders/migrations.hpp>
#include <reports/migrations.hpp>

#include "print.hpp"

int main() {
  print(accounts::migrations::chain());
  print(orders::migrations::chain());
  print(reports::migrations::chain());
}
