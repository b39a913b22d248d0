-- One line says what was proved, and what was not.
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
-- --- retort check
-- --- stdout
migrations: 2 revisions, head b2, sqlite: proved up, down, up
-- --- retort check -v
-- --- stdout
a1  migrations/0001_a.sql
b2  migrations/0002_b.sql
migrations: 2 revisions, head b2, sqlite: proved up, down, up
-- --- retort check migrations/ --verify=none
-- --- stdout
migrations: 2 revisions, head b2, sqlite: not proved
-- --- retort check --file=migrations/0001_a.sql --name=words
-- --- stdout
words: 1 revision, head a1, sqlite: proved up, down, up
