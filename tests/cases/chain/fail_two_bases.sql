-- Two revisions revise nothing.
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
-- Revises:

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
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/x.sql:1:4: error: revisions 'a' and 'x' both revise nothing [multiple-bases]
    1 | -- Revises:
      |    ^~~~~~~
migrations/a.sql:1:4: note: the other base is here
    1 | -- Revises:
      |    ^~~~~~~
help: put one after the other:  retort rebase x --onto b
1 error generated.
-- --- retort rebase x --onto b
-- --- stdout
migrations/x.sql: Revises: <base> -> b
-- --- retort check
-- --- stdout
migrations: 4 revisions, head y, sqlite: proved up, down, up
