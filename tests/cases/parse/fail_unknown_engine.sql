-- An engine that is not known.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up oracle
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:6:15: error: unknown option 'oracle' [unknown-option]
    6 | -- migrate:up oracle
      |               ^~~~~~
help: engines are 'sqlite' and 'postgres'
help: options are 'portable', 'irreversible', 'transaction:false', 'foreign_keys:off', 'lock_timeout:5s', 'statement_timeout:10min'
1 error generated.
