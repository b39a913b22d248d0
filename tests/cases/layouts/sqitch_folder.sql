-- Layout sqitch: the plan makes the order; deploy, revert and verify; a reworked change lies beside its tag.
-- --- file migrations/sqitch.plan
%syntax-version=1.0.0
%project=flipr
%uri=https://example.com/flipr/

# the first ones
appschema 2024-01-01T00:00:00Z A <a@example.com> # Adds the tables
more/users [appschema] 2024-01-02T00:00:00Z A <a@example.com> # Users, a second time
@v1.0 2024-01-03T00:00:00Z A <a@example.com> # The first release

appschema [appschema@v1.0 !nothing] 2024-01-04T00:00:00Z A <a@example.com>
-- --- file migrations/deploy/appschema@v1.0.sql
-- Deploy flipr:appschema to sqlite
BEGIN;
CREATE TABLE a (x integer);
COMMIT;
-- --- file migrations/revert/appschema@v1.0.sql
BEGIN;
DROP TABLE a;
COMMIT;
-- --- file migrations/verify/appschema@v1.0.sql
BEGIN;
SELECT x FROM a WHERE 0;
ROLLBACK;
-- --- file migrations/deploy/more/users.sql
CREATE TABLE users (x integer);
-- --- file migrations/revert/more/users.sql
DROP TABLE users;
-- --- file migrations/deploy/appschema.sql
CREATE INDEX a_x ON a (x);
-- --- file migrations/deploy/forgotten.sql
CREATE TABLE forgotten (x integer);
-- --- file migrations/sqitch.conf
[core]
	engine = sqlite
-- --- retort check --layout sqitch
-- --- stdout
migrations: 3 revisions, head appschema, sqlite: proved up, down, up
-- --- stderr
migrations/deploy/appschema.sql:1:1: warning: revision 'appschema' has no down section for sqlite [-Wmissing-down]
    1 | CREATE INDEX a_x ON a (x);
      | ^
help: write how to revert it into 'revert/appschema.sql'
migrations/deploy/forgotten.sql:1:1: warning: 'sqitch.plan' does not name this file [-Wunplanned-file]
    1 | CREATE TABLE forgotten (x integer);
      | ^
help: add the change to the plan, or leave the file out:  EXCLUDE deploy/forgotten.sql
2 warnings generated.
-- --- retort history --layout sqitch
-- --- stdout
more_users -> appschema (head), appschema
appschema_v1.0 -> more_users, Users, a second time
<base> -> appschema_v1.0, Adds the tables
