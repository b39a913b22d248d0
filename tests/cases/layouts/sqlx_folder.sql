-- Layout sqlx: plain files and pairs; a mark at the first byte takes the file out of the transaction.
-- --- file migrations/20240101000000_users.sql
CREATE TABLE users (id integer);
-- --- file migrations/20240102000000_add_index.up.sql
-- no-transaction because of the vacuum
VACUUM;
CREATE INDEX users_id ON users (id);
-- --- file migrations/20240102000000_add_index.down.sql
DROP INDEX users_id;
-- --- file migrations/3_early.up.sql
CREATE TABLE early (x integer);
-- --- file migrations/3_early.down.sql
DROP TABLE early
-- --- file migrations/plain.sql
SELECT 1;
-- --- file migrations/README.md
-- --- retort check --layout sqlx
-- --- stdout
migrations: 3 revisions, head 20240102000000, sqlite: proved up, down, up
-- --- stderr
migrations/plain.sql:1:1: warning: file is not named as layout 'sqlx' expects (N_name.sql, N_name.up.sql, N_name.down.sql) and is skipped [-Wskipped-file]
help: rename it, or leave it out:  EXCLUDE plain.sql
migrations/20240101000000_users.sql:1:1: warning: revision '20240101000000' has no down section for sqlite [-Wmissing-down]
    1 | CREATE TABLE users (id integer);
      | ^
help: rename the file to '20240101000000_users.up.sql' and write how to revert it into '20240101000000_users.down.sql'
2 warnings generated.
-- --- retort history --layout sqlx
-- --- stdout
20240101000000 -> 20240102000000 (head), add index
3 -> 20240101000000, users
<base> -> 3, early
