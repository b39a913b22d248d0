-- The directives of dbmate are not header keys or sections of retort.
-- --- file migrations/1_a.sql
-- Revision ID: not a key here
-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- retort history --layout dbmate --verbose
-- --- stdout
Rev: 1 (head)
Parent: <base>
Path: migrations/1_a.sql

    Revision ID: not a key here

