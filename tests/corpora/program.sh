# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Sourced by tests/corpora.sh: the program that a user would ship. The chain is compiled to C++ with
# the proof off, as real chains have downs that it refuses, and linked with the runtime.

compiler=$(sed -n 's/^CMAKE_CXX_COMPILER:[A-Z]*=//p' "$build/CMakeCache.txt")
runtime=$build/runtime

build_program() {
  mkdir -p "$at/generated"
  # shellcheck disable=SC2086
  "$retort" compile --name corpus --output-dir "$at/generated" --layout "$layout" \
    --engine "$engine" --no-lock-file --verify none $functions --root "$at" "$folder" \
    > "$at/compile.log" 2>&1 || return 1
  cat > "$at/generated/main.cpp" <<MAIN
#include <corpus/migrations.hpp>
#include <retort/cli.hpp>
int main(int argc, char** argv) {
  return retort::cli::run(argc, argv, ::corpus::migrations::chain());
}
MAIN
  "$compiler" -std=c++17 -O0 -I"$at/generated/include" -I"$here/../runtime/include" \
    -I"$build/runtime/include" "$at/generated/corpus.cpp" "$at/generated/main.cpp" \
    -o "$at/program" $(program_libraries) >> "$at/compile.log" 2>&1
}

# The archives use each other, and their order is the build's business.
program_libraries() {
  echo "-Wl,--start-group $(find "$runtime" -name 'libretort_*.a' | tr '\n' ' ') -Wl,--end-group -lsqlite3"
  if [ -f "$runtime/libretort_postgres.a" ]; then echo "-lpq"; fi
}

program() {
  verb=$1
  shift
  "$at/program" "$verb" --url "$url" "$@" > "$at/program.$verb" 2> "$at/program.log"
}

# At head the program says so and names no revision as applied.
second_run_is_quiet() { ! grep -q -- '->' "$at/program.upgrade" "$at/program.log"; }
