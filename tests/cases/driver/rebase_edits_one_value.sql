-- rebase changes no byte but the value: BOM, CRLF and what stands beside it stay.
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
-- --- file migrations/0003_c.sql (escaped)
\xEF\xBB\xBF-- Make c3\r
--\r
-- Revision ID: c3\r
-- Revises: a1\r
\r
-- migrate:up\r
CREATE TABLE t_c3 (x int);\r
\r
-- migrate:down\r
DROP TABLE t_c3;\r
-- --- retort rebase c3 --onto b2
-- --- stdout
migrations/0003_c.sql: Revises: a1 -> b2
-- --- result migrations/0003_c.sql (escaped)
﻿-- Make c3\r
--\r
-- Revision ID: c3\r
-- Revises: b2\r
\r
-- migrate:up\r
CREATE TABLE t_c3 (x int);\r
\r
-- migrate:down\r
DROP TABLE t_c3;\r
-- --- retort check
-- --- stdout
migrations: 3 revisions, head c3, sqlite: proved up, down, up
-- --- retort rebase c3 --onto b2
-- --- stdout
migrations/0003_c.sql revises b2 already
