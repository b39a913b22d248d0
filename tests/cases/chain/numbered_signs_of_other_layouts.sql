-- Directives of other tools mean nothing here, and that is said.
-- --- file migrations/1_a.up.sql
-- +goose Up
CREATE TABLE t1 (x integer);
-- --- file migrations/1_a.down.sql
DROP TABLE t1;
-- --- file migrations/2_a.up.sql
-- migrate:up
CREATE TABLE t2 (x integer);
-- --- file migrations/2_a.down.sql
DROP TABLE t2;
-- --- file migrations/3_a.up.sql
-- no-transaction
CREATE TABLE t3 (x integer);
-- --- file migrations/3_a.down.sql
DROP TABLE t3;
-- --- retort check --layout numbered
-- --- stdout
migrations: 3 revisions, head 3, sqlite: proved up, down, up
-- --- stderr
migrations/1_a.up.sql:1:1: warning: this looks like layout 'goose' [-Wforeign-layout]
    1 | -- +goose Up
      | ^~~~~~~~~~~~
help: in layout 'numbered' this is a comment without meaning
help: to read the folder as what it is:  LAYOUT goose
migrations/2_a.up.sql:1:1: warning: this looks like layout 'retort' [-Wforeign-layout]
    1 | -- migrate:up
      | ^~~~~~~~~~~~~
help: in layout 'numbered' this is a comment without meaning
help: to read the folder as what it is:  LAYOUT retort
migrations/3_a.up.sql:1:1: warning: this looks like layout 'sqlx' [-Wforeign-layout]
    1 | -- no-transaction
      | ^~~~~~~~~~~~~~~~~
help: in layout 'numbered' this is a comment without meaning
help: to read the folder as what it is:  LAYOUT sqlx
3 warnings generated.
