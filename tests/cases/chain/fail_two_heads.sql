-- Two revisions revise one: an error at the second, with the command that ends it.
-- --- file migrations/0001_start.sql
-- Revision ID: 41e0c2d9b8aa
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- file migrations/0007_add_owner.sql
-- Add owner
--
-- Revision ID: 5c1d
-- Revises: 41e0c2d9b8aa

-- migrate:up
CREATE TABLE b (x integer);
-- migrate:down
DROP TABLE b;
-- --- file migrations/0007_add_speaker.sql
-- Add speaker
--
-- Revision ID: 77ab
-- Revises: 41e0c2d9b8aa

-- migrate:up
CREATE TABLE c (x integer);
-- migrate:down
DROP TABLE c;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0007_add_speaker.sql:4:13: error: revision '5c1d' and revision '77ab' both revise '41e0c2d9b8aa' [multiple-heads]
    4 | -- Revises: 41e0c2d9b8aa
      |             ^~~~~~~~~~~~
migrations/0007_add_owner.sql:4:13: note: the other head is here
    4 | -- Revises: 41e0c2d9b8aa
      |             ^~~~~~~~~~~~
help: put one after the other:  retort rebase 77ab --onto 5c1d
help: or join them:             retort merge -m "join 'Add owner' and 'Add speaker'"
1 error generated.
-- --- retort rebase 77ab --onto 5c1d
-- --- stdout
migrations/0007_add_speaker.sql: Revises: 41e0c2d9b8aa -> 5c1d
-- --- retort check
-- --- stdout
migrations: 3 revisions, head 77ab, sqlite: proved up, down, up
