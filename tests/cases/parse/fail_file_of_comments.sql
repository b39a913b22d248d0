-- A header alone.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:1:1: error: no '-- migrate:up' section in this file [no-sections]
    1 | -- Start
      | ^
help: add '-- migrate:up' and the statements behind it
1 error generated.
