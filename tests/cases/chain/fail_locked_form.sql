-- A section that was locked as portable is read as the engine's own SQL now.
-- --- file migrations/a.sql
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- file migrations/retort.lock
# retort lock 1
a sqlite portable sha256-tokens-1:6ca174b982f471bde6afab44321fb19e122c7c7b6ae1b97326792493c5ce3e93 sha256-chain-1:9501d5a31ec4280c8e551b99231ad8bc32ea72d29999a74bb53ec90cd164b449 1:6ca174b9 file a.sql
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/a.sql:3:1: error: section of locked revision 'a' for sqlite is now native, it was locked as portable [locked-changed]
    3 | -- migrate:up
      | ^~~~~~~~~~~~~
migrations/retort.lock:2:1: note: locked here
    2 | a sqlite portable sha256-tokens-1:6ca174b9… sha256-chain-1:9501d5a3… 1:6ca174b9 file a.sql
      | ^
help: mark the section as it was:  -- migrate:up portable
1 error generated.
