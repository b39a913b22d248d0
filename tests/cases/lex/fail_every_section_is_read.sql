-- One broken statement never hides the next one.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (x int));
CREATE TABLE u (y text DEFAULT 'open);

-- migrate:down
DROP TABLE t);
DROP TABLE "u;

-- migrate:verify
SELECT 1 FROM t /* open
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:7:23: error: ')' without '(' [unbalanced]
    7 | CREATE TABLE t (x int));
      |                       ^
migrations/0001_start.sql:8:32: error: unterminated string [unterminated]
    8 | CREATE TABLE u (y text DEFAULT 'open);
      |                                ^
migrations/0001_start.sql:11:13: error: ')' without '(' [unbalanced]
   11 | DROP TABLE t);
      |             ^
migrations/0001_start.sql:12:12: error: unterminated quoted name [unterminated]
   12 | DROP TABLE "u;
      |            ^
migrations/0001_start.sql:15:17: error: unterminated comment [unterminated]
   15 | SELECT 1 FROM t /* open
      |                 ^~
5 errors generated.
