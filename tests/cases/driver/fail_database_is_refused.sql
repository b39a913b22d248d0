-- What a folder and a database can refuse.
-- --- file migrations/0001_a.sql
-- Make a1
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t_a1 (x int);

-- migrate:down
DROP TABLE t_a1;
-- --- retort current
-- --- exit 2
-- --- stderr
retort: error: no database is named
help: retort current --url sqlite:data/app.db, or set DATABASE_URL
-- --- retort upgrade --url mysql://me:secret@localhost/d
-- --- exit 2
-- --- stderr
retort: error: unknown scheme 'mysql' of the database URL (known: sqlite, postgres, postgresql) (--url)
-- --- retort current --url sqlite:no/such/folder.db
-- --- exit 3
-- --- stderr
retort: error: sqlite:no/such/folder.db: cannot open 'no/such/folder.db': no such file or folder
-- --- file garbage.db
This is no database, whatever its name says. It only has to be long enough to be looked at by SQLite.
-- --- retort current --url sqlite:garbage.db
-- --- exit 1
-- --- stderr
retort: error: sqlite:garbage.db: file is not a database
-- --- retort upgrade zz --url sqlite:app.db
-- --- exit 1
-- --- stderr
retort: error: unknown revision 'zz'
help: retort history
-- --- retort upgrade -1 --url sqlite:app.db
-- --- exit 2
-- --- stderr
retort: error: '-1' points down
help: retort downgrade -1
-- --- retort stamp --url sqlite:app.db
-- --- exit 2
-- --- stderr
retort: error: 'stamp' needs a revision
help: retort stamp --help
-- --- file migrations/0002_b.sql
-- Make b2
--
-- Revision ID: b2
-- Revises: a3

-- migrate:up
CREATE TABLE t_b2 (x int);

-- migrate:down
DROP TABLE t_b2;
-- --- retort upgrade --url sqlite:app.db
-- --- exit 1
-- --- stderr
migrations/0002_b.sql:4:13: error: unknown parent 'a3' [unknown-revision]
    4 | -- Revises: a3
      |             ^~
help: did you mean 'a1'?
help: retort rebase b2 --onto a1
1 error generated.
