-- A waiver stands before what it waives.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (x int); -- retort: allow(missing-down) why

-- migrate:down
DROP TABLE t;

-- retort: allow(missing-down) nothing follows
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:7:25: error: waiver behind other text on its line [misplaced-directive]
    7 | CREATE TABLE t (x int); -- retort: allow(missing-down) why
      |                         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
help: put it on a line of its own before the statement
migrations/0001_start.sql:12:1: error: waiver with no statement behind it [misplaced-directive]
   12 | -- retort: allow(missing-down) nothing follows
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
help: put it before the statement, or before the section's '-- migrate:' line
2 errors generated.
