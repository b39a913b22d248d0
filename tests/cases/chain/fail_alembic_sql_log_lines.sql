-- What Alembic writes to stderr belongs into no file.
-- --- file migrations/upgrade.sql
INFO  [alembic.runtime.migration] Context impl SQLiteImpl.
INFO  [alembic.runtime.migration] Generating static SQL
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL
);

-- Running upgrade  -> a1

CREATE TABLE t (x INTEGER);
-- --- retort check --layout alembic-sql
-- --- exit 1
-- --- stderr
migrations/upgrade.sql:1:1: error: a log line of Alembic among the SQL [alembic-log]
    1 | INFO  [alembic.runtime.migration] Context impl SQLiteImpl.
      | ^~~~
help: write the script again:  alembic upgrade base:head --sql 2>/dev/null > migrations/upgrade.sql
1 error generated.
-- --- retort check --layout alembic-sql --engine postgres
-- --- exit 1
-- --- stderr
migrations/upgrade.sql:1:1: error: a log line of Alembic among the SQL [alembic-log]
    1 | INFO  [alembic.runtime.migration] Context impl SQLiteImpl.
      | ^~~~
help: write the script again:  alembic upgrade base:head --sql 2>/dev/null > migrations/upgrade.sql
1 error generated.
