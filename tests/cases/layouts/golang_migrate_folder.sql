-- Layout golang-migrate: number and direction count; any extension, and the spelling V0001.name.up.sql.
-- --- file migrations/0010_later.up.sql
CREATE TABLE c (x integer);
-- --- file migrations/0010_later.down.sql
DROP TABLE c;
-- --- file migrations/9_nine_lives.up.ddl
BEGIN;
CREATE TABLE b (x integer);
COMMIT;
-- --- file migrations/09_nine_lives.down..sql
DROP TABLE b;
-- --- file migrations/V0001.first_table.up.sql
CREATE TABLE a (x integer);
INSERT INTO a VALUES (1); INSERT INTO a VALUES (2);
-- --- file migrations/V0001.first_table.down.sql
DROP TABLE a;
-- --- file migrations/20240101000000_empty.up.sql
-- --- file migrations/20240101000000_empty.down.sql
-- --- file migrations/README.md
-- --- file migrations/embed.go
-- --- retort check --layout golang-migrate
-- --- stdout
migrations: 4 revisions, head 20240101000000, sqlite: proved up, down, up
-- --- retort history --layout golang-migrate
-- --- stdout
10 -> 20240101000000 (head), empty
9 -> 10, later
1 -> 9, nine lives
<base> -> 1, first table
-- --- retort show 9 --layout golang-migrate
-- --- stdout
Rev: 9
Parent: 1
Path: migrations/9_nine_lives.up.ddl

    nine lives

