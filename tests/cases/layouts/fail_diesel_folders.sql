-- One version twice, a folder without its up, a version that is no ID, a setting that is neither true nor false.
-- --- file migrations/2024-01-01_a/up.sql
CREATE TABLE a (x integer);
-- --- file migrations/20240101_b/up.sql
CREATE TABLE b (x integer);
-- --- file migrations/20240102_c/down.sql
DROP TABLE c;
-- --- file migrations/v+3_d/up.sql
CREATE TABLE d (x integer);
-- --- file migrations/20240101_b/metadata.toml
run_in_transaction = "no"
-- --- retort check --layout diesel -Wno-missing-down
-- --- exit 1
-- --- stderr
migrations/20240101_b/up.sql:1:1: error: revision '20240101' is defined twice [duplicate-revision]
    1 | CREATE TABLE b (x integer);
      | ^
migrations/2024-01-01_a/up.sql:1:1: note: the other file is here
    1 | CREATE TABLE a (x integer);
      | ^
help: give one of them another version
migrations/20240102_c/down.sql:1:1: error: down file '20240102_c/down.sql' without its up file [half-migration]
    1 | DROP TABLE c;
      | ^
help: add '20240102_c/up.sql', or delete the folder
migrations/v+3_d/up.sql:1:1: error: version 'v+3' is no revision ID, which has letters, digits, '_' and '.' only [bad-file-name]
    1 | CREATE TABLE d (x integer);
      | ^
help: give the migration another name
migrations/20240101_b/metadata.toml:1:23: error: 'no' is neither true nor false [bad-config]
    1 | run_in_transaction = "no"
      |                       ^~
help: write  run_in_transaction = false
4 errors generated.
