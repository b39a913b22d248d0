-- A folder of another tool becomes layout retort: the lock of the old folder fits the new one.
-- --- file old/1_words.up.sql
-- who says what
BEGIN;
CREATE TABLE words (id integer PRIMARY KEY) -- no semicolon yet
;
/* a view */ CREATE VIEW v AS SELECT id FROM words;
-- migrate:down is a comment here
-- Revises: nothing
COMMIT;
-- --- file old/1_words.down.sql
DROP VIEW v;
DROP TABLE words -- the last one
-- --- file old/2_vacuum.sql
VACUUM
-- --- file old/10_rebuild.up.sql
PRAGMA foreign_keys=off;
CREATE TABLE words_new (id integer PRIMARY KEY, word text);
INSERT INTO words_new (id) SELECT id FROM words;
DROP TABLE words;

PRAGMA foreign_keys=on;
ALTER TABLE words_new RENAME TO words;
-- --- file old/10_rebuild.down.sql
ALTER TABLE words DROP COLUMN word;
-- --- retort lock --layout numbered --verify none --lock-file new/retort.lock old -Wno-missing-down
-- --- stdout
locked 1, words
locked 2, vacuum
locked 10, rebuild
3 revisions added to new/retort.lock
-- --- stderr
old/1_words.up.sql:6:1: warning: this looks like layout 'retort' [-Wforeign-layout]
    6 | -- migrate:down is a comment here
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
help: in layout 'numbered' this is a comment without meaning
help: to read the folder as what it is:  LAYOUT retort
1 warning generated.
-- --- retort import --layout numbered --no-lock-file --output migrations old
-- --- stdout
migrations: 3 revisions, head 10; ids, order and hashes as in old
next:  retort check migrations
-- --- result migrations/0001_1_words.sql
-- words
--
-- Revision ID: 1
-- Revises:

-- migrate:up
-- who says what

CREATE TABLE words (id integer PRIMARY KEY);  -- no semicolon yet
/* a view */ CREATE VIEW v AS SELECT id FROM words;
-- was: migrate:down is a comment here
-- was: Revises: nothing

-- migrate:down
DROP VIEW v;
DROP TABLE words;  -- the last one
-- --- result migrations/0002_2_vacuum.sql
-- vacuum
--
-- Revision ID: 2
-- Revises: 1

-- migrate:up transaction:false
VACUUM;
-- --- result migrations/0003_10_rebuild.sql
-- rebuild
--
-- Revision ID: 10
-- Revises: 2

-- migrate:up foreign_keys:off
CREATE TABLE words_new (id integer PRIMARY KEY, word text);
INSERT INTO words_new (id) SELECT id FROM words;
DROP TABLE words;

ALTER TABLE words_new RENAME TO words;

-- migrate:down
ALTER TABLE words DROP COLUMN word;
-- --- retort check --locked --lock-file new/retort.lock --verify none migrations -Wno-missing-down
-- --- stdout
migrations: 3 revisions, head 10, sqlite: not proved
