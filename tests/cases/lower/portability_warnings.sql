-- What both engines take and may do in two ways: warnings that refuse nothing, by default and with -Wall.
-- --- file migrations/0001_start.sql
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TYPE level AS ENUM ('low', 'high');
CREATE TABLE things (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name    text NOT NULL UNIQUE DEFERRABLE,
    code    char(4),
    mark    level,
    price   numeric(10,2) DEFAULT 0,
    weight  real,
    ratio   double precision,
    amount  integer CHECK (100 / amount > 1),
    nick    citext,
    data    json,
    address inet,
    made    timestamp DEFAULT now(),
    seen    timestamptz DEFAULT now()
);
CREATE INDEX things_code ON things (code NULLS FIRST) INCLUDE (amount);
CREATE VIEW marked AS SELECT * FROM things WHERE mark > 'low' AND name < 'm';
-- --- file migrations/0002_rows.sql
-- Revision ID: a2
-- Revises: a1

-- migrate:up
INSERT INTO things (id, name, seen) OVERRIDING SYSTEM VALUE VALUES (7, 'x', now());
UPDATE things SET price = price * 2, amount = amount * amount;
UPDATE things SET amount = CAST(name AS integer) / amount, name = upper(name) WHERE name LIKE nick OR name ILIKE 'a%';
UPDATE things SET code = 'x' WHERE name = 5 OR amount = round(ratio);
-- retort: allow(unqualified-dml) the table is a cache
DELETE FROM things;
ALTER TABLE things ADD COLUMN rank integer;
UPDATE things SET rank = 1;
-- migrate:verify
SELECT min(mark) IS NULL, sum(amount) IS NULL, sum(price) IS NULL FROM things ORDER BY max(name);
-- migrate:down irreversible
-- --- retort check --engine sqlite,postgres --verify none
-- --- stdout
migrations: 2 revisions, head a2, sqlite: not proved, postgres: not proved
-- --- stderr
migrations/0001_start.sql:8:27: warning: SQLite checks a DEFERRABLE key at once [-Wignored-deferrable]
    8 |     name    text NOT NULL UNIQUE DEFERRABLE,
      |                           ^~~~~~~~~~~~~~~~~
help: order the statements so that no row is in the way, and leave DEFERRABLE out
migrations/0001_start.sql:9:5: warning: column 'code': 'char' is padded, and compared padded, on PostgreSQL only [-Wchar-type]
    9 |     code    char(4),
      |     ^~~~
help: varchar(n) or text
migrations/0001_start.sql:14:28: warning: a division by zero is NULL on SQLite, and NULL passes a CHECK [-Wnull-check]
   14 |     amount  integer CHECK (100 / amount > 1),
      |                            ^~~~~~~~~~~~
help: coalesce((…), false)
migrations/0001_start.sql:22:50: warning: 'mark' is an enumeration: PostgreSQL orders it as declared, SQLite by alphabet [-Wenum-order]
   22 | CREATE VIEW marked AS SELECT * FROM things WHERE mark > 'low' AND name < 'm';
      |                                                  ^~~~
help: keep a rank in a column of its own, or CASE x WHEN 'a' THEN 1 … END
migrations/0002_rows.sql:5:21: warning: the counter of 'id' does not follow an explicit id on PostgreSQL: a later INSERT may fail [-Widentity-explicit-id]
    5 | INSERT INTO things (id, name, seen) OVERRIDING SYSTEM VALUE VALUES (7, 'x', now());
      |                     ^~
help: leave the column out, or set the counter in a section of PostgreSQL:  SELECT setval(pg_get_serial_sequence('things', 'id'), …)
migrations/0002_rows.sql:5:77: warning: 'now()' gives other values in each installation and on each engine [-Wnondeterministic]
    5 | INSERT INTO things (id, name, seen) OVERRIDING SYSTEM VALUE VALUES (7, 'x', now());
      |                                                                             ^~~~~
help: write a fixed value, or let the program fill the column
migrations/0002_rows.sql:6:8: warning: UPDATE of every row of 'things' [-Wunqualified-dml]
    6 | UPDATE things SET price = price * 2, amount = amount * amount;
      |        ^~~~~~
help: a WHERE, also one that is always true, says that it is meant
migrations/0002_rows.sql:6:27: warning: SQLite computes decimals as floating-point numbers [-Wdecimal-real]
    6 | UPDATE things SET price = price * 2, amount = amount * amount;
      |                           ^~~~~~~~~
help: round(…, n), or before the column's statement:  -- retort: storage(x=scaled)
migrations/0002_rows.sql:7:28: warning: text that is no number is an error on PostgreSQL and 0 on SQLite [-Wlossy-cast]
    7 | UPDATE things SET amount = CAST(name AS integer) / amount, name = upper(name) WHERE name LIKE nick OR name ILIKE 'a%';
      |                            ^~~~~~~~~~~~~~~~~~~~~
help: CASE WHEN x <> '' AND trim(x, '0123456789') = '' THEN CAST(x AS integer) END
migrations/0002_rows.sql:7:85: warning: LIKE with a pattern that is no literal ignores ASCII case on SQLite [-Wlike-case]
    7 | UPDATE things SET amount = CAST(name AS integer) / amount, name = upper(name) WHERE name LIKE nick OR name ILIKE 'a%';
      |                                                                                     ^~~~~~~~~~~~~~
help: lower(x) LIKE lower(y)
migrations/0002_rows.sql:8:36: warning: a number is compared with text [-Wimplicit-cast]
    8 | UPDATE things SET code = 'x' WHERE name = 5 OR amount = round(ratio);
      |                                    ^~~~~~~~
help: CAST(x AS text) = y, or write the number between quotes
migrations/0002_rows.sql:14:12: warning: 'mark' is an enumeration: PostgreSQL orders it as declared, SQLite by alphabet [-Wenum-order]
   14 | SELECT min(mark) IS NULL, sum(amount) IS NULL, sum(price) IS NULL FROM things ORDER BY max(name);
      |            ^~~~
help: keep a rank in a column of its own, or CASE x WHEN 'a' THEN 1 … END
migrations/0002_rows.sql:14:48: warning: SQLite computes decimals as floating-point numbers [-Wdecimal-real]
   14 | SELECT min(mark) IS NULL, sum(amount) IS NULL, sum(price) IS NULL FROM things ORDER BY max(name);
      |                                                ^~~~~~~~~~
help: round(…, n), or before the column's statement:  -- retort: storage(x=scaled)
13 warnings generated.
-- --- retort check --engine sqlite,postgres --verify none -Wall
-- --- stdout
migrations: 2 revisions, head a2, sqlite: not proved, postgres: not proved
-- --- stderr
migrations/0001_start.sql:7:5: warning: column 'id': SQLite cannot refuse an explicit id [-Wleft-out]
    7 |     id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      |     ^~
help: GENERATED BY DEFAULT AS IDENTITY says what both do
migrations/0001_start.sql:8:27: warning: SQLite checks a DEFERRABLE key at once [-Wignored-deferrable]
    8 |     name    text NOT NULL UNIQUE DEFERRABLE,
      |                           ^~~~~~~~~~~~~~~~~
help: order the statements so that no row is in the way, and leave DEFERRABLE out
migrations/0001_start.sql:9:5: warning: column 'code': 'char' is padded, and compared padded, on PostgreSQL only [-Wchar-type]
    9 |     code    char(4),
      |     ^~~~
help: varchar(n) or text
migrations/0001_start.sql:12:5: warning: column 'weight': 'real' has 24 bits on PostgreSQL and 53 on SQLite [-Winexact-type]
   12 |     weight  real,
      |     ^~~~~~
help: double precision is the same on both
migrations/0001_start.sql:14:28: warning: a division by zero is NULL on SQLite, and NULL passes a CHECK [-Wnull-check]
   14 |     amount  integer CHECK (100 / amount > 1),
      |                            ^~~~~~~~~~~~
help: coalesce((…), false)
migrations/0001_start.sql:15:5: warning: column 'nick': SQLite ignores the case of ASCII letters only [-Wascii-case]
   15 |     nick    citext,
      |     ^~~~
help: keep a folded column that the program writes
migrations/0001_start.sql:16:5: warning: column 'data': 'json' cannot be compared on PostgreSQL [-Wprefer-jsonb]
   16 |     data    json,
      |     ^~~~
help: jsonb
migrations/0001_start.sql:17:5: warning: column 'address': SQLite keeps 'inet' as text, without its order and operators [-Wleft-out]
   17 |     address inet,
      |     ^~~~~~~
migrations/0001_start.sql:18:5: warning: column 'made': the default is local time on PostgreSQL and UTC on SQLite [-Wprefer-timestamptz]
   18 |     made    timestamp DEFAULT now(),
      |     ^~~~
help: timestamptz
migrations/0001_start.sql:19:5: warning: column 'seen': the default has microseconds on PostgreSQL, milliseconds on SQLite [-Winexact-type]
   19 |     seen    timestamptz DEFAULT now()
      |     ^~~~
migrations/0001_start.sql:21:1: warning: SQLite has no INCLUDE: the columns become the last ones of the key [-Wleft-out]
   21 | CREATE INDEX things_code ON things (code NULLS FIRST) INCLUDE (amount);
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
migrations/0001_start.sql:21:37: warning: SQLite keeps NULLs first in an index; NULLS FIRST and LAST are left out [-Wleft-out]
   21 | CREATE INDEX things_code ON things (code NULLS FIRST) INCLUDE (amount);
      |                                     ^~~~~~~~~~~~~~~~
migrations/0001_start.sql:22:30: warning: the columns of '*' are those of today on PostgreSQL, those of each day on SQLite [-Wview-star]
   22 | CREATE VIEW marked AS SELECT * FROM things WHERE mark > 'low' AND name < 'm';
      |                              ^
help: name the columns
migrations/0001_start.sql:22:50: warning: 'mark' is an enumeration: PostgreSQL orders it as declared, SQLite by alphabet [-Wenum-order]
   22 | CREATE VIEW marked AS SELECT * FROM things WHERE mark > 'low' AND name < 'm';
      |                                                  ^~~~
help: keep a rank in a column of its own, or CASE x WHEN 'a' THEN 1 … END
migrations/0001_start.sql:22:67: warning: 'name' is text: PostgreSQL orders it as its locale does, SQLite by bytes [-Wcollation-order]
   22 | CREATE VIEW marked AS SELECT * FROM things WHERE mark > 'low' AND name < 'm';
      |                                                                   ^~~~
help: x COLLATE "C" is by bytes on both
migrations/0002_rows.sql:5:21: warning: the counter of 'id' does not follow an explicit id on PostgreSQL: a later INSERT may fail [-Widentity-explicit-id]
    5 | INSERT INTO things (id, name, seen) OVERRIDING SYSTEM VALUE VALUES (7, 'x', now());
      |                     ^~
help: leave the column out, or set the counter in a section of PostgreSQL:  SELECT setval(pg_get_serial_sequence('things', 'id'), …)
migrations/0002_rows.sql:5:77: warning: 'now()' gives other values in each installation and on each engine [-Wnondeterministic]
    5 | INSERT INTO things (id, name, seen) OVERRIDING SYSTEM VALUE VALUES (7, 'x', now());
      |                                                                             ^~~~~
help: write a fixed value, or let the program fill the column
migrations/0002_rows.sql:6:8: warning: UPDATE of every row of 'things' [-Wunqualified-dml]
    6 | UPDATE things SET price = price * 2, amount = amount * amount;
      |        ^~~~~~
help: a WHERE, also one that is always true, says that it is meant
migrations/0002_rows.sql:6:27: warning: SQLite computes decimals as floating-point numbers [-Wdecimal-real]
    6 | UPDATE things SET price = price * 2, amount = amount * amount;
      |                           ^~~~~~~~~
help: round(…, n), or before the column's statement:  -- retort: storage(x=scaled)
migrations/0002_rows.sql:6:47: warning: what is too large is an error on PostgreSQL, SQLite goes on [-Warithmetic]
    6 | UPDATE things SET price = price * 2, amount = amount * amount;
      |                                               ^~~~~~~~~~~~~~~
help: CAST(x AS bigint) * y
migrations/0002_rows.sql:7:28: warning: text that is no number is an error on PostgreSQL and 0 on SQLite [-Wlossy-cast]
    7 | UPDATE things SET amount = CAST(name AS integer) / amount, name = upper(name) WHERE name LIKE nick OR name ILIKE 'a%';
      |                            ^~~~~~~~~~~~~~~~~~~~~
help: CASE WHEN x <> '' AND trim(x, '0123456789') = '' THEN CAST(x AS integer) END
migrations/0002_rows.sql:7:28: warning: a division by zero is an error on PostgreSQL and NULL on SQLite [-Warithmetic]
    7 | UPDATE things SET amount = CAST(name AS integer) / amount, name = upper(name) WHERE name LIKE nick OR name ILIKE 'a%';
      |                            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
help: x / nullif(y, 0) is NULL on both
migrations/0002_rows.sql:7:67: warning: 'upper' changes ASCII letters only on SQLite [-Wascii-case]
    7 | UPDATE things SET amount = CAST(name AS integer) / amount, name = upper(name) WHERE name LIKE nick OR name ILIKE 'a%';
      |                                                                   ^~~~~~~~~~~
help: keep a folded column that the program writes
migrations/0002_rows.sql:7:85: warning: LIKE with a pattern that is no literal ignores ASCII case on SQLite [-Wlike-case]
    7 | UPDATE things SET amount = CAST(name AS integer) / amount, name = upper(name) WHERE name LIKE nick OR name ILIKE 'a%';
      |                                                                                     ^~~~~~~~~~~~~~
help: lower(x) LIKE lower(y)
migrations/0002_rows.sql:7:103: warning: ILIKE tells 'Ä' and 'ä' apart on SQLite [-Wascii-case]
    7 | UPDATE things SET amount = CAST(name AS integer) / amount, name = upper(name) WHERE name LIKE nick OR name ILIKE 'a%';
      |                                                                                                       ^~~~~~~~~~~~~~~
help: keep a folded column that the program writes
migrations/0002_rows.sql:8:36: warning: a number is compared with text [-Wimplicit-cast]
    8 | UPDATE things SET code = 'x' WHERE name = 5 OR amount = round(ratio);
      |                                    ^~~~~~~~
help: CAST(x AS text) = y, or write the number between quotes
migrations/0002_rows.sql:8:57: warning: halves of double precision are rounded to even on PostgreSQL, up on SQLite [-Warithmetic]
    8 | UPDATE things SET code = 'x' WHERE name = 5 OR amount = round(ratio);
      |                                                         ^~~~~~~~~~~~
help: round(CAST(x AS numeric(15,4)), 0)
migrations/0002_rows.sql:14:12: warning: 'mark' is an enumeration: PostgreSQL orders it as declared, SQLite by alphabet [-Wenum-order]
   14 | SELECT min(mark) IS NULL, sum(amount) IS NULL, sum(price) IS NULL FROM things ORDER BY max(name);
      |            ^~~~
help: keep a rank in a column of its own, or CASE x WHEN 'a' THEN 1 … END
migrations/0002_rows.sql:14:27: warning: a sum past 2^63 is an error on SQLite and numeric on PostgreSQL [-Warithmetic]
   14 | SELECT min(mark) IS NULL, sum(amount) IS NULL, sum(price) IS NULL FROM things ORDER BY max(name);
      |                           ^~~~~~~~~~~
help: sum(CAST(x AS numeric(15,0))) where it can be as large
migrations/0002_rows.sql:14:48: warning: SQLite computes decimals as floating-point numbers [-Wdecimal-real]
   14 | SELECT min(mark) IS NULL, sum(amount) IS NULL, sum(price) IS NULL FROM things ORDER BY max(name);
      |                                                ^~~~~~~~~~
help: round(…, n), or before the column's statement:  -- retort: storage(x=scaled)
migrations/0002_rows.sql:14:92: warning: 'name' is text: PostgreSQL orders it as its locale does, SQLite by bytes [-Wcollation-order]
   14 | SELECT min(mark) IS NULL, sum(amount) IS NULL, sum(price) IS NULL FROM things ORDER BY max(name);
      |                                                                                            ^~~~
help: x COLLATE "C" is by bytes on both
31 warnings generated.
