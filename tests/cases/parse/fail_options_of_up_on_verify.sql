-- Verify runs in the transaction of up.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (x int);

-- migrate:verify transaction:false foreign_keys:off
SELECT 1;

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:9:19: error: 'transaction' on a verify section [misplaced-directive]
    9 | -- migrate:verify transaction:false foreign_keys:off
      |                   ^~~~~~~~~~~~~~~~~
help: it runs behind the up section, as that one does: write it there
migrations/0001_start.sql:9:37: error: 'foreign_keys' on a verify section [misplaced-directive]
    9 | -- migrate:verify transaction:false foreign_keys:off
      |                                     ^~~~~~~~~~~~~~~~
help: it runs behind the up section, as that one does: write it there
2 errors generated.
