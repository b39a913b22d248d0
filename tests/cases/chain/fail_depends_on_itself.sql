-- A chain does not depend on itself.
-- --- file migrations/a.sql
-- Revises:
-- Depends on: migrations@a

-- migrate:up
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/a.sql:2:16: error: unknown chain 'migrations' [unknown-revision]
    2 | -- Depends on: migrations@a
      |                ^~~~~~~~~~
help: this is the chain's own name: its own revisions stand in 'Revises'
1 error generated.
