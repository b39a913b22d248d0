-- What has no place in a chain, or cannot be known while building, is named.
-- --- file migrations/V1__a.sql
CREATE TABLE ${schema}.a (x text DEFAULT '${flyway:timestamp}');
-- --- file migrations/V01.0__again.sql
CREATE TABLE b (x integer);
-- --- file migrations/R__views.sql
CREATE VIEW v AS SELECT 1;
-- --- file migrations/U7__nothing.sql
DROP TABLE c;
-- --- file migrations/V8__code.java
class V8__code {}
-- --- file migrations/V9__c.sql
CREATE TABLE c (x integer);
-- --- file migrations/V9__c.sql.conf
shouldExecute=${maybe}
encoding=latin1
-- --- retort check --layout flyway -Wno-missing-down --variable other=x
-- --- exit 1
-- --- stderr
retort: warning: variable 'other' is used nowhere [-Wunused-variable]
migrations/V8__code.java:1:1: error: 'V8__code.java' is a migration in another language: a step of the history would be missing [bad-file-name]
help: write the step as SQL, in 'V8__code.sql'
help: or leave it out:  EXCLUDE V8__code.java
migrations/R__views.sql:1:1: error: a repeatable migration has no place in a chain [repeatable-migration]
    1 | CREATE VIEW v AS SELECT 1;
      | ^
help: make it a version, and each change of it another one:  V<next>__views.sql
migrations/U7__nothing.sql:1:1: error: down file 'U7__nothing.sql' without its up file [half-migration]
    1 | DROP TABLE c;
      | ^
help: add the V file of version 7, or delete this file
migrations/V1__a.sql:1:1: error: revision '1' is defined twice [duplicate-revision]
    1 | CREATE TABLE ${schema}.a (x text DEFAULT '${flyway:timestamp}');
      | ^
migrations/V01.0__again.sql:1:1: note: the other file is here
    1 | CREATE TABLE b (x integer);
      | ^
help: 1, 01 and 1.0 are one version: give one of the files another one
migrations/V1__a.sql:1:14: error: '${schema}' has no value [unresolved-variable]
    1 | CREATE TABLE ${schema}.a (x text DEFAULT '${flyway:timestamp}');
      |              ^~~~~~~~~~
help: give it one:  VARIABLES schema=value
migrations/V1__a.sql:1:43: error: '${flyway:timestamp}' of layout 'flyway' cannot be resolved while building [unresolved-variable]
    1 | CREATE TABLE ${schema}.a (x text DEFAULT '${flyway:timestamp}');
      |                                           ^~~~~~~~~~
help: write the SQL that it stands for
migrations/V9__c.sql.conf:1:1: error: setting 'shouldExecute' cannot be followed while building [bad-config]
    1 | shouldExecute=${maybe}
      | ^~~~~~~~~~~~~
help: known settings are executeInTransaction, placeholderReplacement and encoding
migrations/V9__c.sql.conf:2:10: error: encoding 'latin1' is not read [bad-config]
    2 | encoding=latin1
      |          ^~~~~~
help: write the file in UTF-8
1 warning and 8 errors generated.
