-- An error inside a file and an error of the graph do not hide each other.
-- --- file migrations/a.sql
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- file migrations/b.sql
-- Revises: a

-- migrate:up
CREATE TABLE b (x text DEFAULT 'never closed);
-- migrate:down

-- --- file migrations/c.sql
-- Revises: a

-- migrate:up
CREATE TABLE c (x integer);
-- migrate:down
DROP TABLE c;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/b.sql:4:32: error: unterminated string [unterminated]
    4 | CREATE TABLE b (x text DEFAULT 'never closed);
      |                                ^
migrations/c.sql:1:13: error: revision 'b' and revision 'c' both revise 'a' [multiple-heads]
    1 | -- Revises: a
      |             ^
migrations/b.sql:1:13: note: the other head is here
    1 | -- Revises: a
      |             ^
help: put one after the other:  retort rebase c --onto b
help: or join them:             retort merge -m "join b and c"
2 errors generated.
