-- Where branches have several revisions, the notes show where each begins and ends.
-- --- file migrations/a.sql
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- file migrations/b1.sql
-- Revises: a

-- migrate:up
CREATE TABLE b1 (x integer);
-- migrate:down
DROP TABLE b1;
-- --- file migrations/b2.sql
-- Revises: b1

-- migrate:up
CREATE TABLE b2 (x integer);
-- migrate:down
DROP TABLE b2;
-- --- file migrations/c1.sql
-- Revises: a

-- migrate:up
CREATE TABLE c1 (x integer);
-- migrate:down
DROP TABLE c1;
-- --- file migrations/c2.sql
-- Revises: c1

-- migrate:up
CREATE TABLE c2 (x integer);
-- migrate:down
DROP TABLE c2;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/c1.sql:1:13: error: revision 'b1' and revision 'c1' both revise 'a' [multiple-heads]
    1 | -- Revises: a
      |             ^
migrations/b1.sql:1:13: note: the other branch begins here
    1 | -- Revises: a
      |             ^
migrations/b2.sql:1:13: note: and ends in head 'b2'
    1 | -- Revises: b1
      |             ^~
migrations/c2.sql:1:13: note: this branch ends in head 'c2'
    1 | -- Revises: c1
      |             ^~
help: put one after the other:  retort rebase c1 --onto b2
help: or join them:             retort merge -m "join b2 and c2"
1 error generated.
