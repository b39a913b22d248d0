-- Lines that name no step, a step without its upgrade, a script without steps, an id that is none.
-- --- file migrations/a.sql
CREATE TABLE t (x INTEGER);
-- --- file migrations/b.sql
-- Running upgrade  -> a1
-- Running stamp_revision a1 -> b2
-- Running upgrade a1 -> b2
-- Running upgrade b2 -> c-3
-- Running downgrade d4 -> b2
-- --- retort check --layout alembic-sql -Wno-alembic-python
-- --- exit 1
-- --- stderr
migrations/a.sql:1:1: error: no '-- Running upgrade' line in this file [no-sections]
    1 | CREATE TABLE t (x INTEGER);
      | ^
help: write it with:  alembic upgrade base:head --sql > migrations/a.sql
migrations/a.sql:1:1: warning: this statement stands before the first '-- Running upgrade' line and is left out [-Walembic-preamble]
    1 | CREATE TABLE t (x INTEGER);
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~
help: put the statement into a migration, or delete it
migrations/b.sql:2:1: error: this line is no upgrade and no downgrade [alembic-line]
    2 | -- Running stamp_revision a1 -> b2
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
help: write the script again, without it:  alembic upgrade base:head --sql
migrations/b.sql:4:26: error: 'c-3' is not a valid revision ID [bad-header-value]
    4 | -- Running upgrade b2 -> c-3
      |                          ^~~
help: a revision ID has letters, digits, '_' and '.' only
migrations/b.sql:5:22: error: no file has the upgrade to 'd4' [half-migration]
    5 | -- Running downgrade d4 -> b2
      |                      ^~
help: write both from the same versions folder:  alembic upgrade base:head --sql
1 warning and 4 errors generated.
