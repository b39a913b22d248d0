-- Create notes
--
-- Revision ID: 9001
-- Revises:
-- Depends on: store@0002

-- migrate:up
CREATE TABLE notes (id integer PRIMARY KEY);

-- migrate:down
DROP TABLE notes;
