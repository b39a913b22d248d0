-- No down section: a warning, unless it is waived or the revision is locked.
-- --- file migrations/a.sql
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- --- file migrations/b.sql
-- Revises: a

-- retort: allow(missing-down) nobody goes back here
-- migrate:up
CREATE TABLE b (x integer);
-- --- file migrations/c.sql
-- Revises: b

-- migrate:up
-- nothing
-- --- retort check
-- --- stdout
migrations: 3 revisions, head c, sqlite: proved up, down, up
-- --- stderr
migrations/a.sql:3:1: warning: revision 'a' has no down section for sqlite [-Wmissing-down]
    3 | -- migrate:up
      | ^~~~~~~~~~~~~
help: write how to revert it behind a line  -- migrate:down
help: or say that it cannot be:            -- migrate:down irreversible
1 warning generated.
-- --- retort check -Wno-missing-down
-- --- stdout
migrations: 3 revisions, head c, sqlite: proved up, down, up
-- --- retort lock
-- --- stdout
locked a
locked b
locked c
3 revisions added to migrations/retort.lock
-- --- stderr
migrations/a.sql:3:1: warning: revision 'a' has no down section for sqlite [-Wmissing-down]
    3 | -- migrate:up
      | ^~~~~~~~~~~~~
help: write how to revert it behind a line  -- migrate:down
help: or say that it cannot be:            -- migrate:down irreversible
1 warning generated.
-- --- retort check
-- --- stdout
migrations: 3 revisions, head c, sqlite: proved up, down, up
