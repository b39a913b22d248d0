-- A down without its up.
-- --- file migrations/1_a.sql
CREATE TABLE a (x integer);
-- --- file migrations/2_b.down.sql
DROP TABLE b;
-- --- retort check --layout numbered -Wno-missing-down
-- --- exit 1
-- --- stderr
migrations/2_b.down.sql:1:1: error: down file '2_b.down.sql' without its up file [half-migration]
    1 | DROP TABLE b;
      | ^
help: add '2_b.up.sql', or delete this file
1 error generated.
