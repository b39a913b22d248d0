-- A key among keys that is not known.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:
-- Author: Ann

-- migrate:up
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:5:4: error: unknown header key 'Author' [unknown-header-key]
    5 | -- Author: Ann
      |    ^~~~~~
help: known keys are 'Revision ID', 'Revises', 'Depends on', 'Branch labels', 'Create Date'
help: to write free text, put an empty '--' line between it and the keys
1 error generated.
