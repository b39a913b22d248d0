-- Rows of COPY without the line that ends them.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (x int);
COPY t FROM stdin;
1
2

-- migrate:down
DROP TABLE t;
-- --- retort check --engine postgres
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:8:13: error: COPY data without its end '\.' [unterminated]
    8 | COPY t FROM stdin;
      |             ^~~~~
help: end the COPY with ';', put the rows on the next lines and '\.' alone on the last
1 error generated.
