-- Branches, labels and a merge, as history shows them.
-- --- file migrations/a.sql
-- First
--
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- file migrations/b.sql
-- Second
--
-- Revises: a
-- Branch labels: cart

-- migrate:up
CREATE TABLE b (x integer);
-- migrate:down
DROP TABLE b;
-- --- file migrations/c.sql
-- Third
--
-- Revises: a

-- migrate:up
CREATE TABLE c (x integer);
-- migrate:down
DROP TABLE c;
-- --- file migrations/d.sql
-- Join
--
-- Revises: b, c

-- migrate:up

-- migrate:down

-- --- retort check
-- --- stdout
migrations: 4 revisions, head d, sqlite: proved up, down, up
-- --- retort history
-- --- stdout
b, c -> d (cart) (head) (mergepoint), Join
a -> c, Third
a -> b (cart), Second
<base> -> a (branchpoint), First
