-- A locked revision keeps its place; the new one moves behind it.
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
DROP TABLE t_b2;
-- --- retort lock
-- --- stdout
locked a1, Make a1
locked b2, Make b2
2 revisions added to migrations/retort.lock
-- --- file migrations/0003_c.sql
-- Make c3
--
-- Revision ID: c3
-- Revises: a1

-- migrate:up
CREATE TABLE t_c3 (x int);

-- migrate:down
DROP TABLE t_c3;
-- --- retort rebase b2 --onto c3
-- --- exit 1
-- --- stderr
retort: error: revision 'b2' is locked: databases have it where it is
help: the other way round:  retort rebase c3 --onto b2
-- --- retort rebase c3 --onto b2
-- --- stdout
migrations/0003_c.sql: Revises: a1 -> b2
-- --- retort check
-- --- stdout
migrations: 3 revisions, head c3, sqlite: proved up, down, up
