-- SQLite has no backslash: what psql would do is said, too.
-- --- file migrations/1.sql
-- Words
-- Revision ID: a1
-- Revises:

-- migrate:up
\i words.sql
CREATE TABLE t (x int);
INSERT INTO t VALUES (1) \g
SELECT \;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/1.sql:5:1: warning: revision 'a1' has no down section for sqlite [-Wmissing-down]
    5 | -- migrate:up
      | ^~~~~~~~~~~~~
help: write how to revert it behind a line  -- migrate:down
help: or say that it cannot be:            -- migrate:down irreversible
migrations/1.sql:6:1: error: psql command '\i' is not SQL [backslash-command]
    6 | \i words.sql
      | ^~
help: copy the file's statements here
migrations/1.sql:8:26: error: psql command '\g' is not SQL [backslash-command]
    8 | INSERT INTO t VALUES (1) \g
      |                          ^~
help: delete the line, or say it in SQL
migrations/1.sql:9:8: error: unexpected character '\' [syntax]
    9 | SELECT \;
      |        ^
1 warning and 3 errors generated.
