-- Where goose would run other SQL: it cuts at line ends, and finds its directives inside comments and strings.
-- --- file migrations/1_cut.sql
-- +goose Up
CREATE TABLE a (x text DEFAULT 'a;
b');
/*
-- +goose Down
*/
INSERT INTO a VALUES ('
-- +goose Down
');
-- +goose Down
DROP TABLE a;
-- --- file migrations/notes.sql
SELECT 1;
-- --- file migrations/0_zero.sql
SELECT 1;
-- --- file migrations/2_no_down.sql
-- +goose Up
CREATE TABLE d (x integer);
-- --- retort check --layout goose
-- --- stdout
migrations: 2 revisions, head 2, sqlite: proved up, down, up
-- --- stderr
migrations/0_zero.sql:1:1: warning: file is not named as layout 'goose' expects (N_name.sql) and is skipped [-Wskipped-file]
help: rename it, or leave it out:  EXCLUDE 0_zero.sql
migrations/notes.sql:1:1: warning: file is not named as layout 'goose' expects (N_name.sql) and is skipped [-Wskipped-file]
help: rename it, or leave it out:  EXCLUDE notes.sql
migrations/1_cut.sql:2:1: warning: goose ends the statement at the end of this line [-Wstatement-cut]
    2 | CREATE TABLE a (x text DEFAULT 'a;
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
help: put '-- +goose StatementBegin' before the statement and '-- +goose StatementEnd' behind it
migrations/1_cut.sql:5:1: warning: goose takes this line for a directive, and it stands inside a comment [-Whidden-directive]
    5 | -- +goose Down
      | ^~~~~~~~~~~~~~
help: retort reads it as what it is; write the line in other words
migrations/1_cut.sql:8:1: warning: goose takes this line for a directive, and it stands inside a string [-Whidden-directive]
    8 | -- +goose Down
      | ^~~~~~~~~~~~~~
help: retort reads it as what it is; write the line in other words
migrations/2_no_down.sql:1:1: warning: revision '2' has no down section for sqlite [-Wmissing-down]
    1 | -- +goose Up
      | ^
help: write how to revert it behind a line  -- +goose Down
6 warnings generated.
