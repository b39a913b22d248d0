#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# No absolute paths of somebody's machine, no leftover markers.
set -eu
status=0
if git grep -nE '(^|[^a-z])/(home|work|Users)/[a-z]' -- ':!tests/lint/words.sh' ':!docs/*'; then
  echo "^ an absolute path of somebody's machine"
  status=1
fi
if git grep -nE '\b(FIXME|XXX|TODO)\b' -- ':!tests/lint/words.sh'; then
  echo "^ a leftover marker: do it, or write an issue"
  status=1
fi
exit $status
