-- Several parents are a merge, and have commas between them.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises: b2 c3

-- migrate:up
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:4:13: error: 'b2 c3' is not a valid revision ID [bad-header-value]
    4 | -- Revises: b2 c3
      |             ^~~~~
help: separate them with commas:  b2, c3
1 error generated.
