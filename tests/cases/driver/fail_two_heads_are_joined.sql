-- Two heads: the other way out joins them in a new revision.
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
-- --- file migrations/0003_c.sql
-- Make c3
--
-- Revision ID: c3
-- Revises: a1

-- migrate:up
CREATE TABLE t_c3 (x int);

-- migrate:down
DROP TABLE t_c3;
-- --- env SOURCE_DATE_EPOCH=1715073000
-- --- retort revision -m 'Which head'
-- --- exit 1
-- --- stderr
retort: error: the chain has 2 heads: b2, c3
help: retort merge -m "join the heads", or name one: --head b2
-- --- retort merge -m 'Join b and c' --rev-id=d4
-- --- stdout
Generating migrations/0004_join_b_and_c.sql ...  done
-- --- result migrations/0004_join_b_and_c.sql
-- Join b and c
--
-- Revision ID: d4
-- Revises: b2, c3
-- Create Date: 2024-05-07 09:10

-- migrate:up

-- migrate:down
-- --- retort check
-- --- stdout
migrations: 4 revisions, head d4, sqlite: proved up, down, up
-- --- retort merge -m again
-- --- exit 1
-- --- stderr
retort: error: nothing to merge: the chain has one head, d4
