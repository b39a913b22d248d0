-- A function body BEGIN ATOMIC without its END.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE FUNCTION one() RETURNS int LANGUAGE sql
BEGIN ATOMIC
  SELECT CASE WHEN true THEN 1 END;

-- migrate:down
DROP FUNCTION one();
-- --- retort check --engine postgres
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:8:1: error: unterminated BEGIN ATOMIC body [unterminated]
    8 | BEGIN ATOMIC
      | ^~~~~
help: end the last statement of the body with ';', then the body with 'END;'
1 error generated.
