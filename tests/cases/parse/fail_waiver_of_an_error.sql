-- Errors cannot be waived, and groups are too wide.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
-- retort: allow(multiple-heads) we like them
-- retort: allow(chain) all of them
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:7:18: error: 'multiple-heads' is an error and cannot be waived [bad-waiver]
    7 | -- retort: allow(multiple-heads) we like them
      |                  ^~~~~~~~~~~~~~
help: delete this line
migrations/0001_start.sql:8:18: error: 'chain' is a group, a waiver is for one warning [bad-waiver]
    8 | -- retort: allow(chain) all of them
      |                  ^~~~~
help: name the warning that it is for
2 errors generated.
