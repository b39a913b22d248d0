-- A folder of sql-migrate: numbers in front by value, then names; both directions in a file; an option; several up parts.
-- --- file migrations/10_more.sql
-- +migrate Up
ALTER TABLE a ADD COLUMN z integer;
-- +migrate Down
ALTER TABLE a DROP COLUMN z;
-- +migrate Up
CREATE INDEX a_z ON a (z);
-- +migrate Down
-- nothing more
-- --- file migrations/9-first.sql
-- A header is text.
-- +migrate Up
CREATE TABLE a (x integer);
-- +migrate StatementBegin
CREATE TRIGGER t AFTER INSERT ON a BEGIN
  DELETE FROM a WHERE x < 0;
END;
-- +migrate StatementEnd
-- +migrate Down
DROP TABLE a;
-- --- file migrations/views.sql
-- +migrate Up notransaction
CREATE VIEW v AS SELECT x FROM a
-- +migrate Down notransaction
DROP VIEW v
-- --- file migrations/9_second.sql
-- +migrate Up
CREATE TABLE b (x integer);
-- +migrate Down
DROP TABLE b;
-- --- retort check --layout sql-migrate --verify none
-- --- stdout
migrations: 4 revisions, head views, sqlite: not proved
-- --- retort history --layout sql-migrate
-- --- stdout
10_more -> views (head), views
9_second -> 10_more, more
9_first -> 9_second, second
<base> -> 9_first, first
-- --- retort upgrade --sql head --layout sql-migrate
-- --- stdout
BEGIN IMMEDIATE;

CREATE TABLE IF NOT EXISTS main.retort_ledger (chain text NOT NULL, seq integer NOT NULL, revision text NOT NULL, digest text NOT NULL, content_hash text NOT NULL, message text NOT NULL, applied_at text NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), duration_us integer, applied_by text NOT NULL, progress integer, down_plan text, down_sql text, PRIMARY KEY (chain, seq), UNIQUE (chain, revision));

-- Running upgrade  -> 9_first

CREATE TABLE a (x integer);

CREATE TRIGGER t AFTER INSERT ON a BEGIN
  DELETE FROM a WHERE x < 0;
END;

INSERT INTO main.retort_ledger (chain, seq, revision, digest, content_hash, message, duration_us, applied_by, progress, down_plan, down_sql) VALUES ('migrations', 1, '9_first', 'sha256-chain-1:3850ac156083bb2b90e363642432682b3a26d1c6977e4f5994cff7b1da79e5fa', 'sha256-tokens-1:aaee10aff4f11db3de60ab6aff507fbe12ece29c1f0600b6228389c74bbcfd37', 'first', NULL, 'retort', NULL, '1 transaction=1 foreign_keys_off=0 lock_timeout_ms=0 statement_timeout_ms=0 lengths=12', 'DROP TABLE a;
');

-- Running upgrade 9_first -> 9_second

CREATE TABLE b (x integer);

INSERT INTO main.retort_ledger (chain, seq, revision, digest, content_hash, message, duration_us, applied_by, progress, down_plan, down_sql) VALUES ('migrations', 2, '9_second', 'sha256-chain-1:6ba9216c17feaef1e9a8693c24a149a40fdb79147455ae64d663836302067c2b', 'sha256-tokens-1:47444d3dcc4fbf481031c4e750cd20df9c1156acfc2f92e29c81c54f8393ca1c', 'second', NULL, 'retort', NULL, '1 transaction=1 foreign_keys_off=0 lock_timeout_ms=0 statement_timeout_ms=0 lengths=12', 'DROP TABLE b;
');

-- Running upgrade 9_second -> 10_more

ALTER TABLE a ADD COLUMN z integer;

CREATE INDEX a_z ON a (z);

INSERT INTO main.retort_ledger (chain, seq, revision, digest, content_hash, message, duration_us, applied_by, progress, down_plan, down_sql) VALUES ('migrations', 3, '10_more', 'sha256-chain-1:68b52b2b20f9459dde6fc07dce033993fbcdc81632b2620855b933ae67a09eb0', 'sha256-tokens-1:53ad663fbf85e4ed30156f47ca1b6684adc2ad9fe3aa54147e05f4ecc6c0fa8b', 'more', NULL, 'retort', NULL, '1 transaction=1 foreign_keys_off=0 lock_timeout_ms=0 statement_timeout_ms=0 lengths=27', 'ALTER TABLE a DROP COLUMN z;
');

COMMIT;

BEGIN IMMEDIATE;

INSERT INTO main.retort_ledger (chain, seq, revision, digest, content_hash, message, duration_us, applied_by, progress, down_plan, down_sql) VALUES ('migrations', 4, 'views', 'sha256-chain-1:e824864e653b9a4b6da0f3409aa7e090af30ad32ae8ba329c26d425f79e2a01e', 'sha256-tokens-1:baaa20fe7e36e547d56fbe011ca8a3f7b8db681f120e768859c6f0b159de65f3', 'views', NULL, 'retort', 0, '1 transaction=0 foreign_keys_off=0 lock_timeout_ms=0 statement_timeout_ms=0 lengths=11', 'DROP VIEW v;
');

COMMIT;

-- Running upgrade 10_more -> views

BEGIN IMMEDIATE;

CREATE VIEW v AS SELECT x FROM a;

UPDATE main.retort_ledger SET progress = 1, duration_us = NULL WHERE chain = 'migrations' AND revision = 'views';

COMMIT;

BEGIN IMMEDIATE;

UPDATE main.retort_ledger SET progress = NULL, duration_us = NULL WHERE chain = 'migrations' AND revision = 'views';

COMMIT;

