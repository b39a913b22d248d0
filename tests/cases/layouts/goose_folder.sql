-- Layout goose: up and down in one file; marks around a body; a mark that takes both out of the transaction.
-- --- file migrations/00001_first_table.sql
-- The licence may stand here.
-- +goose Up
CREATE TABLE a (x integer);
-- +goose StatementBegin
CREATE TRIGGER a_insert AFTER INSERT ON a BEGIN
  UPDATE a SET x = 1;
  UPDATE a SET x = 2;
END
-- +goose StatementEnd
CREATE TABLE b (x integer)

-- +goose Down
DROP TABLE b;
DROP TRIGGER a_insert;
DROP TABLE a;
-- --- file migrations/10_no_transaction.sql
-- +goose NO TRANSACTION
--  +goose up
VACUUM;
CREATE INDEX a_x ON a (x);
-- +goose DOWN
DROP INDEX a_x;
-- --- file migrations/9_nine_lives.sql
-- +goose Up
CREATE TABLE c (x text DEFAULT ';');
-- +goose Down
DROP TABLE c;
-- --- file migrations/embed.go
-- --- file migrations/00002_code_test.go
-- --- file migrations/README.md
-- --- retort check --layout goose
-- --- stdout
migrations: 3 revisions, head 10, sqlite: proved up, down, up
-- --- retort history --layout goose
-- --- stdout
9 -> 10 (head), no transaction
1 -> 9, nine lives
<base> -> 1, first table
-- --- retort lock --layout goose
-- --- stdout
locked 1, first table
locked 9, nine lives
locked 10, no transaction
3 revisions added to migrations/retort.lock
