-- Layout numbered: the number is the id and makes the order; an outer transaction is dropped.
-- --- file migrations/10_later.up.sql
CREATE TABLE c (x integer);
-- --- file migrations/10_later.down.sql
DROP TABLE c;
-- --- file migrations/0002_second_table.up.sql
BEGIN;
CREATE TABLE b (x integer);
COMMIT;
-- --- file migrations/0002_second_table.down.sql
DROP TABLE b;
-- --- file migrations/1_init.sql
-- Begins
CREATE TABLE a (x integer);
-- --- retort check --layout numbered
-- --- stdout
migrations: 3 revisions, head 10, sqlite: proved up, down, up
-- --- stderr
migrations/1_init.sql:1:1: warning: revision '1' has no down section for sqlite [-Wmissing-down]
    1 | -- Begins
      | ^
help: rename the file to '1_init.up.sql' and write how to revert it into '1_init.down.sql'
1 warning generated.
-- --- retort history --layout numbered
-- --- stdout
2 -> 10 (head), later
1 -> 2, second table
<base> -> 1, init
