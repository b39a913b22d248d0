-- The first one counts.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:
-- Revision ID: b2

-- migrate:up
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:5:4: error: header key 'Revision ID' is given twice [duplicate-header-key]
    5 | -- Revision ID: b2
      |    ^~~~~~~~~~~
migrations/0001_start.sql:3:4: note: the first one is here
    3 | -- Revision ID: a1
      |    ^~~~~~~~~~~
1 error generated.
