-- Where the section says foreign_keys:off, the pragma is only in the way.
-- --- file migrations/0001_step.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up foreign_keys:off
PRAGMA foreign_keys = 0;
CREATE TABLE words (id integer PRIMARY KEY);

-- migrate:down
DROP TABLE words;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_step.sql:7:1: error: 'PRAGMA foreign_keys' does nothing inside a transaction [foreign-keys-pragma]
    7 | PRAGMA foreign_keys = 0;
      | ^~~~~~~~~~~~~~~~~~~~~~~
help: delete the statement: the section already says foreign_keys:off
1 error generated.
