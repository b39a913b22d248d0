-- The shortest loop.
-- --- file migrations/a.sql
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- file migrations/b.sql
-- Revises: b

-- migrate:up
CREATE TABLE b (x integer);
-- migrate:down
DROP TABLE b;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/b.sql:1:13: error: revision 'b' is its own ancestor [revision-cycle]
    1 | -- Revises: b
      |             ^
help: let one of them revise another one:  retort rebase b --onto a
1 error generated.
