-- What SQLite refuses inside a transaction needs transaction:false.
-- --- file migrations/0001_step.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE words (id integer);
VACUUM;
PRAGMA journal_mode = WAL;

-- migrate:down
DROP TABLE words;
VACUUM;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_step.sql:8:1: error: VACUUM cannot run inside a transaction [needs-no-transaction]
    8 | VACUUM;
      | ^~~~~~
help: -- migrate:up transaction:false
migrations/0001_step.sql:9:1: error: PRAGMA journal_mode cannot run inside a transaction [needs-no-transaction]
    9 | PRAGMA journal_mode = WAL;
      | ^~~~~~
help: -- migrate:up transaction:false
migrations/0001_step.sql:13:1: error: VACUUM cannot run inside a transaction [needs-no-transaction]
   13 | VACUUM;
      | ^~~~~~
help: -- migrate:down transaction:false
3 errors generated.
