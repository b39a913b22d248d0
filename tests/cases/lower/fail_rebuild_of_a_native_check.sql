-- A CHECK of SQLite's own, in a table that a portable ALTER has to rebuild, is refused; it would be lost
-- (GLOB) or be another one (LIKE, which ignores case on SQLite only).
-- --- file migrations/0001_words.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up sqlite
CREATE TABLE words (id integer PRIMARY KEY, name text CHECK (name GLOB '[a-z]*'), n integer);
CREATE TABLE names (id integer PRIMARY KEY, name text CHECK (name LIKE 'a%'), n integer);

-- migrate:up postgres
CREATE TABLE words (id integer PRIMARY KEY, name text CHECK (name ~ '^[a-z]'), n integer);
CREATE TABLE names (id integer PRIMARY KEY, name text CHECK (name ILIKE 'a%'), n integer);

-- migrate:down
DROP TABLE names;
DROP TABLE words;
-- --- file migrations/0002_counted.sql
-- Counted
--
-- Revision ID: a2
-- Revises: a1

-- migrate:up
ALTER TABLE words ALTER COLUMN n SET NOT NULL;
ALTER TABLE names ALTER COLUMN n SET NOT NULL;
-- --- retort check --engine sqlite --engine postgres --verify none
-- --- exit 1
-- --- stderr
migrations/0002_counted.sql:7:1: error: table 'words' cannot be rebuilt on SQLite: GLOB and MATCH are SQLite's own [not-portable]
    7 | ALTER TABLE words ALTER COLUMN n SET NOT NULL;
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
migrations/0002_counted.sql:6:1: note: this section is portable: it is compiled for sqlite and postgres
    6 | -- migrate:up
      | ^~~~~~~~~~~~~
help: move the statement to a migration of its own, with one section per engine:
help:     -- migrate:up postgres
help:     ALTER TABLE words ALTER COLUMN n SET NOT NULL;
help:     -- migrate:up sqlite
migrations/0002_counted.sql:8:1: error: table 'names' cannot be rebuilt on SQLite: LIKE in its section for SQLite ignores case, and has no portable form [not-portable]
    8 | ALTER TABLE names ALTER COLUMN n SET NOT NULL;
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
migrations/0002_counted.sql:6:1: note: this section is portable: it is compiled for sqlite and postgres
    6 | -- migrate:up
      | ^~~~~~~~~~~~~
help: move the statement to a migration of its own, with one section per engine:
help:     -- migrate:up postgres
help:     ALTER TABLE names ALTER COLUMN n SET NOT NULL;
help:     -- migrate:up sqlite
2 errors generated.
