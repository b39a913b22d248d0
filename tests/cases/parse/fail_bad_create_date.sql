-- Dates are written as Alembic writes them.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:
-- Create Date: 7 May 2024

-- migrate:up
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:5:17: error: '7 May 2024' is not a valid date [bad-header-value]
    5 | -- Create Date: 7 May 2024
      |                 ^~~~~~~~~~
help: write it as  2024-05-07 09:00  or  2024-05-07
1 error generated.
