// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include <unistd.h>

int main(int, char** argv) {
  execv(REAL_TOOL, argv);
  return 127;
}
