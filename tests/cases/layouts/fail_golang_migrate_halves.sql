-- A down without its up, which golang-migrate would record as done; one number and direction twice; a transaction in the middle.
-- --- file migrations/1_a.down.sql
DROP TABLE a;
-- --- file migrations/2_b.up.sql
CREATE TABLE b (x integer);
-- --- file migrations/2_b.down.sql
DROP TABLE b;
-- --- file migrations/0002_c.up.sql
CREATE TABLE c (x integer);
-- --- file migrations/3_d.up.sql
COMMIT;
CREATE TABLE d (x integer);
BEGIN;
-- --- file migrations/3_d.down.sql
DROP TABLE d;
-- --- retort check --layout golang-migrate
-- --- exit 1
-- --- stderr
migrations/1_a.down.sql:1:1: error: down file '1_a.down.sql' without its up file [half-migration]
    1 | DROP TABLE a;
      | ^
help: add '1_a.up.sql', or delete this file
migrations/2_b.down.sql:1:1: warning: up and down of revision '2' have different names [-Wpair-titles]
    1 | DROP TABLE b;
      | ^
migrations/0002_c.up.sql:1:1: note: the up file is here
    1 | CREATE TABLE c (x integer);
      | ^
help: rename it to '0002_c.down.sql'
migrations/2_b.up.sql:1:1: error: revision '2' is defined twice [duplicate-revision]
    1 | CREATE TABLE b (x integer);
      | ^
migrations/0002_c.up.sql:1:1: note: the other file is here
    1 | CREATE TABLE c (x integer);
      | ^
help: give one of them another number, or make them '2_name.up.sql' and '2_name.down.sql'
migrations/3_d.up.sql:1:1: error: 'COMMIT' in a migration: the runtime owns the transaction [transaction-control]
    1 | COMMIT;
      | ^~~~~~
help: delete the statement: a revision and its ledger row commit together
migrations/3_d.up.sql:3:1: error: 'BEGIN' in a migration: the runtime owns the transaction [transaction-control]
    3 | BEGIN;
      | ^~~~~
help: delete the statement: a revision and its ledger row commit together
1 warning and 4 errors generated.
