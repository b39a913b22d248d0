-- A directive with more words than it could ever have.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up sqlite x x x x x x x x x x x x x x x x x
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:6:22: error: unknown option 'x' [unknown-option]
    6 | -- migrate:up sqlite x x x x x x x x x x x x x x x x x
      |                      ^
help: engines are 'sqlite' and 'postgres'
help: options are 'portable', 'irreversible', 'transaction:false', 'foreign_keys:off', 'lock_timeout:5s', 'statement_timeout:10min'
migrations/0001_start.sql:6:24: error: unknown option 'x' [unknown-option]
    6 | -- migrate:up sqlite x x x x x x x x x x x x x x x x x
      |                        ^
migrations/0001_start.sql:6:26: error: unknown option 'x' [unknown-option]
    6 | -- migrate:up sqlite x x x x x x x x x x x x x x x x x
      |                          ^
migrations/0001_start.sql:6:28: error: unknown option 'x' [unknown-option]
    6 | -- migrate:up sqlite x x x x x x x x x x x x x x x x x
      |                            ^
migrations/0001_start.sql:6:30: error: unknown option 'x' [unknown-option]
    6 | -- migrate:up sqlite x x x x x x x x x x x x x x x x x
      |                              ^
migrations/0001_start.sql:6:32: error: unknown option 'x' [unknown-option]
    6 | -- migrate:up sqlite x x x x x x x x x x x x x x x x x
      |                                ^
migrations/0001_start.sql:6:34: error: unknown option 'x' [unknown-option]
    6 | -- migrate:up sqlite x x x x x x x x x x x x x x x x x
      |                                  ^
migrations/0001_start.sql:6:36: error: unknown option 'x' [unknown-option]
    6 | -- migrate:up sqlite x x x x x x x x x x x x x x x x x
      |                                    ^
migrations/0001_start.sql:6:38: error: unknown option 'x' [unknown-option]
    6 | -- migrate:up sqlite x x x x x x x x x x x x x x x x x
      |                                      ^
migrations/0001_start.sql:6:40: error: unknown option 'x' [unknown-option]
    6 | -- migrate:up sqlite x x x x x x x x x x x x x x x x x
      |                                        ^
migrations/0001_start.sql:6:42: error: unknown option 'x' [unknown-option]
    6 | -- migrate:up sqlite x x x x x x x x x x x x x x x x x
      |                                          ^
migrations/0001_start.sql:6:44: error: unknown option 'x' [unknown-option]
    6 | -- migrate:up sqlite x x x x x x x x x x x x x x x x x
      |                                            ^
migrations/0001_start.sql:6:46: error: unknown option 'x' [unknown-option]
    6 | -- migrate:up sqlite x x x x x x x x x x x x x x x x x
      |                                              ^
migrations/0001_start.sql:6:48: error: unknown option 'x' [unknown-option]
    6 | -- migrate:up sqlite x x x x x x x x x x x x x x x x x
      |                                                ^
migrations/0001_start.sql:6:50: error: unknown option 'x' [unknown-option]
    6 | -- migrate:up sqlite x x x x x x x x x x x x x x x x x
      |                                                  ^
migrations/0001_start.sql:6:52: error: number of words in a directive exceeds the limit of 16 [limit-exceeded]
    6 | -- migrate:up sqlite x x x x x x x x x x x x x x x x x
      |                                                    ^
16 errors generated.
