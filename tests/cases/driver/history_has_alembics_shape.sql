-- history, heads, branches and show print what Alembic prints.
-- --- file migrations/0001_first.sql
-- first
--
-- Revision ID: aaaa1111
-- Revises:
-- Create Date: 2024-05-07 09:00

-- migrate:up
CREATE TABLE a (x int);

-- migrate:down
DROP TABLE a;
-- --- file migrations/0002_second.sql
-- second
--
-- Revision ID: bbbb2222
-- Revises: aaaa1111

-- migrate:up
CREATE TABLE b (x int);

-- migrate:down
DROP TABLE b;
-- --- file migrations/0003_third.sql
-- third
--
-- It came from another branch.
--
-- Revision ID: cccc3333
-- Revises: aaaa1111
-- Branch labels: cart
-- Depends on: billing@55af2cb1c267

-- migrate:up
CREATE TABLE c (x int);

-- migrate:down
DROP TABLE c;
-- --- file migrations/0004_merge.sql
-- merge
--
-- Revision ID: dddd4444
-- Revises: bbbb2222, cccc3333

-- migrate:up

-- migrate:down
-- --- file migrations/0005_fifth.sql
-- fifth
--
-- Revision ID: eeee5555
-- Revises: dddd4444

-- migrate:up
CREATE TABLE e (x int);

-- migrate:down
DROP TABLE e;
-- --- retort history
-- --- stdout
dddd4444 -> eeee5555 (cart) (head), fifth
bbbb2222, cccc3333 -> dddd4444 (cart) (mergepoint), merge
aaaa1111 (billing@55af2cb1c267) -> cccc3333 (cart), third
aaaa1111 -> bbbb2222, second
<base> -> aaaa1111 (branchpoint), first
-- --- retort history -v
-- --- stdout
Rev: eeee5555 (head)
Parent: dddd4444
Branch names: cart
Path: migrations/0005_fifth.sql

    fifth

    Revision ID: eeee5555
    Revises: dddd4444

Rev: dddd4444 (mergepoint)
Merges: bbbb2222, cccc3333
Branch names: cart
Path: migrations/0004_merge.sql

    merge

    Revision ID: dddd4444
    Revises: bbbb2222, cccc3333

Rev: cccc3333
Parent: aaaa1111
Also depends on: billing@55af2cb1c267
Branch names: cart
Path: migrations/0003_third.sql

    third

    It came from another branch.

    Revision ID: cccc3333
    Revises: aaaa1111
    Branch labels: cart
    Depends on: billing@55af2cb1c267

Rev: bbbb2222
Parent: aaaa1111
Path: migrations/0002_second.sql

    second

    Revision ID: bbbb2222
    Revises: aaaa1111

Rev: aaaa1111 (branchpoint)
Parent: <base>
Branches into: bbbb2222, cccc3333
Path: migrations/0001_first.sql

    first

    Revision ID: aaaa1111
    Revises:
    Create Date: 2024-05-07 09:00

-- --- retort history -r bbbb:dddd
-- --- stdout
bbbb2222, cccc3333 -> dddd4444 (cart) (mergepoint), merge
aaaa1111 -> bbbb2222, second
-- --- retort history -r head-1:
-- --- stdout
dddd4444 -> eeee5555 (cart) (head), fifth
bbbb2222, cccc3333 -> dddd4444 (cart) (mergepoint), merge
-- --- retort heads
-- --- stdout
eeee5555 (cart) (head)
-- --- retort heads -v
-- --- stdout
Rev: eeee5555 (head)
Parent: dddd4444
Branch names: cart
Path: migrations/0005_fifth.sql

    fifth

    Revision ID: eeee5555
    Revises: dddd4444

-- --- retort branches
-- --- stdout
aaaa1111 (branchpoint)
         -> bbbb2222
         -> cccc3333 (cart)

-- --- retort branches -v
-- --- stdout
Rev: aaaa1111 (branchpoint)
Parent: <base>
Branches into: bbbb2222, cccc3333
Path: migrations/0001_first.sql

    first

    Revision ID: aaaa1111
    Revises:
    Create Date: 2024-05-07 09:00

         -> bbbb2222, second
         -> cccc3333 (cart), third

-- --- retort show cart@head-1
-- --- stdout
Rev: dddd4444 (mergepoint)
Merges: bbbb2222, cccc3333
Branch names: cart
Path: migrations/0004_merge.sql

    merge

    Revision ID: dddd4444
    Revises: bbbb2222, cccc3333

-- --- retort show cccc --json
-- --- stdout
[{"revision": "cccc3333", "parents": ["aaaa1111"], "dependsOn": [{"chain": "billing", "revision": "55af2cb1c267"}], "labels": ["cart"], "message": "third", "createDate": "", "path": "migrations/0003_third.sql", "head": false, "branchPoint": false, "mergePoint": false}]
-- --- retort history -r :bbbb --json
-- --- stdout
[{"revision": "bbbb2222", "parents": ["aaaa1111"], "dependsOn": [], "labels": [], "message": "second", "createDate": "", "path": "migrations/0002_second.sql", "head": false, "branchPoint": false, "mergePoint": false},
 {"revision": "aaaa1111", "parents": [], "dependsOn": [], "labels": [], "message": "first", "createDate": "2024-05-07 09:00", "path": "migrations/0001_first.sql", "head": false, "branchPoint": true, "mergePoint": false}]
