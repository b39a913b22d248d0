-- Which of them should count?
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up transaction:false transaction:true
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:6:33: error: 'transaction' is given twice [misplaced-directive]
    6 | -- migrate:up transaction:false transaction:true
      |                                 ^~~~~~~~~~~~~~~~
1 error generated.
