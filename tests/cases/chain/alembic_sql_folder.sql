-- The output of alembic upgrade and downgrade --sql, as it is: Alembic's own statements are left out,
-- what only looks like a step stays text, a merge has two parents.
-- --- file migrations/upgrade.sqlite.sql
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> a1b2c3d4e5f6

CREATE TABLE notes (
    id INTEGER NOT NULL, 
    body TEXT NOT NULL, 
    PRIMARY KEY (id)
);

INSERT INTO notes (body) VALUES ('
-- Running upgrade x -> y');;

INSERT INTO alembic_version (version_num) VALUES ('a1b2c3d4e5f6');

-- Running upgrade a1b2c3d4e5f6 -> c3d4e5f6a7b8

ALTER TABLE notes ADD COLUMN r TEXT;

UPDATE alembic_version SET version_num='c3d4e5f6a7b8' WHERE alembic_version.version_num = 'a1b2c3d4e5f6';

-- Running upgrade a1b2c3d4e5f6 -> b2c3d4e5f6a7

ALTER TABLE notes ADD COLUMN l TEXT;

INSERT INTO alembic_version (version_num) VALUES ('b2c3d4e5f6a7') RETURNING version_num;

-- Running upgrade b2c3d4e5f6a7, c3d4e5f6a7b8 -> d4e5f6a7b8c9

DELETE FROM alembic_version WHERE alembic_version.version_num = 'b2c3d4e5f6a7';

UPDATE alembic_version SET version_num='d4e5f6a7b8c9' WHERE alembic_version.version_num = 'c3d4e5f6a7b8';

-- --- file migrations/downgrade.sqlite.sql
-- Running downgrade d4e5f6a7b8c9 -> b2c3d4e5f6a7, c3d4e5f6a7b8

INSERT INTO alembic_version (version_num) VALUES ('b2c3d4e5f6a7');

UPDATE alembic_version SET version_num='c3d4e5f6a7b8' WHERE alembic_version.version_num = 'd4e5f6a7b8c9';

-- Running downgrade b2c3d4e5f6a7 -> a1b2c3d4e5f6

ALTER TABLE notes DROP COLUMN l;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'b2c3d4e5f6a7';

-- Running downgrade c3d4e5f6a7b8 -> a1b2c3d4e5f6

ALTER TABLE notes DROP COLUMN r;

UPDATE alembic_version SET version_num='a1b2c3d4e5f6' WHERE alembic_version.version_num = 'c3d4e5f6a7b8';

-- Running downgrade a1b2c3d4e5f6 -> 

DROP TABLE notes;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'a1b2c3d4e5f6';

DROP TABLE alembic_version;

-- --- file migrations/upgrade.postgres.sql
BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> other

COMMIT;
-- --- retort check --layout alembic-sql
-- --- stdout
migrations: 4 revisions, head d4e5f6a7b8c9, sqlite: proved up, down, up
-- --- stderr
migrations/upgrade.sqlite.sql:6:24: warning: what a migration did in Python is not in an SQL script [-Walembic-python]
    6 | -- Running upgrade  -> a1b2c3d4e5f6
      |                        ^~~~~~~~~~~~
help: look for upgrade() functions with op.get_bind(), and write such steps as SQL
help: then say that it is done:  -Wno-alembic-python
1 warning generated.
-- --- retort history --layout alembic-sql
-- --- stdout
b2c3d4e5f6a7, c3d4e5f6a7b8 -> d4e5f6a7b8c9 (head) (mergepoint)
a1b2c3d4e5f6 -> b2c3d4e5f6a7
a1b2c3d4e5f6 -> c3d4e5f6a7b8
<base> -> a1b2c3d4e5f6 (branchpoint)
