-- Notes
--
-- Revision ID: 0001
-- Revises:

-- migrate:up sqlite
CREATE TABLE notes (id integer PRIMARY KEY, text text);
-- migrate:down sqlite
DROP TABLE notes;

-- migrate:up postgres
CREATE TABLE notes (id bigserial PRIMARY KEY, text text);
-- migrate:down postgres
DROP TABLE notes;
