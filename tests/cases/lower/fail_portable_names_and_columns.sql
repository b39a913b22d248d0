-- Flags that are errors by default: names that one engine cuts or folds, and a column without a value; and what is
-- refused because one engine would guess.
-- --- file migrations/0001_start.sql
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE users (id bigint PRIMARY KEY, name text, age integer);
CREATE TABLE "Users" (id bigint PRIMARY KEY);
CREATE TABLE a_table_whose_name_is_longer_than_postgresql_keeps_of_any_name_at_all (id bigint PRIMARY KEY);
-- --- file migrations/0002_more.sql
-- Revision ID: a2
-- Revises: a1

-- migrate:up
ALTER TABLE users ADD COLUMN email text NOT NULL;
ALTER TABLE users ADD CHECK (age < EXTRACT(year FROM now()));
SELECT name, count(*) FROM users;
SELECT name, age, count(*) FROM users GROUP BY name;
SELECT id, name, upper(name) || 'x', max(age) AS oldest FROM users GROUP BY id;
-- migrate:down irreversible
-- --- retort check --engine sqlite,postgres --verify none
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:6:14: error: table 'Users' exists already [duplicate-name]
    6 | CREATE TABLE "Users" (id bigint PRIMARY KEY);
      |              ^~~~~~~
migrations/0001_start.sql:5:14: note: the first one is here
    5 | CREATE TABLE users (id bigint PRIMARY KEY, name text, age integer);
      |              ^~~~~
migrations/0001_start.sql:6:14: error: 'Users' and 'users' are one name on SQLite [-Werror=name-collision]
    6 | CREATE TABLE "Users" (id bigint PRIMARY KEY);
      |              ^~~~~~~
migrations/0001_start.sql:5:14: note: the other table is here
    5 | CREATE TABLE users (id bigint PRIMARY KEY, name text, age integer);
      |              ^~~~~
help: another name
migrations/0001_start.sql:7:14: error: table 'a_table_whose_name_is_longer_than_postgresql_keeps_of_any_name_at_all' has 69 bytes, and PostgreSQL keeps 63 [-Werror=identifier-too-long]
    7 | CREATE TABLE a_table_whose_name_is_longer_than_postgresql_keeps_of_any_name_at_all (id bigint PRIMARY KEY);
      |              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
help: a shorter name
migrations/0002_more.sql:5:30: error: column 'email' is NOT NULL and has no value for the rows that 'users' has [-Werror=not-null-without-default]
    5 | ALTER TABLE users ADD COLUMN email text NOT NULL;
      |                              ^~~~~
help: give it a DEFAULT, or add it without NOT NULL, fill it, and then:  ALTER TABLE users ALTER COLUMN email SET NOT NULL
migrations/0002_more.sql:6:54: error: 'now()' in a CHECK, an index or a generated column [not-portable]
    6 | ALTER TABLE users ADD CHECK (age < EXTRACT(year FROM now()));
      |                                                      ^~~~~
migrations/0002_more.sql:4:1: note: this section is portable: it is compiled for sqlite and postgres
    4 | -- migrate:up
      | ^~~~~~~~~~~~~
help: compute it in the program, or write a fixed value
migrations/0002_more.sql:7:8: error: column 'name' is neither in GROUP BY nor inside an aggregate: an error on PostgreSQL, any row's value on SQLite [not-portable]
    7 | SELECT name, count(*) FROM users;
      |        ^~~~
migrations/0002_more.sql:4:1: note: this section is portable: it is compiled for sqlite and postgres
    4 | -- migrate:up
      | ^~~~~~~~~~~~~
help: add it to GROUP BY, or write min(name)
migrations/0002_more.sql:8:14: error: column 'age' is neither in GROUP BY nor inside an aggregate: an error on PostgreSQL, any row's value on SQLite [not-portable]
    8 | SELECT name, age, count(*) FROM users GROUP BY name;
      |              ^~~
migrations/0002_more.sql:4:1: note: this section is portable: it is compiled for sqlite and postgres
    4 | -- migrate:up
      | ^~~~~~~~~~~~~
help: add it to GROUP BY, or write min(age)
7 errors generated.
