-- Layout retort reads sub-folders, and nothing that is hidden.
-- --- file migrations/2023/a.sql
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- file migrations/2024/q1/b.sql
-- Revises: a

-- migrate:up
CREATE TABLE b (x integer);
-- migrate:down
DROP TABLE b;
-- --- file migrations/.draft.sql
not read
-- --- file migrations/.git/x.sql
not read
-- --- retort history
-- --- stdout
a -> b (head)
<base> -> a
