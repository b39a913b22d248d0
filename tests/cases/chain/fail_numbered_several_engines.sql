-- A file that names no engine is for one engine.
-- --- file migrations/1_a.sql
CREATE TABLE a (x integer);
-- --- file migrations/2_b.sql
CREATE TABLE b (x integer);
-- --- retort check --layout numbered -Wno-missing-down --engine sqlite,postgres --verify none
-- --- exit 1
-- --- stderr
migrations/1_a.sql:1:1: error: a file of layout 'numbered' names no engine, and the chain has several [not-portable]
    1 | CREATE TABLE a (x integer);
      | ^
help: compile the chain for one engine, or use layout 'retort' with one section per engine:
help:     -- migrate:up sqlite
help:     -- migrate:up postgres
1 error generated.
