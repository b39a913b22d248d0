-- An empty element of a list.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:
-- Branch labels: audio,,

-- migrate:up
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:5:25: error: '' is not a valid branch label [bad-header-value]
    5 | -- Branch labels: audio,,
      |                         ^
help: there is a comma too many
migrations/0001_start.sql:5:26: error: '' is not a valid branch label [bad-header-value]
    5 | -- Branch labels: audio,,
      |                          ^
help: there is a comma too many
2 errors generated.
