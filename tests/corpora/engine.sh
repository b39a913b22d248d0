# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Sourced by tests/corpora.sh: the engines. Two databases, `tool` and `ours`. Each chain gets a
# PostgreSQL server of its own, as some change roles and settings of the whole server.

server_bin=$(pg_config --bindir 2>/dev/null || true)

# initdb and postgres refuse to run as root.
as_server() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

# A server that an interrupted run leaves behind would stay.
trap 'if [ -n "${data:-}" ]; then stop_engine; fi' EXIT

start_engine() {
  if [ "$engine" = sqlite ]; then
    rm -f "$at/tool.db" "$at/ours.db"
    url=sqlite:$at/ours.db
  else
    template=$work/.cluster
    data=$at/server/data
    mkdir -p "$at/server"
    if [ ! -d "$template" ]; then
      mkdir "$template"
      if [ "$(id -u)" = 0 ]; then chown postgres "$template"; fi
      as_server "$server_bin/initdb" -D "$template" -A trust -U postgres -E UTF8 --no-locale -N \
        > "$work/initdb.log"
    fi
    cp -a "$template" "$data"
    socket=$(mktemp -d)
    chmod 777 "$socket"
    as_server "$server_bin/pg_ctl" -D "$data" -w -s -l "$data/log" \
      -o "-k $socket -c listen_addresses= -c fsync=off -c synchronous_commit=off" start
    PGHOST=$socket PGUSER=postgres
    export PGHOST PGUSER
    createdb tool
    createdb ours
    url="postgresql:///ours?host=$socket&user=postgres"
  fi
  before=$(option before)
  if [ -n "$before" ]; then
    feed tool "$corpora/$before"
    feed ours "$corpora/$before"
  fi
  dump tool > "$at/schema.empty"
}

stop_engine() {
  if [ "$engine" = sqlite ]; then return; fi
  as_server "$server_bin/pg_ctl" -D "$data" -s -m immediate stop
  rm -rf "$socket" "$data"
  data=
}

# feed DATABASE FILE
feed() {
  if [ "$engine" = sqlite ]; then
    sqlite3 -bail "$at/$1.db" < "$2"
  else
    psql -X -q -v ON_ERROR_STOP=1 -d "$1" -f "$2"
  fi > "$at/feed.log" 2> "$at/feed.err"
}

tool_up() {
  for file in "$at/oracle/"*.up.sql; do feed tool "$file" || return 1; done
}

# Down to the revision with number $1, which stays.
tool_down() {
  for file in $(ls "$at/oracle/"*.up.sql | sort -r | head -n "$((files - $1))"); do
    file=${file%.up.sql}.down.sql
    [ -f "$file" ] || continue
    feed tool "$file" || return 1
  done
}

failed_file() {
  number=$(basename "$file" | sed 's/^0*//; s/\..*//')
  echo "$(sed -n "${number}p" "$at/order.tool"): $(grep -i error "$at/feed.err" | head -n 1 | cut -c 1-80)"
}

# The schema as text, without the ledger and without what is no schema.
dump() {
  if [ "$engine" = sqlite ]; then
    sqlite3 "$at/$1.db" "SELECT type, name, tbl_name, sql FROM sqlite_schema
      WHERE tbl_name NOT LIKE 'retort_ledger%' AND name <> 'sqlite_sequence' ORDER BY type, name"
  else
    pg_dump -s --no-owner -N sqitch -T 'retort_ledger*' -d "$1" |
      grep -vE '^(--.*|\\(un)?restrict .*|SET .*|SELECT pg_catalog.set_config.*|)$' || true
  fi
}
