-- Directives count at statement level only: not in strings, comments, names or trigger bodies.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (
  -- migrate:down
  x text DEFAULT '
-- migrate:down
'  /*
-- migrate:down
*/
);
CREATE TRIGGER keep AFTER INSERT ON t BEGIN
  -- migrate:down
  SELECT 1;
END;

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- stdout
migrations: 1 revision, head a1, sqlite: proved up, down, up
