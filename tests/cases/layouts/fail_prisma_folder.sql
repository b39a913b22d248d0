-- Another engine's migrations; a down without its migration; a step in the folder itself.
-- --- file migrations/migration_lock.toml
provider = "postgresql"
-- --- file migrations/20240101000000_init/migration.sql
CREATE TABLE "User" ("id" INTEGER NOT NULL PRIMARY KEY);
-- --- file migrations/20240102000000_posts/down.sql
DROP TABLE "Post";
-- --- file migrations/seed.sql
SELECT 1;
-- --- retort check --layout prisma -Wno-missing-down
-- --- exit 1
-- --- stderr
migrations/seed.sql:1:1: warning: file is not named as layout 'prisma' expects (name/migration.sql) and is skipped [-Wskipped-file]
help: rename it, or leave it out:  EXCLUDE seed.sql
migrations/20240102000000_posts/down.sql:1:1: error: down file '20240102000000_posts/down.sql' without its up file [half-migration]
    1 | DROP TABLE "Post";
      | ^
help: add '20240102000000_posts/migration.sql', or delete the folder
migrations/migration_lock.toml:1:13: error: the migrations are written for 'postgresql', but the chain is compiled for sqlite [engine-sections]
    1 | provider = "postgresql"
      |             ^~~~~~~~~~
help: compile the chain for it:  ENGINES postgres
1 warning and 2 errors generated.
