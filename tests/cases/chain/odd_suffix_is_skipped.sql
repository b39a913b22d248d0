-- A suffix in capitals is no .sql.
-- --- file migrations/a.sql
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- file migrations/B.SQL
not read
-- --- retort check
-- --- stdout
migrations: 1 revision, head a, sqlite: proved up, down, up
-- --- stderr
migrations/B.SQL:1:1: warning: file is not named as layout 'retort' expects (*.sql) and is skipped [-Wskipped-file]
help: rename it, or leave it out:  EXCLUDE B.SQL
1 warning generated.
