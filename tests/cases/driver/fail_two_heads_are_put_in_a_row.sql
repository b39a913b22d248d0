-- Two heads: the error says how to put one behind the other, and the line it gives works.
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
-- Revises: a1

-- migrate:up
CREATE TABLE t_b2 (x int);

-- migrate:down
DROP TABLE t_b2;
-- --- file migrations/0003_c.sql
-- Make c3
--
-- Revision ID: c3
-- Revises: a1

-- migrate:up
CREATE TABLE t_c3 (x int);

-- migrate:down
DROP TABLE t_c3;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0003_c.sql:4:13: error: revision 'b2' and revision 'c3' both revise 'a1' [multiple-heads]
    4 | -- Revises: a1
      |             ^~
migrations/0002_b.sql:4:13: note: the other head is here
    4 | -- Revises: a1
      |             ^~
help: put one after the other:  retort rebase c3 --onto b2
help: or join them:             retort merge -m "join 'Make b2' and 'Make c3'"
1 error generated.
-- --- retort heads
-- --- stdout
b2 (head)
c3 (head)
-- --- stderr
migrations/0003_c.sql:4:13: error: revision 'b2' and revision 'c3' both revise 'a1' [multiple-heads]
    4 | -- Revises: a1
      |             ^~
migrations/0002_b.sql:4:13: note: the other head is here
    4 | -- Revises: a1
      |             ^~
help: put one after the other:  retort rebase c3 --onto b2
help: or join them:             retort merge -m "join 'Make b2' and 'Make c3'"
1 error generated.
-- --- retort branches
-- --- stdout
a1 (branchpoint)
   -> b2 (head)
   -> c3 (head)

-- --- stderr
migrations/0003_c.sql:4:13: error: revision 'b2' and revision 'c3' both revise 'a1' [multiple-heads]
    4 | -- Revises: a1
      |             ^~
migrations/0002_b.sql:4:13: note: the other head is here
    4 | -- Revises: a1
      |             ^~
help: put one after the other:  retort rebase c3 --onto b2
help: or join them:             retort merge -m "join 'Make b2' and 'Make c3'"
1 error generated.
-- --- retort rebase c3 --onto b2
-- --- stdout
migrations/0003_c.sql: Revises: a1 -> b2
-- --- result migrations/0003_c.sql
-- Make c3
--
-- Revision ID: c3
-- Revises: b2

-- migrate:up
CREATE TABLE t_c3 (x int);

-- migrate:down
DROP TABLE t_c3;
-- --- retort check
-- --- stdout
migrations: 3 revisions, head c3, sqlite: proved up, down, up
