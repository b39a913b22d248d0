-- Comments, white space, case, line ends, a BOM, the down section and waivers are no edit of a locked revision.
-- --- file migrations/a.sql
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- file migrations/b.sql
-- Revises: a

-- migrate:up
CREATE TABLE b (x integer);
-- migrate:down
DROP TABLE b;
-- --- file migrations/c.sql
-- Revises: b

-- migrate:up
CREATE TABLE c (x integer);
-- migrate:down
DROP TABLE c;
-- --- retort lock
-- --- stdout
locked a
locked b
locked c
3 revisions added to migrations/retort.lock
-- --- file migrations/b.sql (escaped)
\xEF\xBB\xBF-- A message that was not there\r
--\r
-- Revises: a\r
\r
\x2D- migrate:up\r
  create Table b -- why\r
    (X INTEGER)\r
;\r
\x2D- migrate:down\r
drop table if exists b;\r
-- --- retort check
-- --- stdout
migrations: 3 revisions, head c, sqlite: proved up, down, up
