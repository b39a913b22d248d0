-- Create accounts
--
-- Revision ID: acc1
-- Revises:

-- migrate:up
CREATE TABLE accounts (id integer PRIMARY KEY);

-- migrate:down
DROP TABLE accounts;
