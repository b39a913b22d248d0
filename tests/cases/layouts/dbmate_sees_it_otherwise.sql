-- What dbmate ignores in silence: misspelt options, numbers that sort as text, a directive inside a comment or a string.
-- --- file migrations/9_nine.sql
-- migrate:up transaction: false
CREATE TABLE a (x integer);
-- migrate:down transaction:False
DROP TABLE a;
-- --- file migrations/10_ten.sql
-- migrate:up sqlite
CREATE TABLE b (x text DEFAULT '
-- migrate:down
');
/*
-- migrate:down
*/
-- migrate: a word about the data
-- migrate:down
DROP TABLE b;
-- --- file migrations/seed.sql
SELECT 1;
-- --- retort check --layout dbmate
-- --- stdout
migrations: 2 revisions, head 9, sqlite: proved up, down, up
-- --- stderr
migrations/seed.sql:1:1: warning: file is not named as layout 'dbmate' expects (N_name.sql) and is skipped [-Wskipped-file]
help: rename it, or leave it out:  EXCLUDE seed.sql
migrations/10_ten.sql:1:15: warning: dbmate ignores 'sqlite' here [-Wignored-directive]
    1 | -- migrate:up sqlite
      |               ^~~~~~
help: delete the word; the only option is  transaction:false
migrations/10_ten.sql:3:1: warning: dbmate takes this line for a directive, and it stands inside a string [-Whidden-directive]
    3 | -- migrate:down
      | ^~~~~~~~~~~~~~~
help: retort reads it as what it is; write the line in other words
migrations/10_ten.sql:6:1: warning: dbmate takes this line for a directive, and it stands inside a comment [-Whidden-directive]
    6 | -- migrate:down
      | ^~~~~~~~~~~~~~~
help: retort reads it as what it is; write the line in other words
migrations/9_nine.sql:1:1: warning: '10' comes before '9', for dbmate sorts by text, not by number [-Wtext-order]
    1 | -- migrate:up transaction: false
      | ^
migrations/10_ten.sql:1:1: note: this one runs first
    1 | -- migrate:up sqlite
      | ^
help: retort keeps the order of dbmate; give all versions the same number of digits
migrations/9_nine.sql:1:15: warning: dbmate ignores 'transaction:' here [-Wignored-directive]
    1 | -- migrate:up transaction: false
      |               ^~~~~~~~~~~~
help: to run it outside a transaction:  transaction:false
migrations/9_nine.sql:3:17: warning: dbmate ignores 'transaction:False' here [-Wignored-directive]
    3 | -- migrate:down transaction:False
      |                 ^~~~~~~~~~~~~~~~~
help: to run it outside a transaction:  transaction:false
7 warnings generated.
