-- Outputs that cannot be written: of `compile`, and the lock.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- folder out
-- --- mode 500 out
-- --- retort compile --name app --output-dir out
-- --- exit 1
-- --- stderr
retort: error: cannot write 'out/app.stamp.tmp': Permission denied [cannot-write]
1 error generated.
-- --- absent out/app.cpp
-- --- mode 500 migrations
-- --- retort lock
-- --- exit 1
-- --- stderr
retort: error: cannot write 'migrations/retort.lock': Permission denied
-- --- absent migrations/retort.lock
