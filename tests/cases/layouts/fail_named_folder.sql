-- Lines of order.txt that name nothing, or twice; a file that is not listed; a down without its up; one name twice.
-- --- file migrations/order.txt
a.sql
b.sql
a
-- --- file migrations/a.sql
CREATE TABLE a (x integer);
-- --- file migrations/a.up.sql
CREATE TABLE a (x integer);
-- --- file migrations/c.down.sql
DROP TABLE a;
-- --- file migrations/d.sql
CREATE TABLE d (x integer);
-- --- retort check --layout named -Wno-missing-down
-- --- exit 1
-- --- stderr
migrations/a.up.sql:1:1: error: revision 'a' is defined twice [duplicate-revision]
    1 | CREATE TABLE a (x integer);
      | ^
migrations/a.sql:1:1: note: the other file is here
    1 | CREATE TABLE a (x integer);
      | ^
help: give one of them another name
migrations/c.down.sql:1:1: error: down file 'c.down.sql' without its up file [half-migration]
    1 | DROP TABLE a;
      | ^
help: add 'c.up.sql', or delete this file
migrations/d.sql:1:1: warning: 'order.txt' does not name this file [-Wunplanned-file]
    1 | CREATE TABLE d (x integer);
      | ^
help: add the file to the list, or leave it out:  EXCLUDE d.sql
migrations/order.txt:2:1: error: there is no file 'b.sql' [bad-plan]
    2 | b.sql
      | ^~~~~
help: each line is the name of a file beside 'order.txt'
migrations/order.txt:3:1: error: 'a' is listed twice [bad-plan]
    3 | a
      | ^
help: delete one of the two lines
1 warning and 4 errors generated.
