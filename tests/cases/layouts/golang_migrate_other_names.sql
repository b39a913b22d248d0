-- What golang-migrate ignores in silence is said: names that do not fit, a pair whose names differ, a step without its down.
-- --- file migrations/1_a.up.sql
CREATE TABLE a (x integer);
-- --- file migrations/1_b.down.sql
DROP TABLE a;
-- --- file migrations/2_c.up.sql
CREATE TABLE c (x integer);
-- --- file migrations/3_d.sql
CREATE TABLE d (x integer);
-- --- file migrations/3_d.Up.sql
CREATE TABLE d (x integer);
-- --- file migrations/notes.sql
SELECT 1;
-- --- retort check --layout golang-migrate
-- --- stdout
migrations: 2 revisions, head 2, sqlite: proved up, down, up
-- --- stderr
migrations/3_d.Up.sql:1:1: warning: file is not named as layout 'golang-migrate' expects (N_name.up.sql, N_name.down.sql) and is skipped [-Wskipped-file]
help: rename it, or leave it out:  EXCLUDE 3_d.Up.sql
migrations/3_d.sql:1:1: warning: file is not named as layout 'golang-migrate' expects (N_name.up.sql, N_name.down.sql) and is skipped [-Wskipped-file]
help: rename it, or leave it out:  EXCLUDE 3_d.sql
migrations/notes.sql:1:1: warning: file is not named as layout 'golang-migrate' expects (N_name.up.sql, N_name.down.sql) and is skipped [-Wskipped-file]
help: rename it, or leave it out:  EXCLUDE notes.sql
migrations/1_b.down.sql:1:1: warning: up and down of revision '1' have different names [-Wpair-titles]
    1 | DROP TABLE a;
      | ^
migrations/1_a.up.sql:1:1: note: the up file is here
    1 | CREATE TABLE a (x integer);
      | ^
help: rename it to '1_a.down.sql'
migrations/2_c.up.sql:1:1: warning: revision '2' has no down section for sqlite [-Wmissing-down]
    1 | CREATE TABLE c (x integer);
      | ^
help: write how to revert it into '2_c.down.sql'
5 warnings generated.
