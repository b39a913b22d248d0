// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include <app.log-2/migrations.hpp>
#include <app/migrations.hpp>

#include "print.hpp"

int main() {
  print(app::migrations::chain());
  print(app_log_2::migrations::chain());
}
