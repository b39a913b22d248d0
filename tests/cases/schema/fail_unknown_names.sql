-- Names are looked up in the schema as it is at the statement, without a database.
-- --- file migrations/0001_start.sql
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE owners (id bigint PRIMARY KEY, name text);
CREATE TABLE owners (id bigint PRIMARY KEY);
CREATE TABLE items (id bigint PRIMARY KEY, owner bigint REFERENCES owner, name text REFERENCES owners (name));
ALTER TABLE items ADD COLUMN name text;
ALTER TABLE itmes ADD COLUMN other text;
CREATE INDEX items_x ON items (nmae);
INSERT INTO owners (id, nam) VALUES (1, 'x');
INSERT INTO owners (id, name) VALUES (1);
UPDATE owners SET name = titel WHERE id = 1;
DROP INDEX items_y;
DROP TABLE owners;
-- --- retort check --engine sqlite,postgres --verify none
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:6:14: error: table 'owners' exists already [duplicate-name]
    6 | CREATE TABLE owners (id bigint PRIMARY KEY);
      |              ^~~~~~
migrations/0001_start.sql:5:14: note: the first one is here
    5 | CREATE TABLE owners (id bigint PRIMARY KEY, name text);
      |              ^~~~~~
migrations/0001_start.sql:7:57: error: unknown table 'owner' [unknown-name]
    7 | CREATE TABLE items (id bigint PRIMARY KEY, owner bigint REFERENCES owner, name text REFERENCES owners (name));
      |                                                         ^~~~~~~~~~~~~~~~
help: did you mean 'owners'?
migrations/0001_start.sql:7:85: error: foreign key refers to 'owners (name)', which no key makes unique [not-unique-target]
    7 | CREATE TABLE items (id bigint PRIMARY KEY, owner bigint REFERENCES owner, name text REFERENCES owners (name));
      |                                                                                     ^~~~~~~~~~~~~~~~~~~~~~~~
migrations/0001_start.sql:5:14: note: the table was made here
    5 | CREATE TABLE owners (id bigint PRIMARY KEY, name text);
      |              ^~~~~~
help: make them unique first:  CREATE UNIQUE INDEX … ON owners (name);
migrations/0001_start.sql:8:30: error: column 'name' exists already [duplicate-name]
    8 | ALTER TABLE items ADD COLUMN name text;
      |                              ^~~~
migrations/0001_start.sql:7:75: note: the first one is here
    7 | CREATE TABLE items (id bigint PRIMARY KEY, owner bigint REFERENCES owner, name text REFERENCES owners (name));
      |                                                                           ^~~~
migrations/0001_start.sql:9:13: error: unknown table 'itmes' [unknown-name]
    9 | ALTER TABLE itmes ADD COLUMN other text;
      |             ^~~~~
help: did you mean 'items'?
migrations/0001_start.sql:10:32: error: unknown column 'nmae' [unknown-name]
   10 | CREATE INDEX items_x ON items (nmae);
      |                                ^~~~
help: did you mean 'name'?
migrations/0001_start.sql:11:25: error: unknown column 'nam' [unknown-name]
   11 | INSERT INTO owners (id, nam) VALUES (1, 'x');
      |                         ^~~
help: did you mean 'name'?
migrations/0001_start.sql:12:39: error: 1 value for 2 columns [wrong-value-count]
   12 | INSERT INTO owners (id, name) VALUES (1);
      |                                       ^
migrations/0001_start.sql:13:26: error: unknown column 'titel' [unknown-name]
   13 | UPDATE owners SET name = titel WHERE id = 1;
      |                          ^~~~~
migrations/0001_start.sql:14:12: error: unknown index 'items_y' [unknown-name]
   14 | DROP INDEX items_y;
      |            ^~~~~~~
help: did you mean 'items_x'?
migrations/0001_start.sql:15:12: error: table 'owners' is used by foreign key 'items_name_fkey' of table 'items' [still-used]
   15 | DROP TABLE owners;
      |            ^~~~~~
migrations/0001_start.sql:7:85: note: it was made here
    7 | CREATE TABLE items (id bigint PRIMARY KEY, owner bigint REFERENCES owner, name text REFERENCES owners (name));
      |                                                                                     ^~~~~~~~~~~~~~~~~~~~~~~~
help: drop that first
11 errors generated.
