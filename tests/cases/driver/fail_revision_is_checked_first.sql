-- revision checks everything before it writes a file.
-- --- file migrations/0001_a.sql
-- Make a1
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t_a1 (x int);

-- migrate:down
DROP TABLE t_a1;
-- --- retort revision -m x --rev-id=a1
-- --- exit 1
-- --- stderr
retort: error: revision 'a1' exists already: migrations/0001_a.sql
-- --- retort revision -m x --rev-id='a 1'
-- --- exit 1
-- --- stderr
retort: error: 'a 1' is not a revision id
help: letters, digits, '_' and '.'
-- --- retort revision -m 'Revises: nothing'
-- --- exit 1
-- --- stderr
retort: error: the message 'Revises: nothing' would be read as something else
help: write it in other words
-- --- retort revision -m 'migrate:up'
-- --- exit 1
-- --- stderr
retort: error: the message 'migrate:up' would be read as something else
help: write it in other words
-- --- retort revision 
-- --- exit 2
-- --- stderr
retort: error: 'revision' needs a message (-m)
help: retort revision --help
-- --- retort revision -m x --head=zz
-- --- exit 1
-- --- stderr
retort: error: unknown revision 'zz'
-- --- retort revision -m x --file=a.sql
-- --- exit 2
-- --- stderr
retort: error: 'revision' writes into a folder, and --file names single files
-- --- file migrations/0002_b.sql
-- Make b2
--
-- Revision ID: b2
-- Revises: gone

-- migrate:up
CREATE TABLE t_b2 (x int);

-- migrate:down
DROP TABLE t_b2;
-- --- retort revision -m x
-- --- exit 1
-- --- stderr
migrations/0002_b.sql:4:13: error: unknown parent 'gone' [unknown-revision]
    4 | -- Revises: gone
      |             ^~~~
help: the revisions that there are:  retort history
1 error generated.
nothing was written
