-- Nobody reads a header key there.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revises:

-- migrate:up
-- Revision ID: a1
-- Depends on: nothing, this is a sentence
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:6:4: error: header key 'Revision ID' behind the first section [misplaced-directive]
    6 | -- Revision ID: a1
      |    ^~~~~~~~~~~
help: move the line above '-- migrate:up'
1 error generated.
