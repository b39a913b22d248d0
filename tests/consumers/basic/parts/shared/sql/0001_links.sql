-- Create links
--
-- Revision ID: b2b2b2b2b2b2
-- Revises:

-- migrate:up
CREATE TABLE links (id integer PRIMARY KEY);

-- migrate:down
DROP TABLE links;
