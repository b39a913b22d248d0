-- A file name with other characters needs an id in the header.
-- --- file migrations/2024-05-07-init.sql
-- migrate:up
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/2024-05-07-init.sql:1:1: error: file name '2024-05-07-init' is no revision ID, which has letters, digits, '_' and '.' only [bad-file-name]
    1 | -- migrate:up
      | ^
help: rename the file, or name the revision in its header:
help:     -- Revision ID: 2024_05_07_init
1 error generated.
