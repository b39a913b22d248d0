-- goose replaces variables between its ENVSUB lines; here their values are given while building.
-- --- file migrations/1_a.sql
-- +goose Up
-- +goose ENVSUB ON
CREATE TABLE ${PREFIX}_a (x text DEFAULT '$NAME', y integer DEFAULT ${LIMIT:-10});
-- $NAME in a comment is none
-- +goose ENVSUB OFF
INSERT INTO my_a (x) VALUES ('$NAME');
-- +goose Down
DROP TABLE my_a;
-- --- retort check --layout goose --variable PREFIX=my --variable NAME=me --variable NOBODY=1
-- --- stdout
migrations: 1 revision, head 1, sqlite: proved up, down, up
-- --- stderr
retort: warning: variable 'NOBODY' is used nowhere [-Wunused-variable]
1 warning generated.
