-- Portable SQL is not compiled yet: the help shows one section per engine.
-- --- file migrations/a.sql
-- Revises:

-- migrate:up lock_timeout:5s
CREATE TABLE a (x integer);
-- migrate:down irreversible
-- --- retort check --engine sqlite,postgres --verify none
-- --- exit 1
-- --- stderr
migrations/a.sql:3:1: error: portable sections are not supported yet [not-portable]
    3 | -- migrate:up lock_timeout:5s
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
help: write one section per engine:
help:     -- migrate:up sqlite lock_timeout:5s
help:     -- migrate:up postgres lock_timeout:5s
migrations/a.sql:5:1: error: portable sections are not supported yet [not-portable]
    5 | -- migrate:down irreversible
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
help: write one section per engine:
help:     -- migrate:down sqlite irreversible
help:     -- migrate:down postgres irreversible
2 errors generated.
-- --- file migrations/a.sql
-- Revises:

-- migrate:up portable
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/a.sql:3:1: error: portable sections are not supported yet [not-portable]
    3 | -- migrate:up portable
      | ^~~~~~~~~~~~~~~~~~~~~~
help: leave out 'portable', and write one section per engine of the chain
1 error generated.
