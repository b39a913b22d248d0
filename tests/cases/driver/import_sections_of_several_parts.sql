-- Sections that other tools' marks cut into parts: goose's in the middle, and dbmate's pairs, of which the last is reverted first.
-- --- file goose/1_a.sql
-- +goose Up
-- +goose NO TRANSACTION
-- the first table
CREATE TABLE a (x integer);
-- +goose StatementBegin
CREATE TRIGGER t AFTER INSERT ON a BEGIN
  DELETE FROM a WHERE x < 0;
END;
-- +goose StatementEnd
CREATE TABLE b (x integer);
-- +goose Down
DROP TABLE b;
DROP TABLE a;
-- --- file dbmate/1_a.sql
-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- migrate:up
CREATE TABLE b (x integer);  -- the second
-- migrate:down
DROP TABLE b;
-- --- file sql-migrate/1_a.sql
-- +migrate Up
CREATE TABLE a (x integer);
-- +migrate Down
DROP TABLE b;
-- +migrate Up
CREATE TABLE b (x integer);
-- +migrate Down
DROP TABLE a;
-- --- retort import --layout goose goose -o g --no-lock-file
-- --- stdout
g: 1 revision, head 1; ids, order and hashes as in goose
next:  retort check g
-- --- result g/1_a.sql
-- a
--
-- Revision ID: 1
-- Revises:

-- migrate:up transaction:false
-- the first table
CREATE TABLE a (x integer);

CREATE TRIGGER t AFTER INSERT ON a BEGIN
  DELETE FROM a WHERE x < 0;
END;

CREATE TABLE b (x integer);

-- migrate:down transaction:false
DROP TABLE b;
DROP TABLE a;
-- --- retort import --layout dbmate dbmate -o d --no-lock-file
-- --- stdout
d: 1 revision, head 1; ids, order and hashes as in dbmate
next:  retort check d
-- --- result d/1_a.sql
-- a
--
-- Revision ID: 1
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);

CREATE TABLE b (x integer);

-- migrate:down
DROP TABLE b;

DROP TABLE a;
-- --- retort import --layout sql-migrate sql-migrate -o s --no-lock-file
-- --- stdout
s: 1 revision, head 1_a; ids, order and hashes as in sql-migrate
next:  retort check s
-- --- result s/1_a.sql
-- a
--
-- Revision ID: 1_a
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);

CREATE TABLE b (x integer);

-- migrate:down
DROP TABLE b;

DROP TABLE a;
