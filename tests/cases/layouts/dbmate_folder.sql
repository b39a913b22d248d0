-- Layout dbmate: the digits as written are the id, the file name as text makes the order; an option per direction.
-- --- file migrations/20240101000000_first_table.sql
/* the licence */
-- migrate:up
CREATE TABLE a (x integer);

-- migrate:down
DROP TABLE a;
-- --- file migrations/20240102000000_vacuum.sql
-- migrate:up transaction:false
VACUUM;
CREATE TABLE b (x integer);
-- migrate:down
DROP TABLE b
-- --- file migrations/20240103000000_two_pairs.sql
--migrate:up
CREATE TABLE c (x integer);
-- migrate:down
DROP TABLE c;
-- migrate:up
CREATE INDEX c_x ON c (x);
-- migrate:down
DROP INDEX c_x;
-- --- file migrations/007no_underscore.sql
-- migrate:up
-- migrate:down
-- --- file migrations/README.md
-- --- retort check --layout dbmate
-- --- stdout
migrations: 4 revisions, head 20240103000000, sqlite: proved up, down, up
-- --- retort history --layout dbmate
-- --- stdout
20240102000000 -> 20240103000000 (head), two pairs
20240101000000 -> 20240102000000, vacuum
007 -> 20240101000000, first table
<base> -> 007, no underscore
-- --- retort lock --layout dbmate
-- --- stdout
locked 007, no underscore
locked 20240101000000, first table
locked 20240102000000, vacuum
locked 20240103000000, two pairs
4 revisions added to migrations/retort.lock
