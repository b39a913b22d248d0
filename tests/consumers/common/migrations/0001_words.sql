-- Create words
--
-- Revision ID: 0001
-- Revises:

-- migrate:up
CREATE TABLE words (id integer PRIMARY KEY);

-- migrate:down
DROP TABLE words;
