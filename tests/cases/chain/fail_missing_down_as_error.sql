-- The same as an error.
-- --- file migrations/a.sql
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- --- retort check -Werror=missing-down
-- --- exit 1
-- --- stderr
migrations/a.sql:3:1: error: revision 'a' has no down section for sqlite [-Werror=missing-down]
    3 | -- migrate:up
      | ^~~~~~~~~~~~~
help: write how to revert it behind a line  -- migrate:down
help: or say that it cannot be:            -- migrate:down irreversible
1 error generated.
