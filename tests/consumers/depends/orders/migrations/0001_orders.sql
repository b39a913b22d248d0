-- Create orders
--
-- Revision ID: ord1
-- Revises:
-- Depends on: accounts@acc1

-- migrate:up
CREATE TABLE orders (id integer PRIMARY KEY);

-- migrate:down
DROP TABLE orders;
