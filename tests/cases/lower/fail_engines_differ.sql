-- Engine sections that make another schema than the other engine has.
-- --- file migrations/0001_start.sql
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (id bigint PRIMARY KEY, a text);
-- --- file migrations/0002_more.sql
-- Revision ID: a2
-- Revises: a1

-- migrate:up sqlite
ALTER TABLE t ADD COLUMN b TEXT;
-- migrate:up postgres
ALTER TABLE t ADD COLUMN c text;
-- migrate:down sqlite
ALTER TABLE t DROP COLUMN b;
-- migrate:down postgres
ALTER TABLE t DROP COLUMN c;
-- --- retort check --engine sqlite,postgres --verify none
-- --- exit 1
-- --- stderr
migrations/0002_more.sql:5:26: error: behind revision 'a2' the engines differ: column 't.b' is on sqlite only [-Werror=engines-differ]
    5 | ALTER TABLE t ADD COLUMN b TEXT;
      |                          ^
help: make it the same in the other engine's section
help: or accept it, before the statement:  -- retort: allow(engines-differ) <reason>
migrations/0002_more.sql:7:26: error: behind revision 'a2' the engines differ: column 't.c' is on postgres only [-Werror=engines-differ]
    7 | ALTER TABLE t ADD COLUMN c text;
      |                          ^
help: make it the same in the other engine's section
help: or accept it, before the statement:  -- retort: allow(engines-differ) <reason>
2 errors generated.
