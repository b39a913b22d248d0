-- Layout named with order.txt: the list makes the order, two files may have one number; auto sees the list.
-- --- file migrations/order.txt
# as the program runs them
0002-table.sql
0001-add   # without its ending
0001-first.up.sql
-- --- file migrations/0001-add.sql
ALTER TABLE a ADD COLUMN y integer;
-- --- file migrations/0001-first.up.sql
ALTER TABLE a ADD COLUMN z integer;
-- --- file migrations/0001-first.down.sql
ALTER TABLE a DROP COLUMN z;
-- --- file migrations/0002-table.sql
CREATE TABLE a (x integer);
-- --- retort check --layout auto -Wno-missing-down
-- --- stdout
migrations: 3 revisions, head 0001_first, sqlite: proved up, down, up
-- --- stderr
migrations/order.txt:1:1: warning: the folder is read as layout 'named', for its name [-Wauto-layout]
help: to say so, and not have it guessed:  LAYOUT named
1 warning generated.
-- --- retort history --layout named
-- --- stdout
0001_add -> 0001_first (head), first
0002_table -> 0001_add, add
<base> -> 0002_table, table
