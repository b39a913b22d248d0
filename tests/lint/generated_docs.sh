#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# docs/diagnostics.md is what kinds.def says.   generated_docs.sh LIST_DIAGNOSTICS [--update]
set -eu
if [ "${2:-}" = --update ]; then
  "$1" > docs/diagnostics.md
  exit 0
fi
"$1" | diff -u docs/diagnostics.md - || {
  echo "docs/diagnostics.md is out of date: sh tests/lint/generated_docs.sh $1 --update"
  exit 1
}
