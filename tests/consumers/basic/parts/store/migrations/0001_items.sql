-- Create items
--
-- Revision ID: a1a1a1a1a1a1
-- Revises:

-- migrate:up
CREATE TABLE items (id integer PRIMARY KEY);

-- migrate:down
DROP TABLE items;
