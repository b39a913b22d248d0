-- The same finding for editors, for MSBuild, for machines and in colour.
-- --- file migrations/0001_a.sql
-- Make a1
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t_a1 (x int);

-- migrate:down
DROP TABLE t_a1;
-- --- file migrations/0002_b.sql
-- Make b2
--
-- Revision ID: b2
-- Revises: a2

-- migrate:up
CREATE TABLE t_b2 (x int);

-- migrate:down
DROP TABLE t_b2;
-- --- retort check --diagnostics=gnu
-- --- exit 1
-- --- stderr
migrations/0002_b.sql:4:13: error: unknown parent 'a2' [unknown-revision]
    4 | -- Revises: a2
      |             ^~
help: did you mean 'a1'?
help: retort rebase b2 --onto a1
1 error generated.
-- --- retort check --diagnostics=msvc
-- --- exit 1
-- --- stderr
migrations/0002_b.sql(4,13): error unknown-revision: unknown parent 'a2'
    help: did you mean 'a1'?
    help: retort rebase b2 --onto a1
1 error generated.
-- --- retort check --diagnostics=json
-- --- exit 1
-- --- stderr
{"file":"migrations/0002_b.sql","line":4,"column":13,"endLine":4,"endColumn":15,"severity":"error","name":"unknown-revision","group":"error","revision":"b2","message":"unknown parent 'a2'","notes":[],"help":["did you mean 'a1'?","retort rebase b2 --onto a1"],"waived":null}
-- --- retort check --color=always
-- --- exit 1
-- --- stderr (escaped)
\x1B[1mmigrations/0002_b.sql:4:13: \x1B[1;31merror: \x1B[0m\x1B[1munknown parent 'a2'\x1B[0m [unknown-revision]
    4 | -- Revises: a2
      |             \x1B[1;32m^~\x1B[0m
\x1B[1;36mhelp: \x1B[0mdid you mean 'a1'?
\x1B[1;36mhelp: \x1B[0mretort rebase b2 --onto a1
1 error generated.
-- --- retort check --sarif=out.sarif --diagnostics=msvc
-- --- exit 1
-- --- stderr
migrations/0002_b.sql(4,13): error unknown-revision: unknown parent 'a2'
    help: did you mean 'a1'?
    help: retort rebase b2 --onto a1
1 error generated.
