-- Bytes that are no UTF-8: Latin-1, a cut sequence, an overlong one, a surrogate, beyond the last code point.
-- --- file migrations/0001_start.sql (escaped)
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (x text DEFAULT 'caf\xE9');
CREATE TABLE u (x text DEFAULT 'cut \xE2\x82');
CREATE TABLE v (x text DEFAULT 'long \xC0\xAF');
CREATE TABLE w (x text DEFAULT 'half \xED\xA0\x80');
CREATE TABLE x (x text DEFAULT 'far \xF4\x90\x80\x80');

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:7:36: error: invalid UTF-8: byte 0xE9 [invalid-utf8]
    7 | CREATE TABLE t (x text DEFAULT 'caf�');
      |                                    ^
help: save the file as UTF-8
migrations/0001_start.sql:8:37: error: invalid UTF-8: byte 0xE2 [invalid-utf8]
    8 | CREATE TABLE u (x text DEFAULT 'cut �');
      |                                     ^
help: save the file as UTF-8
migrations/0001_start.sql:9:38: error: invalid UTF-8: byte 0xC0 [invalid-utf8]
    9 | CREATE TABLE v (x text DEFAULT 'long �');
      |                                      ^
help: save the file as UTF-8
migrations/0001_start.sql:10:38: error: invalid UTF-8: byte 0xED [invalid-utf8]
   10 | CREATE TABLE w (x text DEFAULT 'half �');
      |                                      ^
help: save the file as UTF-8
migrations/0001_start.sql:11:37: error: invalid UTF-8: byte 0xF4 [invalid-utf8]
   11 | CREATE TABLE x (x text DEFAULT 'far �');
      |                                     ^
help: save the file as UTF-8
5 errors generated.
