-- What can be listed is listed where the chain is broken, and errors go to stderr.
-- --- file migrations/0001_a.sql
-- Make a1
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t_a1 (x int);

-- migrate:down
DROP TABLE t_a1;
-- --- file migrations/0002_b.sql
-- Make b2
--
-- Revision ID: b2
-- Revises: gone

-- migrate:up
CREATE TABLE t_b2 (x int);

-- migrate:down
DROP TABLE t_b2;
-- --- file migrations/0003_c.sql
-- Make c3
--
-- Revision ID: c3
-- Revises: b2

-- migrate:up
CREATE TABLE t_c3 (x int);

-- migrate:down
DROP TABLE t_c3;
-- --- retort history
-- --- stdout
b2 -> c3 (head), Make c3
<base> -> b2, Make b2
<base> -> a1 (head), Make a1
-- --- stderr
migrations/0002_b.sql:4:13: error: unknown parent 'gone' [unknown-revision]
    4 | -- Revises: gone
      |             ^~~~
help: the revisions that there are:  retort history
1 error generated.
-- --- retort show c3
-- --- stdout
Rev: c3 (head)
Parent: b2
Path: migrations/0003_c.sql

    Make c3

    Revision ID: c3
    Revises: b2

-- --- stderr
migrations/0002_b.sql:4:13: error: unknown parent 'gone' [unknown-revision]
    4 | -- Revises: gone
      |             ^~~~
help: the revisions that there are:  retort history
1 error generated.
-- --- retort show c4
-- --- exit 1
-- --- stderr
migrations/0002_b.sql:4:13: error: unknown parent 'gone' [unknown-revision]
    4 | -- Revises: gone
      |             ^~~~
help: the revisions that there are:  retort history
1 error generated.
retort: error: unknown revision 'c4'; did you mean 'c3'?
-- --- retort heads --dir=nowhere
-- --- exit 1
-- --- stderr
nowhere:1:1: error: cannot read 'nowhere': No such file or directory [cannot-read]
1 error generated.
