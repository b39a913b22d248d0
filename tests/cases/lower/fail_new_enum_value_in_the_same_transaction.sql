-- PostgreSQL refuses a new enum value until the transaction that adds it is committed, before 17 also where it made the type.
-- --- file migrations/0001_status.sql
-- Status
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TYPE status AS ENUM ('open', 'done');
ALTER TYPE status ADD VALUE 'late';
CREATE TABLE actions (id integer, status status DEFAULT 'late');

-- migrate:down
DROP TABLE actions;
DROP TYPE status;
-- --- file migrations/0002_archived.sql
-- Archived
--
-- Revision ID: a2
-- Revises: a1

-- migrate:up
ALTER TYPE status ADD VALUE IF NOT EXISTS 'archived' AFTER 'done';
ALTER TYPE status ADD VALUE 'deleted' AFTER 'archived';
UPDATE actions SET status = 'archived' WHERE status = 'done';
COPY actions (id, status) FROM stdin;
1	done
2	deleted
\.

-- migrate:verify
SELECT count(*) = 0 FROM actions WHERE status <> 'archived';

-- migrate:down irreversible
-- --- file migrations/0003_outside.sql
-- One by one, each is committed before the next
--
-- Revision ID: a3
-- Revises: a2

-- migrate:up transaction:false
ALTER TYPE status ADD VALUE 'gone';
UPDATE actions SET status = 'gone';

-- migrate:down irreversible
-- --- retort check --engine postgres --verify none
-- --- exit 1
-- --- stderr
migrations/0001_status.sql:9:57: error: the new enum value 'late' cannot be used before the revision that adds it is committed [-Werror=new-enum-value]
    9 | CREATE TABLE actions (id integer, status status DEFAULT 'late');
      |                                                         ^~~~~~
migrations/0001_status.sql:8:29: note: it is added here
    8 | ALTER TYPE status ADD VALUE 'late';
      |                             ^~~~~~
help: move what uses the value to a revision of its own: retort revision -m "use the new value"
migrations/0002_archived.sql:9:29: error: the new enum value 'archived' cannot be used before the revision that adds it is committed [-Werror=new-enum-value]
    9 | UPDATE actions SET status = 'archived' WHERE status = 'done';
      |                             ^~~~~~~~~~
migrations/0002_archived.sql:7:43: note: it is added here
    7 | ALTER TYPE status ADD VALUE IF NOT EXISTS 'archived' AFTER 'done';
      |                                           ^~~~~~~~~~
help: move what uses the value to a revision of its own: retort revision -m "use the new value"
migrations/0002_archived.sql:12:3: error: the new enum value 'deleted' cannot be used before the revision that adds it is committed [-Werror=new-enum-value]
   12 | 2 deleted
      |   ^~~~~~~
migrations/0002_archived.sql:8:29: note: it is added here
    8 | ALTER TYPE status ADD VALUE 'deleted' AFTER 'archived';
      |                             ^~~~~~~~~
help: move what uses the value to a revision of its own: retort revision -m "use the new value"
migrations/0002_archived.sql:16:50: error: the new enum value 'archived' cannot be used before the revision that adds it is committed [-Werror=new-enum-value]
   16 | SELECT count(*) = 0 FROM actions WHERE status <> 'archived';
      |                                                  ^~~~~~~~~~
migrations/0002_archived.sql:7:43: note: it is added here
    7 | ALTER TYPE status ADD VALUE IF NOT EXISTS 'archived' AFTER 'done';
      |                                           ^~~~~~~~~~
help: move what uses the value to a revision of its own: retort revision -m "use the new value"
4 errors generated.
