-- The other way out of two heads: a merge.
-- --- file migrations/0001_start.sql
-- Revision ID: 41e0
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- file migrations/0002_b.sql
-- Revises: 41e0

-- migrate:up
CREATE TABLE b (x integer);
-- migrate:down
DROP TABLE b;
-- --- file migrations/0002_c.sql
-- Revises: 41e0

-- migrate:up
CREATE TABLE c (x integer);
-- migrate:down
DROP TABLE c;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0002_c.sql:1:13: error: revision '0002_b' and revision '0002_c' both revise '41e0' [multiple-heads]
    1 | -- Revises: 41e0
      |             ^~~~
migrations/0002_b.sql:1:13: note: the other head is here
    1 | -- Revises: 41e0
      |             ^~~~
help: put one after the other:  retort rebase 0002_c --onto 0002_b
help: or join them:             retort merge -m "join 0002_b and 0002_c"
1 error generated.
-- --- retort merge -m "join 0002_b and 0002_c"
-- --- stdout
Generating migrations/0003_join_0002_b_and_0002_c.sql ...  done
-- --- retort check
-- --- stdout
migrations: 4 revisions, head {{[0-9a-f]+}}, sqlite: proved up, down, up
