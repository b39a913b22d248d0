-- compile writes code, manifest and depfile, and prints nothing.
-- --- file 'sql files/0001_a.sql'
-- Make a1
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t_a1 (x int);

-- migrate:down
DROP TABLE t_a1;
-- --- file app.args
--name=app
--directory=sql files

--output-dir=out
--no-lock-file
-Wall
-- --- retort compile @app.args
-- --- result out/app.d
<dir>/out/app.stamp: \
  <dir>/sql\ files \
  <dir>/sql\ files/0001_a.sql
-- --- result out/app.stamp
-- --- retort compile @app.args -v
-- --- stdout
app: 1 revision, head a1, 0 files written
