-- The runtime owns the transaction: a section has no statement that begins or ends one.
-- --- file migrations/0001_step.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up
BEGIN;
CREATE TABLE words (id integer);
SAVEPOINT half;
CREATE TRIGGER t AFTER INSERT ON words BEGIN SELECT 1; END;
COMMIT;

-- migrate:down
DROP TABLE words;
ROLLBACK;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_step.sql:7:1: error: 'BEGIN' in a migration: the runtime owns the transaction [transaction-control]
    7 | BEGIN;
      | ^~~~~
help: delete the statement: a revision and its ledger row commit together
migrations/0001_step.sql:9:1: error: 'SAVEPOINT' in a migration: the runtime owns the transaction [transaction-control]
    9 | SAVEPOINT half;
      | ^~~~~~~~~
help: delete the statement: a revision and its ledger row commit together
migrations/0001_step.sql:11:1: error: 'COMMIT' in a migration: the runtime owns the transaction [transaction-control]
   11 | COMMIT;
      | ^~~~~~
help: delete the statement: a revision and its ledger row commit together
migrations/0001_step.sql:15:1: error: 'ROLLBACK' in a migration: the runtime owns the transaction [transaction-control]
   15 | ROLLBACK;
      | ^~~~~~~~
help: delete the statement: a revision and its ledger row commit together
4 errors generated.
