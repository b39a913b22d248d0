-- Create words
--
-- Revision ID: 5f3a90c2be11
-- Revises:

-- migrate:up
CREATE TABLE words (id integer PRIMARY KEY);

-- migrate:down
DROP TABLE words;
