#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# The command line of the recorder's chain on PostgreSQL: up, down, up, and what a role that may only
# read can see.   with_postgres test_postgres.sh RECORDER_MIGRATE
set -eu
migrate=$1
DATABASE_URL=$RETORT_TEST_POSTGRES_URL
export DATABASE_URL

fail() {
  echo "recorder-migrate: $*" >&2
  exit 1
}
query() { psql -XAtqc "$1"; }

"$migrate" upgrade head > /dev/null 2>&1
query "INSERT INTO transcripts (id, org_id, title) VALUES ('t', 'o', 'Llamada')"
query "INSERT INTO segments (transcript_id, segment_id, rev, t0, t1, text) VALUES
       ('t', 's', 1, 0, 1, 'Quería cancelar la suscripción')"
[ "$(query "SELECT count(*) FROM segments WHERE search @@ to_tsquery('simple', 'suscripcion')")" = 1 ] ||
  fail "search finds nothing"
query "INSERT INTO actions (id, transcript_id, text) VALUES ('a', 't', 'call back')"
query "UPDATE actions SET status = 'done'"
[ "$(query "SELECT event_type FROM audit_events")" = action.done ] || fail "no audit event"

query "CREATE ROLE reader LOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader"
DATABASE_URL="postgresql://reader@/postgres?host=$PGHOST"
"$migrate" current | grep -q '^a6093be7f41d (head)$' || fail "a reader does not see where it stands"
"$migrate" history -i | grep -q '(head) (current)' || fail "a reader does not see the history"
"$migrate" check > /dev/null || fail "a reader cannot check"
if "$migrate" downgrade -1 > /dev/null 2> message; then fail "a reader can downgrade"; fi

DATABASE_URL=$RETORT_TEST_POSTGRES_URL
"$migrate" downgrade base > /dev/null 2>&1
[ "$(query "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")" = 1 ] ||
  fail "more than the ledger is left"
if "$migrate" check > /dev/null 2>&1; then fail "check does not see that nothing is applied"; fi
"$migrate" upgrade head > /dev/null 2>&1
"$migrate" current | grep -q '^a6093be7f41d (head)$' || fail "it does not go up again"
