-- A key that is nearly a known one, wherever it stands in the header; what it says is taken over.
-- --- file migrations/0001_start.sql
-- Start
-- Depend on: other@b2
--
-- Revison ID: a1
--
-- Revise: base

-- migrate:up
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:2:4: error: unknown header key 'Depend on' [unknown-header-key]
    2 | -- Depend on: other@b2
      |    ^~~~~~~~~
help: did you mean 'Depends on'?
migrations/0001_start.sql:4:4: error: unknown header key 'Revison ID' [unknown-header-key]
    4 | -- Revison ID: a1
      |    ^~~~~~~~~~
help: did you mean 'Revision ID'?
migrations/0001_start.sql:6:4: error: unknown header key 'Revise' [unknown-header-key]
    6 | -- Revise: base
      |    ^~~~~~
help: did you mean 'Revises'?
3 errors generated.
