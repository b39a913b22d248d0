-- One parent twice.
-- --- file migrations/a.sql
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- file migrations/b.sql
-- Revises: a, a

-- migrate:up
CREATE TABLE b (x integer);
-- migrate:down
DROP TABLE b;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/b.sql:1:16: error: parent 'a' is named twice [duplicate-parent]
    1 | -- Revises: a, a
      |                ^
help: name it once
1 error generated.
