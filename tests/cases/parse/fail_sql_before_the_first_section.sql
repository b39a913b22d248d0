-- SQL in the header.
-- --- file migrations/0001_start.sql
-- Start
CREATE TABLE u (x int);
CREATE TABLE v (x int);

-- migrate:up
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:2:1: error: SQL before the first '-- migrate:' section [outside-section]
    2 | CREATE TABLE u (x int);
      | ^~~~~~~~~~~~~~~~~~~~~~
help: put it behind '-- migrate:up', or make it a comment
1 error generated.
