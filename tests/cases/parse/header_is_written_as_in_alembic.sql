-- Upper and lower case of keys do not matter; prose with a colon is no key.
-- --- file migrations/0001_start.sql
-- Start: the tables
--
-- Note: this is a sentence
--
-- Revision id: a1
-- Revises: base
-- Create date: 2024-05-07 09:00:00.123456
-- Branch Labels: audio

-- migrate:up
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort history -v
-- --- stdout
Rev: a1 (head)
Parent: <base>
Branch names: audio
Path: migrations/0001_start.sql

    Start: the tables

    Note: this is a sentence

    Revision id: a1
    Revises: base
    Create date: 2024-05-07 09:00:00.123456
    Branch Labels: audio

