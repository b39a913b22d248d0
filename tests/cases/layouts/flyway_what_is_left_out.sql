-- Baselines beside the versions they stand for, callbacks and names that do not parse are left out with a word about it.
-- --- file migrations/V1__a.sql
CREATE TABLE a (x integer);
-- --- file migrations/V2__b.sql
CREATE TABLE b (x integer);
-- --- file migrations/B2__base.sql
CREATE TABLE a (x integer);
CREATE TABLE b (x integer);
-- --- file migrations/afterMigrate__x.sql
SELECT 1;
-- --- file migrations/Views.sql
SELECT 1;
-- --- retort check --layout flyway -Wno-missing-down
-- --- stdout
migrations: 2 revisions, head 2, sqlite: proved up, down, up
-- --- stderr
migrations/Views.sql:1:1: warning: file is not named as layout 'flyway' expects (V1__name.sql, U1__name.sql, R__name.sql) and is skipped [-Wskipped-file]
help: rename it, or leave it out:  EXCLUDE Views.sql
migrations/afterMigrate__x.sql:1:1: warning: file is not named as layout 'flyway' expects (V1__name.sql, U1__name.sql, R__name.sql) and is skipped [-Wskipped-file]
help: rename it, or leave it out:  EXCLUDE afterMigrate__x.sql
migrations/B2__base.sql:1:1: warning: a baseline stands for versions that are here too, and is left out [-Wbaseline-migration]
    1 | CREATE TABLE a (x integer);
      | ^
help: the chain is made of the V files; leave it out:  EXCLUDE B2__base.sql
3 warnings generated.
