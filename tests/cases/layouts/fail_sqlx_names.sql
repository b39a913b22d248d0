-- sqlx stops at a name whose first part is no number; a number is one plain file or a pair.
-- --- file migrations/readme_first.sql
SELECT 1;
-- --- file migrations/1_a.sql
CREATE TABLE a (x integer);
-- --- file migrations/1_a.down.sql
DROP TABLE a;
-- --- file migrations/2_b.down.sql
DROP TABLE b;
-- --- retort check --layout sqlx
-- --- exit 1
-- --- stderr
migrations/1_a.sql:1:1: error: revision '1' is defined twice [duplicate-revision]
    1 | CREATE TABLE a (x integer);
      | ^
migrations/1_a.down.sql:1:1: note: the other file is here
    1 | DROP TABLE a;
      | ^
help: give one of them another number, or make them '1_name.up.sql' and '1_name.down.sql'
migrations/2_b.down.sql:1:1: error: down file '2_b.down.sql' without its up file [half-migration]
    1 | DROP TABLE b;
      | ^
help: add '2_b.up.sql', or delete this file
migrations/readme_first.sql:1:1: error: 'readme_first.sql' begins with no number, which stops sqlx [bad-file-name]
    1 | SELECT 1;
      | ^
help: rename it, or leave it out:  EXCLUDE readme_first.sql
3 errors generated.
