-- Create marks
--
-- Revision ID: 0002
-- Revises: 0001

-- migrate:up
CREATE TABLE marks (id integer PRIMARY KEY);

-- migrate:down
DROP TABLE marks;
