-- BEGIN and COMMIT around a step are Alembic's; a pair inside is an autocommit_block(), and the step
-- runs outside a transaction. The version table may have another name.
-- --- file migrations/upgrade.sql
BEGIN;

CREATE TABLE ledger."Version" (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT "Version_pkc" PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1

CREATE TABLE notes (id SERIAL NOT NULL);

INSERT INTO ledger."Version" (version_num) VALUES ('a1') RETURNING ledger."Version".version_num;

COMMIT;

BEGIN;

-- Running upgrade a1 -> b2

COMMIT;

CREATE INDEX CONCURRENTLY notes_id ON notes (id);

BEGIN;

UPDATE ledger."Version" SET version_num='b2' WHERE ledger."Version".version_num = 'a1';

COMMIT;

-- --- file migrations/downgrade.sql
BEGIN;

-- Running downgrade b2 -> a1

COMMIT;

DROP INDEX CONCURRENTLY notes_id;

BEGIN;

UPDATE ledger."Version" SET version_num='a1' WHERE ledger."Version".version_num = 'b2';

-- Running downgrade a1 -> 

DROP TABLE notes;

DELETE FROM ledger."Version" WHERE ledger."Version".version_num = 'a1';

DROP TABLE ledger."Version";

COMMIT;

-- --- retort check --layout alembic-sql --engine postgres -Wno-alembic-python
-- --- stdout
migrations: 2 revisions, head b2, postgres: not proved
