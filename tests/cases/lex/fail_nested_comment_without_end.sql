-- Comments nest in PostgreSQL: the inner end does not end the outer one.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (x int);
/* outer /* inner */ still open

-- migrate:down
DROP TABLE t;
-- --- retort check --engine postgres
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:8:1: error: unterminated comment [unterminated]
    8 | /* outer /* inner */ still open
      | ^~
help: comments nest in PostgreSQL: each '/*' needs its own '*/'
1 error generated.
