-- The reason is for the one who asks in a year.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- retort: allow(missing-down)
-- migrate:up
CREATE TABLE t (x int);
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:6:1: error: waiver of 'missing-down' without a reason [bad-waiver]
    6 | -- retort: allow(missing-down)
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
help: -- retort: allow(missing-down) <reason>
migrations/0001_start.sql:7:1: warning: revision 'a1' has no down section for sqlite [-Wmissing-down]
    7 | -- migrate:up
      | ^~~~~~~~~~~~~
help: write how to revert it behind a line  -- migrate:down
help: or say that it cannot be:            -- migrate:down irreversible
1 warning and 1 error generated.
