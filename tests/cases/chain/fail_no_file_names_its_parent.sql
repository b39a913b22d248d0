-- A folder whose order is in its file names is no chain in layout retort; both ways out are shown.
-- --- file migrations/0001_a.sql
-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- file migrations/0002_b.sql
-- migrate:up
CREATE TABLE b (x integer);
-- migrate:down
DROP TABLE b;
-- --- file migrations/0003_c.sql
-- migrate:up
CREATE TABLE c (x integer);
-- migrate:down
DROP TABLE c;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0002_b.sql:1:1: error: revisions '0001_a' and '0002_b' both revise nothing [multiple-bases]
    1 | -- migrate:up
      | ^
migrations/0001_a.sql:1:1: note: no file has a line '-- Revises: <parent>'
    1 | -- migrate:up
      | ^
help: in layout 'retort' each file but the first names its parent; here:
help:     -- Revises: 0001_a
help: or let numbers in the file names make the order ('0001_name.sql'):  LAYOUT numbered  or  --layout numbered
1 error generated.
