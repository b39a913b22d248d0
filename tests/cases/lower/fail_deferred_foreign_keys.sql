-- Deferred foreign keys do not save the rows of child tables either.
-- --- file migrations/0001_step.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE words (id integer PRIMARY KEY);

-- migrate:down
DROP TABLE words;
-- --- file migrations/0002_step.sql
-- Rebuild words
--
-- Revision ID: a2
-- Revises: a1

-- migrate:up
PRAGMA defer_foreign_keys = ON;
DROP TABLE words;
CREATE TABLE words (id integer PRIMARY KEY);

-- migrate:down
SELECT 1;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0002_step.sql:7:1: error: 'PRAGMA defer_foreign_keys' does not keep the rows of child tables [foreign-keys-pragma]
    7 | PRAGMA defer_foreign_keys = ON;
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
migrations/0002_step.sql:8:1: note: deferred or not, the rows of child tables go here in silence (ON DELETE CASCADE)
    8 | DROP TABLE words;
      | ^~~~~~~~~~~~~~~~
help: -- migrate:up foreign_keys:off
1 error generated.
