-- A loop beside the base: a note per step.
-- --- file migrations/a.sql
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- file migrations/b.sql
-- Revises: a

-- migrate:up
CREATE TABLE b (x integer);
-- migrate:down
DROP TABLE b;
-- --- file migrations/x.sql
-- Revises: z

-- migrate:up
CREATE TABLE x (x integer);
-- migrate:down
DROP TABLE x;
-- --- file migrations/y.sql
-- Revises: x

-- migrate:up
CREATE TABLE y (x integer);
-- migrate:down
DROP TABLE y;
-- --- file migrations/z.sql
-- Revises: y

-- migrate:up
CREATE TABLE z (x integer);
-- migrate:down
DROP TABLE z;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/x.sql:1:13: error: revision 'x' is its own ancestor [revision-cycle]
    1 | -- Revises: z
      |             ^
migrations/z.sql:1:13: note: 'z' revises 'y'
    1 | -- Revises: y
      |             ^
migrations/y.sql:1:13: note: 'y' revises 'x'
    1 | -- Revises: x
      |             ^
help: let one of them revise another one:  retort rebase x --onto b
1 error generated.
-- --- retort rebase x --onto b
-- --- stdout
migrations/x.sql: Revises: z -> b
-- --- retort check
-- --- stdout
migrations: 5 revisions, head z, sqlite: proved up, down, up
