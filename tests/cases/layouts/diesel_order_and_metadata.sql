-- diesel sorts versions as text, and runs outside a transaction where metadata.toml lacks the key.
-- --- file migrations/9_a/up.sql
CREATE TABLE a (x integer);
-- --- file migrations/9_a/down.sql
DROP TABLE a;
-- --- file migrations/10_b/up.sql
CREATE TABLE b (x integer);
-- --- file migrations/10_b/down.sql
DROP TABLE b;
-- --- file migrations/10_b/metadata.toml
# nothing
-- --- file migrations/9_a/seed.sql
SELECT 1;
-- --- retort check --layout diesel
-- --- stdout
migrations: 2 revisions, head 9, sqlite: proved up, down, up
-- --- stderr
migrations/9_a/seed.sql:1:1: warning: file is not named as layout 'diesel' expects (version_name/up.sql, version_name/down.sql) and is skipped [-Wskipped-file]
help: rename it, or leave it out:  EXCLUDE 9_a/seed.sql
migrations/9_a/up.sql:1:1: warning: '10' comes before '9', for diesel sorts by text, not by number [-Wtext-order]
    1 | CREATE TABLE a (x integer);
      | ^
migrations/10_b/up.sql:1:1: note: this one runs first
    1 | CREATE TABLE b (x integer);
      | ^
help: retort keeps the order of diesel; give all versions the same number of digits
migrations/10_b/metadata.toml:1:1: warning: 'run_in_transaction' is not set here, which makes diesel run the migration outside a transaction [-Wtransaction-key]
    1 | # nothing
      | ^
help: write  run_in_transaction = true  or  run_in_transaction = false
3 warnings generated.
-- --- retort history --layout diesel
-- --- stdout
10 -> 9 (head), a
<base> -> 10, b
