-- A section for an engine that the chain does not have.
-- --- file migrations/a.sql
-- Revises:

-- migrate:up sqlite
CREATE TABLE a (x integer);
-- migrate:up postgres
CREATE TABLE a (x bigint);
-- migrate:down sqlite postgres
DROP TABLE a;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/a.sql:5:15: error: section for 'postgres', but the chain is compiled for sqlite only [engine-sections]
    5 | -- migrate:up postgres
      |               ^~~~~~~~
help: compile the chain for it too:  ENGINES sqlite postgres
help: or delete the section
migrations/a.sql:7:24: error: section for 'postgres', but the chain is compiled for sqlite only [engine-sections]
    7 | -- migrate:down sqlite postgres
      |                        ^~~~~~~~
help: compile the chain for it too:  ENGINES sqlite postgres
help: or delete the section
2 errors generated.
