-- A format or an algorithm of a later release is named, not guessed at.
-- --- file migrations/a.sql
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- file migrations/retort.lock
# retort lock 2
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/retort.lock:1:1: error: format 2 of the lock is unknown: it was written by a newer retort [bad-lock-file]
    1 | # retort lock 2
      | ^~~~~~~~~~~~~~~
1 error generated.
-- --- file migrations/retort.lock
# retort lock 1
a sqlite native sha3-tokens-9:00 sha256-chain-1:00 0: file a.sql
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/retort.lock:2:17: error: unknown hash algorithm 'sha3-tokens-9': this line was written by a newer retort [bad-lock-file]
    2 | a sqlite native sha3-tokens-9:00 sha256-chain-1:00 0: file a.sql
      |                 ^~~~~~~~~~~~~~~~
1 error generated.
