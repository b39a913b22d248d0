-- Values of the wrong form.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up transaction:flase lock_timeout:5 statement_timeout:0s
CREATE TABLE t (x int);

-- migrate:down foreign_keys:false sqlite:3
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:6:27: error: 'flase' is not a valid value of 'transaction' [bad-option-value]
    6 | -- migrate:up transaction:flase lock_timeout:5 statement_timeout:0s
      |                           ^~~~~
help: values are 'true' and 'false'
migrations/0001_start.sql:6:46: error: '5' is not a valid value of 'lock_timeout' [bad-option-value]
    6 | -- migrate:up transaction:flase lock_timeout:5 statement_timeout:0s
      |                                              ^
help: write a number with a unit: 500ms, 5s, 10min, 1h
migrations/0001_start.sql:6:66: error: '0s' is not a valid value of 'statement_timeout' [bad-option-value]
    6 | -- migrate:up transaction:flase lock_timeout:5 statement_timeout:0s
      |                                                                  ^~
help: write a number with a unit: 500ms, 5s, 10min, 1h
migrations/0001_start.sql:9:30: error: 'false' is not a valid value of 'foreign_keys' [bad-option-value]
    9 | -- migrate:down foreign_keys:false sqlite:3
      |                              ^~~~~
help: values are 'on' and 'off'
migrations/0001_start.sql:9:36: error: '3' is not a valid value of 'sqlite' [bad-option-value]
    9 | -- migrate:down foreign_keys:false sqlite:3
      |                                    ^~~~~~~~
help: write 'sqlite'
5 errors generated.
