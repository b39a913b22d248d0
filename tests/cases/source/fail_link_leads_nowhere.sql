-- A link to a file that is gone.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- link migrations/0002_more.sql ../gone.sql
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0002_more.sql:1:1: error: cannot read 'migrations/0002_more.sql': broken symbolic link [cannot-read]
1 error generated.
