-- A derived down that does not bring the rows back is an error until it is accepted or written.
-- --- file migrations/0001_start.sql
-- Revision ID: a1
-- Revises:

-- migrate:up portable
CREATE TABLE t (id bigint PRIMARY KEY, a text, b text);
-- --- file migrations/0002_drop.sql
-- Revision ID: a2
-- Revises: a1

-- migrate:up portable
ALTER TABLE t DROP COLUMN a;
-- --- retort check --engine sqlite,postgres --verify sqlite
-- --- exit 1
-- --- stderr
migrations/0002_drop.sql:5:1: error: the derived down of revision 'a2' does not bring back the values of column 't.a' [-Werror=lossy-down]
    5 | ALTER TABLE t DROP COLUMN a;
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~
help: write how to revert it behind a line  -- migrate:down
help: or say that it cannot be:            -- migrate:down irreversible
help: or accept it, before the statement:  -- retort: allow(lossy-down) <reason>
1 error generated.
-- --- file migrations/0002_drop.sql
-- Revision ID: a2
-- Revises: a1

-- migrate:up portable
-- retort: allow(lossy-down) nobody reads it
ALTER TABLE t DROP COLUMN a;
-- --- retort check --engine sqlite,postgres --verify sqlite
-- --- stdout
migrations: 2 revisions, head a2, sqlite: proved up, down, up, postgres: not proved
-- --- retort sql a2 --engine sqlite
-- --- stdout
-- a2 up, sqlite, in a transaction
-- migrations/0002_drop.sql:6
ALTER TABLE t DROP COLUMN a;
-- a2 down, sqlite, in a transaction
-- migrations/0002_drop.sql:4
ALTER TABLE t ADD COLUMN a TEXT;
