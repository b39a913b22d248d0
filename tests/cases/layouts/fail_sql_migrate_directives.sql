-- Directives that sql-migrate would not see, or not know; a mark that stays open; SQL outside; a file without Up.
-- --- file migrations/1_a.sql
SELECT 1;
--+migrate Up
CREATE TABLE a (x integer);
  -- +migrate down
DROP TABLE a;
-- +migrate Upp
-- --- file migrations/2_b.sql
-- +migrate Up
-- +migrate StatementBegin
CREATE TABLE b (x integer);
-- +migrate Down
DROP TABLE b;
-- --- file migrations/3_c.sql
CREATE TABLE c (x integer);
-- --- file migrations/4_d.sql
-- +migrate StatementBegin
SELECT 1;
-- +migrate StatementEnd
-- +migrate Down
-- --- file migrations/a-b.sql
-- +migrate Up
-- +migrate Down
-- --- file migrations/a_b.sql
-- +migrate Up
-- +migrate Down
-- --- retort check --layout sql-migrate
-- --- exit 1
-- --- stderr
migrations/1_a.sql:1:1: error: SQL before the first '-- +migrate Up' line [outside-section]
    1 | SELECT 1;
      | ^~~~~~~~
help: put it behind that line, or make it a comment
migrations/1_a.sql:2:1: error: unknown directive '--+migrate Up' [unknown-directive]
    2 | --+migrate Up
      | ^~~~~~~~~~~~~
help: sql-migrate sees it in this spelling in the first column only:  -- +migrate Up
migrations/1_a.sql:4:3: error: unknown directive '-- +migrate down' [unknown-directive]
    4 |   -- +migrate down
      |   ^~~~~~~~~~~~~~~~
help: sql-migrate sees it in this spelling in the first column only:  -- +migrate Down
migrations/1_a.sql:6:1: error: unknown directive '-- +migrate Upp' [unknown-directive]
    6 | -- +migrate Upp
      | ^~~~~~~~~~~~~~~
help: behind '-- +migrate ' stands Up, Down, StatementBegin or StatementEnd
migrations/2_b.sql:2:1: error: 'StatementBegin' without its 'StatementEnd' [misplaced-directive]
    2 | -- +migrate StatementBegin
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~
help: sql-migrate stops at it too
migrations/3_c.sql:1:1: error: no '-- +migrate Up' line in this file [no-sections]
    1 | CREATE TABLE c (x integer);
      | ^
help: put it on a line of its own before the SQL
migrations/4_d.sql:1:1: error: no '-- +migrate Up' line in this file [no-sections]
    1 | -- +migrate StatementBegin
      | ^
help: put it on a line of its own before the SQL
migrations/4_d.sql:1:1: warning: sql-migrate ignores this 'StatementBegin' [-Wignored-directive]
    1 | -- +migrate StatementBegin
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~
help: the two stand in pairs behind '-- +migrate Up' or '-- +migrate Down'
migrations/4_d.sql:2:1: error: SQL before the first '-- +migrate Up' line [outside-section]
    2 | SELECT 1;
      | ^~~~~~~~
help: put it behind that line, or make it a comment
migrations/4_d.sql:3:1: warning: sql-migrate ignores this 'StatementEnd' [-Wignored-directive]
    3 | -- +migrate StatementEnd
      | ^~~~~~~~~~~~~~~~~~~~~~~~
help: the two stand in pairs behind '-- +migrate Up' or '-- +migrate Down'
migrations/a_b.sql:1:1: error: revision 'a_b' is defined twice [duplicate-revision]
    1 | -- +migrate Up
      | ^
migrations/a-b.sql:1:1: note: the other file is here
    1 | -- +migrate Up
      | ^
help: give one of them another version
2 warnings and 9 errors generated.
