-- Create reports
--
-- Revision ID: rep1
-- Revises:
-- Depends on: orders@ord1, accounts@acc1

-- migrate:up
CREATE TABLE reports (id integer PRIMARY KEY);

-- migrate:down
DROP TABLE reports;
