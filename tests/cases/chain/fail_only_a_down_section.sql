-- A file without up does nothing.
-- --- file migrations/a.sql
-- Revises:

-- migrate:down
DROP TABLE a;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/a.sql:1:1: error: no '-- migrate:up' section in this file [no-sections]
    1 | -- Revises:
      | ^
help: begin the SQL with a line of its own:  -- migrate:up
1 error generated.
