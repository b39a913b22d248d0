-- A plan that cannot be followed: no script, no tag between two changes of one name, a line that is none.
-- --- file migrations/sqitch.plan
%project=flipr
a 2024-01-01T00:00:00Z A <a@example.com> # first
missing 2024-01-01T00:00:00Z A <a@example.com>
a 2024-01-02T00:00:00Z A <a@example.com> # again
-a 2024-01-02T00:00:00Z A <a@example.com>
-- --- file migrations/deploy/a.sql
CREATE TABLE a (x integer);
-- --- file migrations/revert/a.sql
DROP TABLE a;
-- --- retort check --layout sqitch
-- --- exit 1
-- --- stderr
migrations/deploy/a.sql:1:1: error: revision 'a' is defined twice [duplicate-revision]
    1 | CREATE TABLE a (x integer);
      | ^
migrations/deploy/a.sql:1:1: note: the other file is here
    1 | CREATE TABLE a (x integer);
      | ^
help: give one of them another version
migrations/sqitch.plan:3:1: error: change 'missing' has no file 'deploy/missing.sql' [bad-plan]
    3 | missing 2024-01-01T00:00:00Z A <a@example.com>
      | ^~~~~~~
help: write it, or take the line out of the plan
migrations/sqitch.plan:4:1: error: change 'a' stands twice without a tag between [bad-plan]
    4 | a 2024-01-02T00:00:00Z A <a@example.com> # again
      | ^
migrations/sqitch.plan:2:1: note: the first one is here
    2 | a 2024-01-01T00:00:00Z A <a@example.com> # first
      | ^
help: put a line '@tag' between the two
migrations/sqitch.plan:5:1: error: this is no line of a plan that can be followed [bad-plan]
    5 | -a 2024-01-02T00:00:00Z A <a@example.com>
      | ^~
help: a line is  name [requires] date planner # note,  @tag,  %pragma  or  # comment
4 errors generated.
-- --- remove migrations/sqitch.plan
-- --- retort check --layout sqitch
-- --- exit 1
-- --- stderr
migrations/deploy/a.sql:1:1: error: there is no 'sqitch.plan' in the folder [bad-plan]
    1 | CREATE TABLE a (x integer);
      | ^
help: DIRECTORY is the folder that holds the plan
1 error generated.
