-- NOT NULL without a default is what PostgreSQL gets: in an up only the author can say what old rows hold.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (id bigint PRIMARY KEY);
-- --- file migrations/0002_column.sql
-- Column
--
-- Revision ID: a2
-- Revises: a1

-- migrate:up
ALTER TABLE t ADD COLUMN b integer NOT NULL;
-- --- retort sql a2 --engine sqlite,postgres
-- --- stdout
-- a2 up, sqlite, in a transaction, foreign keys off around it
-- migrations/0002_column.sql:7
SELECT json_extract('{}', 'table t has ' || what || ' that this chain did not make, and making the table anew would lose')
  FROM (SELECT type || ' ' || name AS what FROM sqlite_schema
         WHERE tbl_name = 't' COLLATE NOCASE AND type IN ('index', 'trigger')
           AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ()
         UNION ALL SELECT 'temporary trigger ' || name FROM sqlite_temp_schema
         WHERE type = 'trigger' AND tbl_name = 't' COLLATE NOCASE
         UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo('t')
         WHERE name COLLATE NOCASE NOT IN ('id'));
-- migrations/0002_column.sql:7
CREATE TABLE t__retort (
    id INTEGER NOT NULL,
    b INTEGER NOT NULL CONSTRAINT t_b_type CHECK (b BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT t_pkey PRIMARY KEY (id)
) STRICT;
-- migrations/0002_column.sql:7
INSERT INTO t__retort (id)
SELECT id
  FROM t
 ORDER BY rowid;
-- migrations/0002_column.sql:7
SELECT json_extract('{}', 'the copy has ' || a || ' rows instead of ' || b)
  FROM (SELECT (SELECT count(*) FROM t__retort) AS a, (SELECT count(*) FROM t) AS b) WHERE a <> b;
-- migrations/0002_column.sql:7
DROP TABLE t;
-- migrations/0002_column.sql:7
PRAGMA legacy_alter_table=ON;
-- migrations/0002_column.sql:7
ALTER TABLE t__retort RENAME TO t;
-- migrations/0002_column.sql:7
PRAGMA legacy_alter_table=OFF;
-- a2 down, sqlite, in a transaction
-- migrations/0002_column.sql:6
ALTER TABLE t DROP COLUMN b;
-- a2 up, postgres, in a transaction
-- migrations/0002_column.sql:7
ALTER TABLE t ADD COLUMN b integer NOT NULL;
-- a2 down, postgres, in a transaction
-- migrations/0002_column.sql:6
ALTER TABLE t DROP COLUMN b;
