-- What stops goose stops the build: directives that are unknown, indented, twice, in the wrong order, not in pairs; SQL outside.
-- --- file migrations/1_a.sql
SELECT 1;
-- +goose Up
CREATE TABLE a (x integer);
-- +goose Upp
  -- +goose Down
DROP TABLE a;
-- +goose Down
-- --- file migrations/2_b.sql
-- +goose Down
DROP TABLE b;
-- +goose Up
-- +goose Up
CREATE TABLE b (x integer);
-- +goose StatementBegin
SELECT 1;
-- +goose StatementBegin
SELECT 2;
-- +goose StatementEnd
-- +goose StatementEnd
-- +goose Down
-- +goose StatementBegin
DROP TABLE b;
-- --- file migrations/3_c.sql
CREATE TABLE c (x integer);
-- --- file migrations/4_d.go
package migrations
-- --- file migrations/005_e.sql
-- +goose Up
-- +goose Down
-- --- file migrations/5_f.sql
-- +goose Up
-- +goose Down
-- --- retort check --layout goose
-- --- exit 1
-- --- stderr
migrations/4_d.go:1:1: error: '4_d.go' is a migration in another language: a step of the history would be missing [bad-file-name]
help: write the step as SQL, in '4_d.sql'
help: or leave it out:  EXCLUDE 4_d.go
migrations/1_a.sql:1:1: error: SQL before the first '-- +goose Up' line [outside-section]
    1 | SELECT 1;
      | ^~~~~~~~
help: put it behind that line, or make it a comment
migrations/1_a.sql:4:1: error: unknown directive '-- +goose Upp' [unknown-directive]
    4 | -- +goose Upp
      | ^~~~~~~~~~~~~
help: write it as goose does: Up, Down, StatementBegin, StatementEnd or NO TRANSACTION behind '-- +goose '
migrations/1_a.sql:5:3: error: unknown directive '-- +goose Down' [unknown-directive]
    5 |   -- +goose Down
      |   ^~~~~~~~~~~~~~
help: goose stops here: its directives begin in the first column
migrations/1_a.sql:7:1: error: a second '-- +goose Down' [misplaced-directive]
    7 | -- +goose Down
      | ^~~~~~~~~~~~~~
help: goose stops at it too
migrations/2_b.sql:1:1: error: '-- +goose Down' before '-- +goose Up' [misplaced-directive]
    1 | -- +goose Down
      | ^~~~~~~~~~~~~~
help: goose stops at it too
migrations/2_b.sql:2:1: error: SQL before the first '-- +goose Up' line [outside-section]
    2 | DROP TABLE b;
      | ^~~~~~~~~~~~
help: put it behind that line, or make it a comment
migrations/2_b.sql:4:1: error: a second '-- +goose Up' [misplaced-directive]
    4 | -- +goose Up
      | ^~~~~~~~~~~~
help: goose stops at it too
migrations/2_b.sql:8:1: error: 'StatementBegin' inside another one [misplaced-directive]
    8 | -- +goose StatementBegin
      | ^~~~~~~~~~~~~~~~~~~~~~~~
help: goose stops at it too
migrations/2_b.sql:11:1: error: 'StatementEnd' without its 'StatementBegin' [misplaced-directive]
   11 | -- +goose StatementEnd
      | ^~~~~~~~~~~~~~~~~~~~~~
help: goose stops at it too
migrations/2_b.sql:13:1: error: 'StatementBegin' without its 'StatementEnd' [misplaced-directive]
   13 | -- +goose StatementBegin
      | ^~~~~~~~~~~~~~~~~~~~~~~~
help: goose stops at it too
migrations/3_c.sql:1:1: error: no '-- +goose Up' line in this file [no-sections]
    1 | CREATE TABLE c (x integer);
      | ^
help: put it on a line of its own before the SQL
migrations/5_f.sql:1:1: error: revision '5' is defined twice [duplicate-revision]
    1 | -- +goose Up
      | ^
migrations/005_e.sql:1:1: note: the other file is here
    1 | -- +goose Up
      | ^
help: give one of them another version
13 errors generated.
