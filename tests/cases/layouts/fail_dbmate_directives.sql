-- What dbmate refuses or does not see: SQL before the first directive, two ups, a down first, other spellings, none at all.
-- --- file migrations/1_a.sql
SELECT 1;
-- migrate:up
CREATE TABLE a (x integer);
-- migrate:up
CREATE TABLE aa (x integer);
-- --- file migrations/2_b.sql
-- migrate:down
DROP TABLE b;
-- migrate:up
CREATE TABLE b (x integer);
-- --- file migrations/3_c.sql
-- Migrate:up
CREATE TABLE c (x integer);
  -- migrate:down
DROP TABLE c;
-- --- file migrations/4_d.sql
CREATE TABLE d (x integer);
-- --- file migrations/5_e.sql
-- migrate:up
-- migrate:down
-- --- file migrations/5_f.sql
-- migrate:up
-- migrate:down
-- --- file migrations/6_g.sh
-- --- retort check --layout dbmate -Wno-missing-down
-- --- exit 1
-- --- stderr
migrations/6_g.sh:1:1: error: '6_g.sh' is a migration in another language: a step of the history would be missing [bad-file-name]
help: write the step as SQL, in '6_g.sql'
help: or leave it out:  EXCLUDE 6_g.sh
migrations/1_a.sql:1:1: error: SQL before the first '-- migrate:up' line [outside-section]
    1 | SELECT 1;
      | ^~~~~~~~
help: put it behind that line, or make it a comment
migrations/1_a.sql:4:1: error: '-- migrate:up' behind another one [misplaced-directive]
    4 | -- migrate:up
      | ^~~~~~~~~~~~~
help: each '-- migrate:up' has its '-- migrate:down' behind it
migrations/2_b.sql:1:1: error: '-- migrate:down' without its '-- migrate:up' [misplaced-directive]
    1 | -- migrate:down
      | ^~~~~~~~~~~~~~~
help: each '-- migrate:up' has its '-- migrate:down' behind it
migrations/3_c.sql:1:1: error: unknown directive '-- Migrate:up' [unknown-directive]
    1 | -- Migrate:up
      | ^~~~~~~~~~~~~
help: dbmate sees it in lower case in the first column only:  -- migrate:up
migrations/3_c.sql:3:3: error: unknown directive '-- migrate:down' [unknown-directive]
    3 |   -- migrate:down
      |   ^~~~~~~~~~~~~~~
help: dbmate sees it in lower case in the first column only:  -- migrate:down
migrations/4_d.sql:1:1: error: no '-- migrate:up' line in this file [no-sections]
    1 | CREATE TABLE d (x integer);
      | ^
help: put it on a line of its own before the SQL
migrations/5_f.sql:1:1: error: revision '5' is defined twice [duplicate-revision]
    1 | -- migrate:up
      | ^
migrations/5_e.sql:1:1: note: the other file is here
    1 | -- migrate:up
      | ^
help: give one of them another version
8 errors generated.
