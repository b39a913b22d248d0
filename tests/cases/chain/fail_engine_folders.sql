-- A folder per engine is one chain: one id, two bodies. The lock lies around the folders.
-- --- file migrations/sqlite/1_words.up.sql
CREATE TABLE words (id integer PRIMARY KEY AUTOINCREMENT);
-- --- file migrations/sqlite/1_words.down.sql
DROP TABLE words;
-- --- file migrations/postgres/001_words.up.sql
CREATE TABLE words (id bigserial PRIMARY KEY);
-- --- file migrations/postgres/001_words.down.sql
DROP TABLE words;
-- --- file migrations/sqlite/2_index.up.sql
-- --- file migrations/postgres/002_index.up.sql
CREATE INDEX CONCURRENTLY words_i ON words (id);
-- --- file migrations/postgres/002_index.down.sql
DROP INDEX CONCURRENTLY words_i;
-- --- retort check --layout numbered --dir sqlite=migrations/sqlite --dir postgres=migrations/postgres
-- --- stdout
migrations: 2 revisions, head 2, sqlite: proved up, down, up, postgres: not proved
-- --- retort lock --layout numbered --dir sqlite=migrations/sqlite --dir postgres=migrations/postgres
-- --- stdout
locked 1, words
locked 2, index
2 revisions added to migrations/retort.lock
-- --- file migrations/postgres/001_words.up.sql
CREATE TABLE words (id serial PRIMARY KEY);
-- --- retort check --layout numbered --dir sqlite=migrations/sqlite --dir postgres=migrations/postgres
-- --- exit 1
-- --- stderr
migrations/postgres/001_words.up.sql:1:1: error: locked revision '1' was changed [locked-changed]
    1 | CREATE TABLE words (id serial PRIMARY KEY);
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
migrations/retort.lock:2:1: note: statement 1 of 1 for postgres is not the one that was locked (6bd11d94… was locked, it is bed92eea… now)
    2 | 1 sqlite native sha256-tokens-1:1259fa4e… sha256-chain-1:db352aa2… 1:1259fa4e postgres native sha256-tokens-1:6bd11d94… sha256-chain-1:1f001572… 1:6bd11d94 file sqlite/1_words.up.sql
      | ^
help: see the edit and undo it:       git log -p -- migrations/postgres/001_words.up.sql
help: or put it into a new revision:  retort revision -m "describe the change"
1 error generated.
-- --- file migrations/postgres/001_words.up.sql
CREATE TABLE words (id bigserial PRIMARY KEY);
-- --- retort import --layout numbered --dir sqlite=migrations/sqlite --dir postgres=migrations/postgres -o new
-- --- stdout
new: 2 revisions, head 2; ids, order and hashes as in migrations
next:  retort check --engine sqlite,postgres new
-- --- result new/1_words.sql
-- words
--
-- Revision ID: 1
-- Revises:

-- migrate:up sqlite
CREATE TABLE words (id integer PRIMARY KEY AUTOINCREMENT);

-- migrate:up postgres
CREATE TABLE words (id bigserial PRIMARY KEY);

-- migrate:down sqlite
DROP TABLE words;

-- migrate:down postgres
DROP TABLE words;
-- --- result new/2_index.sql
-- index
--
-- Revision ID: 2
-- Revises: 1

-- migrate:up sqlite

-- migrate:up postgres transaction:false
CREATE INDEX CONCURRENTLY words_i ON words (id);

-- migrate:down sqlite

-- migrate:down postgres transaction:false
DROP INDEX CONCURRENTLY words_i;
-- --- retort check --locked --engine sqlite,postgres --lock-file migrations/retort.lock new
-- --- stdout
new: 2 revisions, head 2, sqlite: proved up, down, up, postgres: not proved
