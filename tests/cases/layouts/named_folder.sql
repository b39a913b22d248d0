-- Layout named: whole names are IDs, in the order of the text; halves with '.' or, in pairs, with '_'; a name that ends like a half is none.
-- --- file migrations/setup_010_first.sql
CREATE TABLE a (x integer);
-- --- file migrations/setup_020_sign_up.sql
CREATE TABLE b (x integer);
-- --- file migrations/v1_up.sql
CREATE TABLE c (x integer);
-- --- file migrations/v1_down.sql
DROP TABLE c;
-- --- file migrations/v1-b.up.sql
CREATE TABLE d (x integer);
-- --- file migrations/v1-b.down.sql
DROP TABLE d;
-- --- retort check --layout named
-- --- stdout
migrations: 4 revisions, head v1_b, sqlite: proved up, down, up
-- --- stderr
migrations/setup_010_first.sql:1:1: warning: revision 'setup_010_first' has no down section for sqlite [-Wmissing-down]
    1 | CREATE TABLE a (x integer);
      | ^
help: write how to revert it into 'setup_010_first.down.sql'
migrations/setup_020_sign_up.sql:1:1: warning: revision 'setup_020_sign_up' has no down section for sqlite [-Wmissing-down]
    1 | CREATE TABLE b (x integer);
      | ^
help: write how to revert it into 'setup_020_sign_up.down.sql'
2 warnings generated.
-- --- retort history --layout named
-- --- stdout
v1 -> v1_b (head), v1-b
setup_020_sign_up -> v1, v1
setup_010_first -> setup_020_sign_up, setup 020 sign up
<base> -> setup_010_first, setup 010 first
