-- Patterns leave out files and folders; one that fits nothing is mentioned.
-- --- file migrations/a.sql
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- file migrations/old/x.sql
not read
-- --- file migrations/seed_1.sql
not read
-- --- retort check --exclude old --exclude seed_?.sql
-- --- stdout
migrations: 1 revision, head a, sqlite: proved up, down, up
-- --- retort check --exclude **/x.sql --exclude seed_* --exclude nothing*
-- --- stdout
migrations: 1 revision, head a, sqlite: proved up, down, up
-- --- stderr
retort: warning: pattern 'nothing*' matches no file [-Wunused-exclude]
help: patterns are matched against the path below 'migrations': '**/x.sql' fits in every sub-directory
1 warning generated.
