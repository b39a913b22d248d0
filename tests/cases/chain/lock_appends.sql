-- A lock is written by one verb, which appends.
-- --- file migrations/a.sql
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- file migrations/b.sql
-- Revises: a

-- migrate:up
CREATE TABLE b (x integer);
-- migrate:down
DROP TABLE b;
-- --- file migrations/c.sql
-- Revises: b

-- migrate:up
CREATE TABLE c (x integer);
-- migrate:down
DROP TABLE c;
-- --- retort lock
-- --- stdout
locked a
locked b
locked c
3 revisions added to migrations/retort.lock
-- --- result migrations/retort.lock
# retort lock 1: what has shipped. Only 'retort lock' writes here, and it only appends.
a sqlite native sha256-tokens-1:6ca174b982f471bde6afab44321fb19e122c7c7b6ae1b97326792493c5ce3e93 sha256-chain-1:9501d5a31ec4280c8e551b99231ad8bc32ea72d29999a74bb53ec90cd164b449 1:6ca174b9 file a.sql
b sqlite native sha256-tokens-1:47444d3dcc4fbf481031c4e750cd20df9c1156acfc2f92e29c81c54f8393ca1c sha256-chain-1:0576576b16d3750d23022d54ad9b44b3c80c1b61a06d5546b906c530836121e9 1:47444d3d file b.sql
c sqlite native sha256-tokens-1:6d51377bb93cce2616e76e926db70c35dd44dc85231a023dec2f4904f84de936 sha256-chain-1:00b44d85faa9a99d8bf7fb218d5267b710287abb0b43ee5ecb8379f64502cb56 1:6d51377b file c.sql
-- --- retort lock
-- --- stdout
nothing to lock: migrations/retort.lock holds every revision
-- --- file migrations/d.sql
-- Revises: c

-- migrate:up
CREATE TABLE d (x integer);
-- migrate:down
DROP TABLE d;

-- --- retort lock
-- --- stdout
locked d
1 revision added to migrations/retort.lock
-- --- result migrations/retort.lock
# retort lock 1: what has shipped. Only 'retort lock' writes here, and it only appends.
a sqlite native sha256-tokens-1:6ca174b982f471bde6afab44321fb19e122c7c7b6ae1b97326792493c5ce3e93 sha256-chain-1:9501d5a31ec4280c8e551b99231ad8bc32ea72d29999a74bb53ec90cd164b449 1:6ca174b9 file a.sql
b sqlite native sha256-tokens-1:47444d3dcc4fbf481031c4e750cd20df9c1156acfc2f92e29c81c54f8393ca1c sha256-chain-1:0576576b16d3750d23022d54ad9b44b3c80c1b61a06d5546b906c530836121e9 1:47444d3d file b.sql
c sqlite native sha256-tokens-1:6d51377bb93cce2616e76e926db70c35dd44dc85231a023dec2f4904f84de936 sha256-chain-1:00b44d85faa9a99d8bf7fb218d5267b710287abb0b43ee5ecb8379f64502cb56 1:6d51377b file c.sql
d sqlite native sha256-tokens-1:edcf1b56cd37880df83c7dd4b8934f02aa1ab6d078a85f0c0d520e4dc6c920a6 sha256-chain-1:edc5d4e8f8cbf41cd8c5c131c96126611da0bf4f7197b8a159f169fb8ac2043f 1:edcf1b56 file d.sql
-- --- retort check --locked
-- --- stdout
migrations: 4 revisions, head d, sqlite: proved up, down, up
