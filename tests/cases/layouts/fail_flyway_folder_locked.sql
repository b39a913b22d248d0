-- Layout flyway: versions part by part in any folder, U files as downs, settings beside a file, placeholders with values.
-- --- file migrations/V1__First_table.sql
CREATE TABLE ${table} (x integer DEFAULT ${one});
-- --- file migrations/U1__anything.sql
DROP TABLE ${Table};
-- --- file migrations/two/V1_2__later.sql
CREATE TABLE b (x integer);
-- --- file migrations/two/U1.2.sql
DROP TABLE b;
-- --- file migrations/two/V1.10.SQL
VACUUM;
-- --- file migrations/two/U1.10.0.sql
VACUUM;
-- --- file migrations/V02__template.sql
INSERT INTO a VALUES (length('${not ours}'));
-- --- file migrations/V02__template.sql.conf
# as it is
placeholderReplacement=false
executeInTransaction=false
encoding=UTF-8
-- --- file migrations/U2__template.sql
DELETE FROM a WHERE x = 11;
-- --- file migrations/.hidden/V3__x.sql
SELECT broken from;
-- --- file migrations/README.md
-- --- retort check --layout flyway --variable table=a --variable one=1
-- --- stdout
migrations: 4 revisions, head 02, sqlite: proved up, down, up
-- --- retort history --layout flyway --variable table=a --variable one=1
-- --- stdout
1.10 -> 02 (head), template
1.2 -> 1.10
1 -> 1.2, later
<base> -> 1, First table
-- --- retort lock --layout flyway --variable table=a --variable one=1
-- --- stdout
locked 1, First table
locked 1.2, later
locked 1.10
locked 02, template
4 revisions added to migrations/retort.lock
-- --- retort check --layout flyway --variable table=a --variable one=2
-- --- exit 1
-- --- stderr
migrations/V1__First_table.sql:1:1: error: locked revision '1' was changed [locked-changed]
    1 | CREATE TABLE ${table} (x integer DEFAULT ${one});
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
migrations/retort.lock:2:1: note: statement 1 of 1 for sqlite is not the one that was locked (14048c69… was locked, it is 8d2e74e3… now)
    2 | 1 sqlite native sha256-tokens-1:14048c69… sha256-chain-1:0da7ca10… 1:14048c69 file V1__First_table.sql
      | ^
help: see the edit and undo it:       git log -p -- migrations/V1__First_table.sql
help: or put it into a new revision:  retort revision -m "describe the change"
1 error generated.
