-- Quoted names without their end, in each of SQLite's spellings.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE "t (x int);

-- migrate:down
DROP TABLE [t;

-- migrate:verify
SELECT 1 FROM `t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:7:14: error: unterminated quoted name [unterminated]
    7 | CREATE TABLE "t (x int);
      |              ^
migrations/0001_start.sql:10:12: error: unterminated quoted name [unterminated]
   10 | DROP TABLE [t;
      |            ^
migrations/0001_start.sql:13:15: error: unterminated quoted name [unterminated]
   13 | SELECT 1 FROM `t;
      |               ^
3 errors generated.
