-- What a build refuses is not locked.
-- --- file migrations/0001_a.sql
-- Make a1
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t_a1 (x int);

-- migrate:down
DROP TABLE t_a1;
-- --- file migrations/0002_b.sql
-- Make b2
--
-- Revision ID: b2
-- Revises: a1

-- migrate:up
CREATE TABLE t_b2 (x int);

-- migrate:down
DROP TABLE b2;
-- --- retort lock
-- --- exit 1
-- --- stderr
migrations/0002_b.sql:10:12: error: down of revision 'b2' fails: no such table: b2 [down-fails]
   10 | DROP TABLE b2;
      |            ^~
1 error generated.
nothing was locked
-- --- absent migrations/retort.lock
-- --- retort lock --no-lock-file
-- --- exit 2
-- --- stderr
retort: error: 'lock' writes a lock, and --no-lock-file says there is none
help: retort lock --help
