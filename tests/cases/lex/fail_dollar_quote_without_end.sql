-- A dollar quote ends at its own tag only.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE FUNCTION one() RETURNS int LANGUAGE sql AS $body$ SELECT 1; $$;

-- migrate:down
DROP FUNCTION one();
-- --- retort check --engine postgres
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:7:51: error: unterminated dollar quote '$body$' [unterminated]
    7 | CREATE FUNCTION one() RETURNS int LANGUAGE sql AS $body$ SELECT 1; $$;
      |                                                   ^~~~~~
help: it ends where '$body$' stands again
1 error generated.
