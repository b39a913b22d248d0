-- The caret stands below the character, whatever its bytes; a tab is one column.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
	CREATE TABLE "größe" (x text DEFAULT '日本'));

-- migrate:down
DROP TABLE "größe";
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:7:44: error: ')' without '(' [unbalanced]
    7 |  CREATE TABLE "größe" (x text DEFAULT '日本'));
      |                                            ^
1 error generated.
