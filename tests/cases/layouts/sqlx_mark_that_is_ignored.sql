-- A mark that does not begin the file is ignored by sqlx in silence.
-- --- file migrations/1_a.up.sql
-- Licence: none
-- no-transaction
VACUUM;
CREATE TABLE a (x integer);
-- --- file migrations/1_a.down.sql
--no-transaction
DROP TABLE a;
-- --- file migrations/2_b.up.sql
CREATE TABLE b (x integer);
-- no-transaction
-- --- file migrations/2_b.down.sql
DROP TABLE b;
-- --- retort check --layout sqlx
-- --- stdout
migrations: 2 revisions, head 2, sqlite: proved up, down, up
-- --- stderr
migrations/1_a.down.sql:1:1: warning: sqlx ignores this line, which does not begin the file [-Wignored-directive]
    1 | --no-transaction
      | ^~~~~~~~~~~~~~~~
help: retort follows it; for sqlx too, make the file begin with:  -- no-transaction
migrations/1_a.up.sql:2:1: warning: sqlx ignores this line, which does not begin the file [-Wignored-directive]
    2 | -- no-transaction
      | ^~~~~~~~~~~~~~~~~
help: retort follows it; for sqlx too, make the file begin with:  -- no-transaction
2 warnings generated.
