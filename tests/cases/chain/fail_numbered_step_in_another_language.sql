-- A step that is no SQL would be a hole in the history.
-- --- file migrations/1_a.sql
CREATE TABLE a (x integer);
-- --- file migrations/2_fill.py
pass
-- --- file migrations/run.sh
true
-- --- retort check --layout numbered -Wno-missing-down
-- --- exit 1
-- --- stderr
migrations/2_fill.py:1:1: error: '2_fill.py' is a migration in another language: a step of the history would be missing [bad-file-name]
help: write the step as SQL, in '2_fill.sql'
help: or leave it out:  EXCLUDE 2_fill.py
1 error generated.
-- --- retort check --layout numbered -Wno-missing-down --exclude 2_fill.py
-- --- stdout
migrations: 1 revision, head 1, sqlite: proved up, down, up
