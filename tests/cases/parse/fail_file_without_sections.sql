-- SQL without a section would run in no direction.
-- --- file migrations/0001_start.sql
-- Start

CREATE TABLE t (x int);
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:3:1: error: no '-- migrate:up' section in this file [no-sections]
    3 | CREATE TABLE t (x int);
      | ^~~~~~~~~~~~~~~~~~~~~~
help: put '-- migrate:up' on a line of its own before it
1 error generated.
