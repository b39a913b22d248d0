-- A build knows the chains that Depends on may name; other verbs take it as it stands.
-- --- file migrations/a.sql
-- Revises:
-- Depends on: stoer@a1, store@zz

-- migrate:up
-- --- file store/s1.sql
-- Revises:

-- migrate:up
CREATE TABLE s (x integer);
-- migrate:down
DROP TABLE s;
-- --- retort compile store --name store --output-dir out
-- --- retort check
-- --- stdout
migrations: 1 revision, head a, sqlite: proved up, down, up
-- --- retort compile --name app --output-dir out --depends-on out/store.json
-- --- exit 1
-- --- stderr
migrations/a.sql:2:16: error: unknown chain 'stoer' [unknown-revision]
    2 | -- Depends on: stoer@a1, store@zz
      |                ^~~~~
help: did you mean 'store'?
migrations/a.sql:2:32: error: chain 'store' has no revision 'zz' [unknown-revision]
    2 | -- Depends on: stoer@a1, store@zz
      |                                ^~
2 errors generated.
