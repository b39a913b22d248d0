-- Layout auto says which layout it took, and why.
-- --- file goose/1_a.sql
-- +goose Up
-- +goose Down
-- --- file dbmate/1_a.sql
-- migrate:up
-- migrate:down
-- --- file retort/1_a.sql
-- Revises:
-- migrate:up
-- --- file sql-migrate/1_a.sql
-- +migrate Up
-- +migrate Down
-- --- file golang-migrate/1_a.up.sql
-- --- file golang-migrate/1_a.down.sql
-- --- file sqlx/1_a.sql
-- no-transaction
-- --- file numbered/1_a.sql
-- --- file diesel/2024-01-01_a/up.sql
-- --- file flyway/deep/V1__a.sql
-- --- file sqitch/sqitch.plan
a 2024-01-01T00:00:00Z A <a@example.com> # first
-- --- file sqitch/deploy/a.sql
-- --- file prisma/20240101000000_init/migration.sql
-- --- file alembic/upgrade.sql
-- Running upgrade  -> a1

-- --- retort check goose --layout auto
-- --- stdout
goose: 1 revision, head 1, sqlite: proved up, down, up
-- --- stderr
goose/1_a.sql:1:1: warning: the folder is read as layout 'goose', for a line with '+goose' [-Wauto-layout]
help: to say so, and not have it guessed:  LAYOUT goose
1 warning generated.
-- --- retort check dbmate --layout auto
-- --- stdout
dbmate: 1 revision, head 1, sqlite: proved up, down, up
-- --- stderr
dbmate/1_a.sql:1:1: warning: the folder is read as layout 'dbmate', for a line '-- migrate:up' [-Wauto-layout]
help: to say so, and not have it guessed:  LAYOUT dbmate
1 warning generated.
-- --- retort check retort --layout auto
-- --- stdout
retort: 1 revision, head 1_a, sqlite: proved up, down, up
-- --- stderr
retort/1_a.sql:1:1: warning: the folder is read as layout 'retort', for a line '-- migrate:up' [-Wauto-layout]
help: to say so, and not have it guessed:  LAYOUT retort
1 warning generated.
-- --- retort check golang-migrate --layout auto
-- --- stdout
golang-migrate: 1 revision, head 1, sqlite: proved up, down, up
-- --- stderr
golang-migrate/1_a.down.sql:1:1: warning: the folder is read as layout 'golang-migrate', for up and down files only [-Wauto-layout]
help: to say so, and not have it guessed:  LAYOUT golang-migrate
1 warning generated.
-- --- retort check sqlx --layout auto
-- --- stdout
sqlx: 1 revision, head 1, sqlite: proved up, down, up
-- --- stderr
sqlx/1_a.sql:1:1: warning: the folder is read as layout 'sqlx', for its first line '-- no-transaction' [-Wauto-layout]
help: to say so, and not have it guessed:  LAYOUT sqlx
1 warning generated.
-- --- retort check numbered --layout auto
-- --- stdout
numbered: 1 revision, head 1, sqlite: proved up, down, up
-- --- stderr
numbered/1_a.sql:1:1: warning: the folder is read as layout 'numbered', for its number [-Wauto-layout]
help: to say so, and not have it guessed:  LAYOUT numbered
1 warning generated.
-- --- retort check diesel --layout auto
-- --- stdout
diesel: 1 revision, head 20240101, sqlite: proved up, down, up
-- --- stderr
diesel/2024-01-01_a/up.sql:1:1: warning: the folder is read as layout 'diesel', for its name [-Wauto-layout]
help: to say so, and not have it guessed:  LAYOUT diesel
1 warning generated.
-- --- retort check flyway --layout auto
-- --- stdout
flyway: 1 revision, head 1, sqlite: proved up, down, up
-- --- stderr
flyway/deep/V1__a.sql:1:1: warning: the folder is read as layout 'flyway', for its name [-Wauto-layout]
help: to say so, and not have it guessed:  LAYOUT flyway
1 warning generated.
-- --- retort check sqitch --layout auto
-- --- stdout
sqitch: 1 revision, head a, sqlite: proved up, down, up
-- --- stderr
sqitch/sqitch.plan:1:1: warning: the folder is read as layout 'sqitch', for its name [-Wauto-layout]
help: to say so, and not have it guessed:  LAYOUT sqitch
1 warning generated.
-- --- retort check prisma --layout auto
-- --- stdout
prisma: 1 revision, head 20240101000000_init, sqlite: proved up, down, up
-- --- stderr
prisma/20240101000000_init/migration.sql:1:1: warning: the folder is read as layout 'prisma', for its name [-Wauto-layout]
help: to say so, and not have it guessed:  LAYOUT prisma
1 warning generated.
-- --- retort check alembic --layout auto -Wno-alembic-python
-- --- stdout
alembic: 1 revision, head a1, sqlite: proved up, down, up
-- --- stderr
alembic/upgrade.sql:1:1: warning: the folder is read as layout 'alembic-sql', for a line '-- Running upgrade' [-Wauto-layout]
help: to say so, and not have it guessed:  LAYOUT alembic-sql
1 warning generated.
-- --- retort check sql-migrate --layout auto
-- --- stdout
sql-migrate: 1 revision, head 1_a, sqlite: proved up, down, up
-- --- stderr
sql-migrate/1_a.sql:1:1: warning: the folder is read as layout 'sql-migrate', for a line with '+migrate' [-Wauto-layout]
help: to say so, and not have it guessed:  LAYOUT sql-migrate
1 warning generated.
