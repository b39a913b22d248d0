-- lock appends what is not there yet and changes nothing else.
-- --- file migrations/0001_a.sql
-- Make a1
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t_a1 (x int);

-- migrate:down
DROP TABLE t_a1;
-- --- retort lock
-- --- stdout
locked a1, Make a1
1 revision added to migrations/retort.lock
-- --- result migrations/retort.lock
# retort lock 1: what has shipped. Only 'retort lock' writes here, and it only appends.
a1 sqlite native sha256-tokens-1:5e4d4496a25fb223ac762df9e517d7842750cdf172bbad6002bb1d016c13c62c sha256-chain-1:5043141d23607b02f4d0212e313dd599a8580c2491ff69753c7bc914a89535fd 1:5e4d4496 file 0001_a.sql
-- --- retort lock
-- --- stdout
nothing to lock: migrations/retort.lock holds every revision
-- --- file migrations/0002_b.sql
-- Make b2
--
-- Revision ID: b2
-- Revises: a1

-- migrate:up
CREATE TABLE t_b2 (x int);

-- migrate:down
DROP TABLE t_b2;
-- --- retort check -v
-- --- stdout
a1  migrations/0001_a.sql  locked
b2  migrations/0002_b.sql
migrations: 2 revisions, head b2, sqlite: proved up, down, up
-- --- retort lock
-- --- stdout
locked b2, Make b2
1 revision added to migrations/retort.lock
-- --- result migrations/retort.lock
# retort lock 1: what has shipped. Only 'retort lock' writes here, and it only appends.
a1 sqlite native sha256-tokens-1:5e4d4496a25fb223ac762df9e517d7842750cdf172bbad6002bb1d016c13c62c sha256-chain-1:5043141d23607b02f4d0212e313dd599a8580c2491ff69753c7bc914a89535fd 1:5e4d4496 file 0001_a.sql
b2 sqlite native sha256-tokens-1:f19dd6207f6226392eac1119bc1505bd6cdcc044162391164b20db71c14e7d9e sha256-chain-1:843d8e6d77d0bb430afce68e51b8f8ea83fb256edf7279a11370d02c1c5592ed 1:f19dd620 file 0002_b.sql
-- --- retort check -v --locked
-- --- stdout
a1  migrations/0001_a.sql  locked
b2  migrations/0002_b.sql  locked
migrations: 2 revisions, head b2, sqlite: proved up, down, up
