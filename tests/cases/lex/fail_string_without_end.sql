-- A string without its end is reported where it begins, and the next section is still read.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (x text DEFAULT 'open);
INSERT INTO t VALUES (1);

-- migrate:down
DROP TABLE 'u;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:7:32: error: unterminated string [unterminated]
    7 | CREATE TABLE t (x text DEFAULT 'open);
      |                                ^
migrations/0001_start.sql:11:12: error: unterminated string [unterminated]
   11 | DROP TABLE 'u;
      |            ^
2 errors generated.
