-- Words of the command line are no ids.
-- --- file migrations/a.sql
-- Revision ID: head
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- file migrations/current.sql
-- Revises: head

-- migrate:up
CREATE TABLE b (x integer);
-- migrate:down
DROP TABLE b;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/a.sql:1:17: error: 'head' is not a valid revision ID [bad-header-value]
    1 | -- Revision ID: head
      |                 ^~~~
help: 'head' is a word of the command line, not a revision ID
migrations/current.sql:1:1: error: file name 'current' is a word of the command line, not a revision ID [bad-file-name]
    1 | -- Revises: head
      | ^
help: rename the file, or name the revision in its header:
help:     -- Revision ID: current_1
2 errors generated.
