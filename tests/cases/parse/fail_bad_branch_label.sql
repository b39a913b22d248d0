-- Labels are made of the letters of IDs.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:
-- Branch labels: audio@head

-- migrate:up
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:5:19: error: 'audio@head' is not a valid branch label [bad-header-value]
    5 | -- Branch labels: audio@head
      |                   ^~~~~~~~~~
help: a branch label has letters, digits, '_' and '.'
1 error generated.
