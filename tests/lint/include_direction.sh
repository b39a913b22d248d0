#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# A room may include only the rooms named here (docs/architecture.md), Boost is included in
# compiler/parse/grammar only, and no public header includes an engine's or Boost's header.
set -eu

allowed() {
  case $1 in
    source) echo "source" ;;
    diag) echo "source diag" ;;
    dialect) echo "dialect" ;;
    lex) echo "source diag dialect lex" ;;
    ast) echo "source dialect lex ast" ;;
    parse) echo "source diag dialect lex ast parse" ;;
    chain) echo "source diag dialect lex ast parse chain" ;;
    schema) echo "source diag dialect lex ast schema" ;;
    lower) echo "source diag dialect lex ast parse chain schema lower" ;;
    emit) echo "source dialect emit" ;;
    cluster) echo "cluster" ;;
    verify) echo "source diag dialect lex lower verify" ;;
    # cli: runtime/cli, whose shapes the tool shares with the shipped command line.
    driver) echo "source diag dialect lex ast parse chain schema lower emit cluster verify driver cli" ;;
    *) echo "room $1 is not in tests/lint/include_direction.sh" >&2; exit 1 ;;
  esac
}

status=0
for directory in compiler/*/; do
  room=$(basename "$directory")
  may=$(allowed "$room")
  found=$(grep -rhoE '^#include "[a-z_]+/' "$directory" | sed 's/#include "//; s,/,,' | sort -u)
  for other in $found; do
    case " $may retort " in
      *" $other "*) ;;
      *) echo "compiler/$room includes $other/, which it may not"; status=1 ;;
    esac
  done
done

if grep -rln 'boost/' compiler runtime tests --include='*.hpp' --include='*.cpp' |
  grep -v '^compiler/parse/grammar/'; then
  echo "^ includes Boost outside compiler/parse/grammar"
  status=1
fi
if grep -nE '#include <(boost/|sqlite3\.h|libpq-fe\.h|fmt/|CLI/|nlohmann/)' -r runtime/include; then
  echo "^ a public header includes a library that its users would need"
  status=1
fi
exit $status
