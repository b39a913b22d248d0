-- Where sql-migrate would run other SQL: marks without their pair, words that it does not know, cuts at line ends, hidden directives.
-- --- file migrations/1_a.sql
-- +migrate StatementBegin
-- +migrate Up no-transaction
CREATE TABLE a (x text DEFAULT 'a;
b');
-- +migrate StatementEnd
/*
-- +migrate Down
*/
-- +migrate Down
DROP TABLE a;
-- --- retort check --layout sql-migrate
-- --- stdout
migrations: 1 revision, head 1_a, sqlite: proved up, down, up
-- --- stderr
migrations/1_a.sql:1:1: warning: sql-migrate ignores this 'StatementBegin' [-Wignored-directive]
    1 | -- +migrate StatementBegin
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~
help: the two stand in pairs behind '-- +migrate Up' or '-- +migrate Down'
migrations/1_a.sql:2:16: warning: sql-migrate ignores 'no-transaction' here [-Wignored-directive]
    2 | -- +migrate Up no-transaction
      |                ^~~~~~~~~~~~~~
help: the only option is  notransaction
migrations/1_a.sql:3:1: warning: sql-migrate ends the statement at the end of this line [-Wstatement-cut]
    3 | CREATE TABLE a (x text DEFAULT 'a;
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
help: put '-- +migrate StatementBegin' before the statement and '-- +migrate StatementEnd' behind it
migrations/1_a.sql:5:1: warning: sql-migrate ignores this 'StatementEnd' [-Wignored-directive]
    5 | -- +migrate StatementEnd
      | ^~~~~~~~~~~~~~~~~~~~~~~~
help: the two stand in pairs behind '-- +migrate Up' or '-- +migrate Down'
migrations/1_a.sql:7:1: warning: sql-migrate takes this line for a directive, and it stands inside a comment [-Whidden-directive]
    7 | -- +migrate Down
      | ^~~~~~~~~~~~~~~~
help: retort reads it as what it is; write the line in other words
5 warnings generated.
