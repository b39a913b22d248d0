-- Rows get the default that a column is made with, also where it changes before the table is built anew.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (id integer PRIMARY KEY, a text);
INSERT INTO t (id) VALUES (1);
-- --- file migrations/0002_columns.sql
-- Columns
--
-- Revision ID: a2
-- Revises: a1

-- migrate:up
ALTER TABLE t ADD COLUMN b integer NOT NULL DEFAULT 1, ALTER COLUMN b DROP DEFAULT;
INSERT INTO t (id, b) VALUES (2, 2);
ALTER TABLE t ALTER COLUMN a SET DEFAULT 'x';
ALTER TABLE t ADD COLUMN c integer DEFAULT 23;
ALTER TABLE t ALTER COLUMN c SET DEFAULT 39;
ALTER TABLE t ADD COLUMN d integer;
ALTER TABLE t ALTER COLUMN d SET DEFAULT 5;
-- --- retort sql a2 --engine sqlite,postgres
-- --- stdout
-- a2 up, sqlite, in a transaction, foreign keys off around it
-- migrations/0002_columns.sql:7
SELECT json_extract('{}', 'table t has ' || what || ' that this chain did not make, and making the table anew would lose')
  FROM (SELECT type || ' ' || name AS what FROM sqlite_schema
         WHERE tbl_name = 't' COLLATE NOCASE AND type IN ('index', 'trigger')
           AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ()
         UNION ALL SELECT 'temporary trigger ' || name FROM sqlite_temp_schema
         WHERE type = 'trigger' AND tbl_name = 't' COLLATE NOCASE
         UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('t')
         WHERE name COLLATE NOCASE NOT IN ('id', 'a'));
-- migrations/0002_columns.sql:7
CREATE TABLE t__retort (
    id INTEGER NOT NULL CONSTRAINT t_id_type CHECK (id BETWEEN -2147483648 AND 2147483647),
    a TEXT,
    b INTEGER NOT NULL CONSTRAINT t_b_type CHECK (b BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT t_pkey PRIMARY KEY (id)
) STRICT;
-- migrations/0002_columns.sql:7
INSERT INTO t__retort (id, a, b)
SELECT id, a, 1
  FROM t
 ORDER BY rowid;
-- migrations/0002_columns.sql:7
SELECT json_extract('{}', 'the copy has ' || a || ' rows instead of ' || b)
  FROM (SELECT (SELECT count(*) FROM t__retort) AS a, (SELECT count(*) FROM t) AS b) WHERE a <> b;
-- migrations/0002_columns.sql:7
DROP TABLE t;
-- migrations/0002_columns.sql:7
PRAGMA legacy_alter_table=ON;
-- migrations/0002_columns.sql:7
ALTER TABLE t__retort RENAME TO t;
-- migrations/0002_columns.sql:7
PRAGMA legacy_alter_table=OFF;
-- migrations/0002_columns.sql:8
INSERT INTO t (id, b) VALUES (2, 2);
-- migrations/0002_columns.sql:9
SELECT json_extract('{}', 'table t has ' || what || ' that this chain did not make, and making the table anew would lose')
  FROM (SELECT type || ' ' || name AS what FROM sqlite_schema
         WHERE tbl_name = 't' COLLATE NOCASE AND type IN ('index', 'trigger')
           AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ()
         UNION ALL SELECT 'temporary trigger ' || name FROM sqlite_temp_schema
         WHERE type = 'trigger' AND tbl_name = 't' COLLATE NOCASE
         UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('t')
         WHERE name COLLATE NOCASE NOT IN ('id', 'a', 'b'));
-- migrations/0002_columns.sql:9
CREATE TABLE t__retort (
    id INTEGER NOT NULL CONSTRAINT t_id_type CHECK (id BETWEEN -2147483648 AND 2147483647),
    a TEXT DEFAULT 'x',
    b INTEGER NOT NULL CONSTRAINT t_b_type CHECK (b BETWEEN -2147483648 AND 2147483647),
    c INTEGER DEFAULT 39 CONSTRAINT t_c_type CHECK (c BETWEEN -2147483648 AND 2147483647),
    d INTEGER DEFAULT 5 CONSTRAINT t_d_type CHECK (d BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT t_pkey PRIMARY KEY (id)
) STRICT;
-- migrations/0002_columns.sql:9
INSERT INTO t__retort (id, a, b, c, d)
SELECT id, a, b, 23, NULL
  FROM t
 ORDER BY rowid;
-- migrations/0002_columns.sql:9
SELECT json_extract('{}', 'the copy has ' || a || ' rows instead of ' || b)
  FROM (SELECT (SELECT count(*) FROM t__retort) AS a, (SELECT count(*) FROM t) AS b) WHERE a <> b;
-- migrations/0002_columns.sql:9
DROP TABLE t;
-- migrations/0002_columns.sql:9
PRAGMA legacy_alter_table=ON;
-- migrations/0002_columns.sql:9
ALTER TABLE t__retort RENAME TO t;
-- migrations/0002_columns.sql:9
PRAGMA legacy_alter_table=OFF;
-- a2 down, sqlite, in a transaction, foreign keys off around it
-- migrations/0002_columns.sql:6
SELECT json_extract('{}', 'table t has ' || what || ' that this chain did not make, and making the table anew would lose')
  FROM (SELECT type || ' ' || name AS what FROM sqlite_schema
         WHERE tbl_name = 't' COLLATE NOCASE AND type IN ('index', 'trigger')
           AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ()
         UNION ALL SELECT 'temporary trigger ' || name FROM sqlite_temp_schema
         WHERE type = 'trigger' AND tbl_name = 't' COLLATE NOCASE
         UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('t')
         WHERE name COLLATE NOCASE NOT IN ('id', 'a', 'b', 'c', 'd'));
-- migrations/0002_columns.sql:6
CREATE TABLE t__retort (
    id INTEGER NOT NULL CONSTRAINT t_id_type CHECK (id BETWEEN -2147483648 AND 2147483647),
    a TEXT,
    CONSTRAINT t_pkey PRIMARY KEY (id)
) STRICT;
-- migrations/0002_columns.sql:6
INSERT INTO t__retort (id, a)
SELECT id, a
  FROM t
 ORDER BY rowid;
-- migrations/0002_columns.sql:6
SELECT json_extract('{}', 'the copy has ' || a || ' rows instead of ' || b)
  FROM (SELECT (SELECT count(*) FROM t__retort) AS a, (SELECT count(*) FROM t) AS b) WHERE a <> b;
-- migrations/0002_columns.sql:6
DROP TABLE t;
-- migrations/0002_columns.sql:6
PRAGMA legacy_alter_table=ON;
-- migrations/0002_columns.sql:6
ALTER TABLE t__retort RENAME TO t;
-- migrations/0002_columns.sql:6
PRAGMA legacy_alter_table=OFF;
-- a2 up, postgres, in a transaction
-- migrations/0002_columns.sql:7
ALTER TABLE t ADD COLUMN b integer NOT NULL DEFAULT 1;
-- migrations/0002_columns.sql:7
ALTER TABLE t ALTER COLUMN b DROP DEFAULT;
-- migrations/0002_columns.sql:8
INSERT INTO t (id, b) VALUES (2, 2);
-- migrations/0002_columns.sql:9
ALTER TABLE t ALTER COLUMN a SET DEFAULT 'x';
-- migrations/0002_columns.sql:10
ALTER TABLE t ADD COLUMN c integer DEFAULT 23;
-- migrations/0002_columns.sql:11
ALTER TABLE t ALTER COLUMN c DROP DEFAULT;
-- migrations/0002_columns.sql:11
ALTER TABLE t ALTER COLUMN c SET DEFAULT 39;
-- migrations/0002_columns.sql:12
ALTER TABLE t ADD COLUMN d integer;
-- migrations/0002_columns.sql:13
ALTER TABLE t ALTER COLUMN d SET DEFAULT 5;
-- a2 down, postgres, in a transaction
-- migrations/0002_columns.sql:6
ALTER TABLE t ALTER COLUMN a DROP DEFAULT;
-- migrations/0002_columns.sql:6
ALTER TABLE t DROP COLUMN b;
-- migrations/0002_columns.sql:6
ALTER TABLE t DROP COLUMN c;
-- migrations/0002_columns.sql:6
ALTER TABLE t DROP COLUMN d;
