-- A failed compile leaves neither stamp nor code, and the same message each time.
-- --- file migrations/0001_a.sql
-- Make a1
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t_a1 (x int);

-- migrate:down
DROP TABLE t_a1;
-- --- retort compile --name=app --output-dir=out
-- --- result out/app.stamp
-- --- file migrations/0001_a.sql
-- Make a1
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABEL t_a1 (x int);

-- migrate:down
DROP TABLE t_a1;
-- --- retort compile --name=app --output-dir=out
-- --- exit 1
-- --- stderr
migrations/0001_a.sql:7:8: error: SQLite: near "TABEL": syntax error [sql-error]
    7 | CREATE TABEL t_a1 (x int);
      |        ^~~~~
1 error generated.
-- --- absent out/app.stamp
-- --- absent out/app.cpp
-- --- absent out/app.stamp.tmp
-- --- retort compile --name=app --output-dir=out
-- --- exit 1
-- --- stderr
migrations/0001_a.sql:7:8: error: SQLite: near "TABEL": syntax error [sql-error]
    7 | CREATE TABEL t_a1 (x int);
      |        ^~~~~
1 error generated.
-- --- absent out/app.stamp
-- --- absent out/app.cpp
-- --- absent out/app.stamp.tmp
-- --- remove migrations
-- --- retort compile --name=app --output-dir=out
-- --- exit 1
-- --- stderr
migrations:1:1: error: cannot read 'migrations': No such file or directory [cannot-read]
1 error generated.
-- --- retort compile --name=app --output-dir=out
-- --- exit 1
-- --- stderr
migrations:1:1: error: cannot read 'migrations': No such file or directory [cannot-read]
1 error generated.
