-- Users
--
-- Revision ID: 0001
-- Revises:

-- migrate:up
CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, feels mood);

-- migrate:down
DROP TABLE users;
DROP TYPE mood;
