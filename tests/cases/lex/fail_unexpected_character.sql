-- Characters that begin no token of SQLite, and a psql command is one of them.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (x int) ^ 1;
\i other.sql
CREATE TABLE u (x int {});

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:7:24: error: unexpected character '^' [syntax]
    7 | CREATE TABLE t (x int) ^ 1;
      |                        ^
migrations/0001_start.sql:8:1: error: psql command '\i' is not SQL [backslash-command]
    8 | \i other.sql
      | ^~
help: copy the file's statements here
migrations/0001_start.sql:9:23: error: unexpected character '{' [syntax]
    9 | CREATE TABLE u (x int {});
      |                       ^
migrations/0001_start.sql:9:24: error: unexpected character '}' [syntax]
    9 | CREATE TABLE u (x int {});
      |                        ^
4 errors generated.
