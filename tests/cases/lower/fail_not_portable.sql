-- What an engine has no form for, each at its place and with a way out.
-- --- file migrations/0001_start.sql
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (id bigint PRIMARY KEY, tags text[], price numeric, m money);
-- --- file migrations/0002_more.sql
-- Revision ID: a2
-- Revises: a1

-- migrate:up
CREATE TABLE ok (id bigint PRIMARY KEY, body text DEFAULT md5('x'));
CREATE INDEX ok_gin ON ok USING gin (body);
UPDATE ok SET body = ifnull(body, 'x') WHERE body ~ '^a';
-- --- retort check --engine sqlite,postgres --verify none
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:5:40: error: type 'text[]' of column 'tags' has no SQLite form [not-portable]
    5 | CREATE TABLE t (id bigint PRIMARY KEY, tags text[], price numeric, m money);
      |                                        ^~~~
migrations/0001_start.sql:4:1: note: this section is portable: it is compiled for sqlite and postgres
    4 | -- migrate:up
      | ^~~~~~~~~~~~~
help: use jsonb, a child table, or one section per engine
migrations/0001_start.sql:5:53: error: type 'numeric' of column 'price' has no exact form in SQLite [not-portable]
    5 | CREATE TABLE t (id bigint PRIMARY KEY, tags text[], price numeric, m money);
      |                                                     ^~~~~
migrations/0001_start.sql:4:1: note: this section is portable: it is compiled for sqlite and postgres
    4 | -- migrate:up
      | ^~~~~~~~~~~~~
help: numeric(p,s) is portable with p up to 15; or before the statement:  -- retort: storage(price=text)
migrations/0001_start.sql:5:68: error: type 'money' of column 'm' has no SQLite form [not-portable]
    5 | CREATE TABLE t (id bigint PRIMARY KEY, tags text[], price numeric, m money);
      |                                                                    ^
migrations/0001_start.sql:4:1: note: this section is portable: it is compiled for sqlite and postgres
    4 | -- migrate:up
      | ^~~~~~~~~~~~~
help: use jsonb, a child table, or one section per engine
migrations/0002_more.sql:5:59: error: function 'md5' has no SQLite form [not-portable]
    5 | CREATE TABLE ok (id bigint PRIMARY KEY, body text DEFAULT md5('x'));
      |                                                           ^~~
migrations/0002_more.sql:4:1: note: this section is portable: it is compiled for sqlite and postgres
    4 | -- migrate:up
      | ^~~~~~~~~~~~~
help: move the statement to a migration of its own, with one section per engine:
help:     -- migrate:up postgres
help:     CREATE TABLE ok (id bigint PRIMARY KEY, body text DEFAULT md5('x'));
help:     -- migrate:up sqlite
migrations/0002_more.sql:6:33: error: index method 'gin' has no SQLite form [not-portable]
    6 | CREATE INDEX ok_gin ON ok USING gin (body);
      |                                 ^~~
migrations/0002_more.sql:4:1: note: this section is portable: it is compiled for sqlite and postgres
    4 | -- migrate:up
      | ^~~~~~~~~~~~~
help: move the statement to a migration of its own, with one section per engine:
help:     -- migrate:up postgres
help:     CREATE INDEX ok_gin ON ok USING gin (body);
help:     -- migrate:up sqlite
migrations/0002_more.sql:7:22: error: 'ifnull' is SQLite's own word [not-portable]
    7 | UPDATE ok SET body = ifnull(body, 'x') WHERE body ~ '^a';
      |                      ^~~~~~
migrations/0002_more.sql:4:1: note: this section is portable: it is compiled for sqlite and postgres
    4 | -- migrate:up
      | ^~~~~~~~~~~~~
help: in portable SQL:  coalesce(a, b)
migrations/0002_more.sql:7:46: error: operator '~' has no SQLite form [not-portable]
    7 | UPDATE ok SET body = ifnull(body, 'x') WHERE body ~ '^a';
      |                                              ^~~~~~~~~~~
migrations/0002_more.sql:4:1: note: this section is portable: it is compiled for sqlite and postgres
    4 | -- migrate:up
      | ^~~~~~~~~~~~~
help: LIKE with a literal pattern is portable
7 errors generated.
