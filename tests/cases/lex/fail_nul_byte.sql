-- A NUL byte would end the SQL that the engine sees.
-- --- file migrations/0001_start.sql (escaped)
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (x text DEFAULT 'a\0b');
CREATE TABLE u (y\0 int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:7:34: error: NUL byte in the file [nul-byte]
    7 | CREATE TABLE t (x text DEFAULT 'a�b');
      |                                  ^
migrations/0001_start.sql:8:18: error: NUL byte in the file [nul-byte]
    8 | CREATE TABLE u (y� int);
      |                  ^
2 errors generated.
