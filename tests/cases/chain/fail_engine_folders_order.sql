-- One chain has one order, and one step has one name.
-- --- file sqlite/a.sql
-- First
--
-- Revises:

-- migrate:up
CREATE TABLE a (id integer PRIMARY KEY);

-- migrate:down
DROP TABLE a;
-- --- file sqlite/b.sql
-- Second
--
-- Revises: a

-- migrate:up
CREATE TABLE b (id integer PRIMARY KEY);

-- migrate:down
DROP TABLE b;
-- --- file postgres/b.sql
-- Second
--
-- Revises:

-- migrate:up
CREATE TABLE b (id integer PRIMARY KEY);

-- migrate:down
DROP TABLE b;
-- --- file postgres/a.sql
-- The first one
--
-- Revises: b

-- migrate:up
CREATE TABLE a (id integer PRIMARY KEY);

-- migrate:down
DROP TABLE a;
-- --- retort check --engine postgres,sqlite --dir sqlite=sqlite --dir postgres=postgres
-- --- exit 1
-- --- stderr
sqlite/a.sql:1:1: warning: revision 'a' is called 'The first one' for postgres and 'First' for sqlite [-Wengine-names]
    1 | -- First
      | ^
postgres/a.sql:1:1: note: for postgres it is here
    1 | -- The first one
      | ^
help: if both are one step, give them one name; if not, give them two ids
sqlite/a.sql:3:4: error: revision 'a' revises 'b' for postgres, and nothing for sqlite [engine-folders]
    3 | -- Revises:
      |    ^~~~~~~
postgres/a.sql:3:13: note: for postgres it is here
    3 | -- Revises: b
      |             ^
help: one chain has one order: give the revision the same parent in both folders
sqlite/b.sql:3:13: error: revision 'b' revises nothing for postgres, and 'a' for sqlite [engine-folders]
    3 | -- Revises: a
      |             ^
postgres/b.sql:3:4: note: for postgres it is here
    3 | -- Revises:
      |    ^~~~~~~
help: one chain has one order: give the revision the same parent in both folders
1 warning and 2 errors generated.
-- --- retort check --engine sqlite --dir sqlite=sqlite --dir postgres=postgres
-- --- exit 2
-- --- stderr
retort: error: there is a folder for engine 'postgres', and the chain is not compiled for it
help: retort check --help
-- --- retort check --engine sqlite,postgres --dir sqlite=sqlite
-- --- exit 2
-- --- stderr
retort: error: engine 'postgres' has no folder
help: as in --dir postgres=DIR
-- --- retort check --dir sqlite=sqlite --dir postgres
-- --- exit 2
-- --- stderr
retort: error: 'postgres' names no engine, and another folder does
help: as in sqlite=DIR
-- --- retort revision -m third --rev-id c --dir sqlite=sqlite/ --dir postgres=postgres/
-- --- stdout
Generating sqlite/c_third.sql ...  done
Generating postgres/c_third.sql ...  done
