-- Semicolons in strings, names, comments, CASE … END and trigger bodies end nothing.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE "a;b" (x text DEFAULT ';', [y;z] int, `end` int, end_at text); -- ;
/* ; */ CREATE TRIGGER fill AFTER INSERT ON "a;b" BEGIN
  UPDATE "a;b" SET x = CASE WHEN x = ';' THEN 'END;' ELSE x END WHERE `end` = 1;
  DELETE FROM "a;b" WHERE end_at = '; END;';
END;
CREATE INDEX ix ON "a;b" ([y;z])

-- migrate:down
DROP TABLE "a;b";
-- --- retort check
-- --- stdout
migrations: 1 revision, head a1, sqlite: proved up, down, up
