-- Each line that is not understood is shown.
-- --- file migrations/a.sql
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- file migrations/retort.lock
# retort lock 1
a sqlite
b mysql native

# a comment
c sqlite nativ x
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/retort.lock:2:9: error: line ends before its 'file' [bad-lock-file]
    2 | a sqlite
      |         ^
help: only 'retort lock' writes this file; bring it back:  git restore -- migrations/retort.lock
migrations/retort.lock:3:3: error: 'mysql' is no engine [bad-lock-file]
    3 | b mysql native
      |   ^~~~~
help: only 'retort lock' writes this file; bring it back:  git restore -- migrations/retort.lock
migrations/retort.lock:6:10: error: 'nativ' is neither 'native' nor 'portable' [bad-lock-file]
    6 | c sqlite nativ x
      |          ^~~~~
help: only 'retort lock' writes this file; bring it back:  git restore -- migrations/retort.lock
3 errors generated.
-- --- file migrations/retort.lock
hello
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/retort.lock:1:1: error: not a lock file: the first line is not '# retort lock 1' [bad-lock-file]
    1 | hello
      | ^~~~~
help: only 'retort lock' writes this file; bring it back:  git restore -- migrations/retort.lock
1 error generated.
