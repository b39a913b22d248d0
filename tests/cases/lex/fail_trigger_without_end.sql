-- A trigger body without its END would swallow the rest of the file.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (x int);
CREATE TRIGGER keep AFTER INSERT ON t BEGIN
  UPDATE t SET x = CASE WHEN x > 1 THEN 1 ELSE 0 END;

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:8:1: error: unterminated trigger body [unterminated]
    8 | CREATE TRIGGER keep AFTER INSERT ON t BEGIN
      | ^~~~~~~~~~~~~~
help: end the last statement of the body with ';', then the body with 'END;'
1 error generated.
