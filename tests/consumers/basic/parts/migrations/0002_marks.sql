-- Create marks
--
-- Revision ID: 77aa12345678
-- Revises: 5f3a90c2be11

-- migrate:up
CREATE TABLE marks (id integer PRIMARY KEY);

-- migrate:down
DROP TABLE marks;
