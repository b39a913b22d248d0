-- A lower number that comes after a release.
-- --- file migrations/1_a.sql
CREATE TABLE t1 (x integer);
-- --- file migrations/3_a.sql
CREATE TABLE t3 (x integer);
-- --- file migrations/4_a.sql
CREATE TABLE t4 (x integer);
-- --- retort lock --layout numbered -Wno-missing-down
-- --- stdout
locked 1, a
locked 3, a
locked 4, a
3 revisions added to migrations/retort.lock
-- --- file migrations/2_late.sql
CREATE TABLE t2 (x integer);
-- --- retort check --layout numbered -Wno-missing-down
-- --- exit 1
-- --- stderr
migrations/2_late.sql:1:1: error: revision '2' precedes locked revision '3' [locked-changed]
    1 | CREATE TABLE t2 (x integer);
      | ^
migrations/retort.lock:3:1: note: '3' was locked without it
    3 | 3 sqlite native sha256-tokens-1:c2244a48… sha256-chain-1:72d6e765… 1:c2244a48 file 3_a.sql
      | ^
help: give it a number above 4, the last one that is locked
1 error generated.
