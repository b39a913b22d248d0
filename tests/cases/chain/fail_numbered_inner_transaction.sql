-- Only an outer pair is dropped.
-- --- file migrations/1_a.sql
BEGIN;
CREATE TABLE a (x integer);
COMMIT;
BEGIN;
CREATE TABLE b (x integer);
COMMIT;
-- --- retort check --layout numbered -Wno-missing-down
-- --- exit 1
-- --- stderr
migrations/1_a.sql:3:1: error: 'COMMIT' in a migration: the runtime owns the transaction [transaction-control]
    3 | COMMIT;
      | ^~~~~~
help: delete the statement: a revision and its ledger row commit together
migrations/1_a.sql:4:1: error: 'BEGIN' in a migration: the runtime owns the transaction [transaction-control]
    4 | BEGIN;
      | ^~~~~
help: delete the statement: a revision and its ledger row commit together
2 errors generated.
