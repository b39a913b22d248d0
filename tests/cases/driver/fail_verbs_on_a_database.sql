-- The verbs of the shipped command line over a folder: the chain is compiled in memory and run.
-- --- file migrations/0001_a.sql
-- Make a1
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t_a1 (x int);

-- migrate:down
DROP TABLE t_a1;
-- --- file migrations/0002_b.sql
-- Make b2
--
-- Revision ID: b2
-- Revises: a1

-- migrate:up
CREATE TABLE t_b2 (x int);

-- migrate:down
DROP TABLE t_b2;
-- --- retort upgrade a1 --url sqlite:app.db
-- --- stderr
Running upgrade  -> a1, Make a1
retort: the ledger calls this chain 'migrations', after its folder; a program that calls it otherwise will not find it (--name)
-- --- retort current --url sqlite:app.db
-- --- stdout
a1
-- --- retort check --url sqlite:app.db
-- --- exit 1
-- --- stdout
migrations: 2 revisions, head b2, sqlite: proved up, down, up
-- --- stderr
retort: 1 revision is pending: 'b2' (Make b2)
-- --- retort upgrade --url sqlite:app.db --name migrations
-- --- stderr
Running upgrade a1 -> b2, Make b2
-- --- retort history -i --url sqlite:app.db
-- --- stdout
a1 -> b2 (head) (current), Make b2
<base> -> a1, Make a1
-- --- retort show -1 --url sqlite:app.db
-- --- stdout
Rev: a1
Parent: <base>
Path: migrations/0001_a.sql

    Make a1

    Revision ID: a1
    Revises:

-- --- retort check --url sqlite:app.db
-- --- stdout
migrations: 2 revisions, head b2, sqlite: proved up, down, up
the database is at head 'b2'
-- --- retort downgrade -1 --url sqlite:app.db
-- --- stderr
Running downgrade b2 -> a1, Make b2
-- --- retort downgrade --dry-run base --url sqlite:app.db
-- --- stdout
-- Running downgrade a1 -> , Make a1
-- migrations/0001_a.sql:10:1
DROP TABLE t_a1;
-- --- retort downgrade base --url sqlite:app.db
-- --- stderr
Running downgrade a1 -> , Make a1
-- --- retort stamp head --url sqlite:app.db --name other
-- --- retort current -v --url sqlite:app.db
-- --- stdout
Current revision(s) for sqlite:app.db:
Rev: b2 (head) (current)
Parent: a1
Path: migrations/0002_b.sql

    Make b2

    Revision ID: b2
    Revises: a1

-- --- retort upgrade --sql b2:a1
-- --- stderr
retort: nothing to do
-- --- retort upgrade --sql --url sqlite: a1:b2
-- --- stdout
BEGIN IMMEDIATE;

CREATE TEMP TABLE retort_check (fine, CONSTRAINT "this script begins at 'a1', and the database is not there" CHECK (fine));
INSERT INTO temp.retort_check SELECT (SELECT digest FROM main.retort_ledger WHERE chain = 'migrations' ORDER BY seq DESC LIMIT 1) IS 'sha256-chain-1:5043141d23607b02f4d0212e313dd599a8580c2491ff69753c7bc914a89535fd';
DROP TABLE temp.retort_check;

-- Running upgrade a1 -> b2

CREATE TABLE t_b2 (x int);

INSERT INTO main.retort_ledger (chain, seq, revision, digest, content_hash, message, duration_us, applied_by, progress, down_plan, down_sql) VALUES ('migrations', 2, 'b2', 'sha256-chain-1:843d8e6d77d0bb430afce68e51b8f8ea83fb256edf7279a11370d02c1c5592ed', 'sha256-tokens-1:f19dd6207f6226392eac1119bc1505bd6cdcc044162391164b20db71c14e7d9e', 'Make b2', NULL, 'retort', NULL, '1 transaction=1 foreign_keys_off=0 lock_timeout_ms=0 statement_timeout_ms=0 lengths=15', 'DROP TABLE t_b2;
');

COMMIT;

