-- Rows: DEFAULT as a value, USING, literals in the form that SQLite keeps, patterns, functions.
-- --- file migrations/0001_start.sql
-- Revision ID: a1
-- Revises:

-- migrate:up portable
CREATE TABLE t (id integer PRIMARY KEY, name text, at timestamptz, ok boolean DEFAULT true, raw bytea);
CREATE TABLE u (id integer PRIMARY KEY, name text);
INSERT INTO t (id, name, at, ok, raw) VALUES
    (1, 'one', '2024-05-07T09:00:00Z', 't', '\x00ff'), (2, 'two', '2024-05-07', DEFAULT, NULL);
INSERT INTO u SELECT id, concat(name, '!') FROM t WHERE name LIKE 'o_%';
INSERT INTO u (id, name) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET name = excluded.name || u.name;
UPDATE t SET ok = 0, name = greatest(name, left(name, 2)) WHERE at < '2024-06-01' AND id::text <> '7';
DELETE FROM t USING u WHERE u.id = t.id;
-- --- retort sql --engine sqlite
-- --- stdout
-- a1 up, sqlite, in a transaction
-- migrations/0001_start.sql:5
CREATE TABLE t (
    id INTEGER NOT NULL CONSTRAINT t_id_type CHECK (id BETWEEN -2147483648 AND 2147483647),
    name TEXT,
    at TEXT CONSTRAINT t_at_type CHECK (substr(at,1,19) IS strftime('%Y-%m-%d %H:%M:%S', substr(at,1,19), '+0 seconds') AND (length(at) = 19 OR (length(at) BETWEEN 21 AND 26 AND substr(at,20,1) = '.' AND substr(at,21) NOT GLOB '*[^0-9]*'))),
    ok INTEGER DEFAULT true CONSTRAINT t_ok_type CHECK (ok IN (0,1)),
    raw BLOB,
    CONSTRAINT t_pkey PRIMARY KEY (id)
) STRICT;
-- migrations/0001_start.sql:6
CREATE TABLE u (
    id INTEGER NOT NULL CONSTRAINT u_id_type CHECK (id BETWEEN -2147483648 AND 2147483647),
    name TEXT,
    CONSTRAINT u_pkey PRIMARY KEY (id)
) STRICT;
-- migrations/0001_start.sql:7
INSERT INTO t (id, name, at, ok, raw) VALUES (1, 'one', '2024-05-07 09:00:00', 1, x'00ff'), (2, 'two', '2024-05-07 00:00:00', true, NULL);
-- migrations/0001_start.sql:9
INSERT INTO u (id, name) SELECT id, (coalesce(name, '') || coalesce('!', '')) FROM t WHERE name GLOB 'o?*';
-- migrations/0001_start.sql:10
INSERT INTO u (id, name) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET name = excluded.name || u.name;
-- migrations/0001_start.sql:11
UPDATE t SET ok = 0, name = coalesce(max(name, substr(name, 1, 2)), name, substr(name, 1, 2)) WHERE at < '2024-06-01 00:00:00' AND CAST(id AS TEXT) <> '7';
-- migrations/0001_start.sql:12
DELETE FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.id = t.id);
-- a1 down, sqlite, in a transaction
-- migrations/0001_start.sql:4
DROP TABLE u;
-- migrations/0001_start.sql:4
DROP TABLE t;
-- --- retort check --engine sqlite,postgres --verify sqlite
-- --- stdout
migrations: 1 revision, head a1, sqlite: proved up, down, up, postgres: not proved
