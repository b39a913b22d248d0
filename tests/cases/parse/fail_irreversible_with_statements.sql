-- Either there is a way back, or there is none.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (x int);

-- migrate:down irreversible

DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:9:17: error: 'irreversible' on a down section with statements [misplaced-directive]
    9 | -- migrate:down irreversible
      |                 ^~~~~~~~~~~~
migrations/0001_start.sql:11:1: note: the first statement is here
   11 | DROP TABLE t;
      | ^~~~~~~~~~~~
help: delete the word, or the statements
1 error generated.
