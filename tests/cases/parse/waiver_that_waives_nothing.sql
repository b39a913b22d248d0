-- It would hide the next real finding.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
-- retort: allow(missing-down) there is one now
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- stdout
migrations: 1 revision, head a1, sqlite: proved up, down, up
-- --- stderr
migrations/0001_start.sql:7:1: warning: this waiver of 'missing-down' waives nothing [-Wunused-allow]
    7 | -- retort: allow(missing-down) there is one now
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
help: delete this line
1 warning generated.
