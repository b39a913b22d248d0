-- What does not fit is skipped aloud; sub-folders and other files are nothing of ours.
-- --- file migrations/1_a.up.sql
CREATE TABLE a (x integer);
-- --- file migrations/1_a.down.sql
DROP TABLE a;
-- --- file migrations/a.sql
not read
-- --- file migrations/2.sql
not read
-- --- file migrations/sub/3_x.sql
not read
-- --- file migrations/README.md
not read
-- --- retort check --layout numbered
-- --- stdout
migrations: 1 revision, head 1, sqlite: proved up, down, up
-- --- stderr
migrations/2.sql:1:1: warning: file is not named as layout 'numbered' expects (N_name.sql, N_name.up.sql, N_name.down.sql) and is skipped [-Wskipped-file]
help: rename it, or leave it out:  EXCLUDE 2.sql
migrations/a.sql:1:1: warning: file is not named as layout 'numbered' expects (N_name.sql, N_name.up.sql, N_name.down.sql) and is skipped [-Wskipped-file]
help: rename it, or leave it out:  EXCLUDE a.sql
2 warnings generated.
