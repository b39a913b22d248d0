-- Layout numbered in folders per release: versions by value, then numbers; other folders and files beside them are not read.
-- --- file migrations/0.10/00__third.sql
CREATE TABLE c (x integer);
-- --- file migrations/0.9/01__second.up.sql
CREATE TABLE b (x integer);
-- --- file migrations/0.9/01__second.down.sql
DROP TABLE b;
-- --- file migrations/v0.9/00-first.sql
CREATE TABLE a (x integer);
-- --- file migrations/demo/00__demo.sql
INSERT INTO a VALUES (1);
-- --- file migrations/LATEST.sql
CREATE TABLE a (x integer);
-- --- retort check --layout auto -Wno-missing-down
-- --- stdout
migrations: 3 revisions, head 0.10.0, sqlite: proved up, down, up
-- --- stderr
migrations/0.10/00__third.sql:1:1: warning: the folder is read as layout 'numbered', for its number [-Wauto-layout]
help: to say so, and not have it guessed:  LAYOUT numbered
migrations/LATEST.sql:1:1: warning: file is not named as layout 'numbered' expects (N_name.sql, N_name.up.sql, N_name.down.sql) and is skipped [-Wskipped-file]
help: rename it, or leave it out:  EXCLUDE LATEST.sql
2 warnings generated.
-- --- retort history --layout numbered
-- --- stdout
0.9.1 -> 0.10.0 (head), third
0.9.0 -> 0.9.1, second
<base> -> 0.9.0, first
