-- A literal default that its column cannot hold.
-- --- file migrations/0001_start.sql
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (id bigint PRIMARY KEY, ok boolean DEFAULT 'maybe', n integer DEFAULT 'x', d date DEFAULT 5);
INSERT INTO t (id, id) VALUES (1, 2);
-- --- retort check --engine sqlite,postgres --verify none
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:5:59: error: a column of type boolean cannot hold the default 'maybe' [bad-default]
    5 | CREATE TABLE t (id bigint PRIMARY KEY, ok boolean DEFAULT 'maybe', n integer DEFAULT 'x', d date DEFAULT 5);
      |                                                           ^~~~~~~
migrations/0001_start.sql:5:86: error: a column of type integer cannot hold the default 'x' [bad-default]
    5 | CREATE TABLE t (id bigint PRIMARY KEY, ok boolean DEFAULT 'maybe', n integer DEFAULT 'x', d date DEFAULT 5);
      |                                                                                      ^~~
migrations/0001_start.sql:5:106: error: a column of type date cannot hold the default 5 [bad-default]
    5 | CREATE TABLE t (id bigint PRIMARY KEY, ok boolean DEFAULT 'maybe', n integer DEFAULT 'x', d date DEFAULT 5);
      |                                                                                                          ^
migrations/0001_start.sql:6:20: error: column 'id' is given twice [duplicate-assignment]
    6 | INSERT INTO t (id, id) VALUES (1, 2);
      |                    ^~
4 errors generated.
