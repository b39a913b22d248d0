-- Each head more is an error of its own; done in order, the commands make one line.
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
-- --- file migrations/c.sql
-- Revises: a

-- migrate:up
CREATE TABLE c (x integer);
-- migrate:down
DROP TABLE c;
-- --- file migrations/d.sql
-- Revises: a

-- migrate:up
CREATE TABLE d (x integer);
-- migrate:down
DROP TABLE d;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/c.sql:1:13: error: revision 'b' and revision 'c' both revise 'a' [multiple-heads]
    1 | -- Revises: a
      |             ^
migrations/b.sql:1:13: note: the other head is here
    1 | -- Revises: a
      |             ^
help: put one after the other:  retort rebase c --onto b
help: or join them:             retort merge -m "join b and c"
migrations/d.sql:1:13: error: revision 'c' and revision 'd' both revise 'a' [multiple-heads]
    1 | -- Revises: a
      |             ^
migrations/c.sql:1:13: note: the other head is here
    1 | -- Revises: a
      |             ^
help: put one after the other:  retort rebase d --onto c
help: or join them:             retort merge -m "join c and d"
2 errors generated.
-- --- retort rebase c --onto b
-- --- stdout
migrations/c.sql: Revises: a -> b
-- --- retort rebase d --onto c
-- --- stdout
migrations/d.sql: Revises: a -> c
-- --- retort check
-- --- stdout
migrations: 4 revisions, head d, sqlite: proved up, down, up
