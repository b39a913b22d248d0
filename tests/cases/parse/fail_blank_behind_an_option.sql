-- An option is one word.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up transaction: false
CREATE TABLE t (x int);

-- migrate:down lock_timeout
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:6:15: error: '' is not a valid value of 'transaction' [bad-option-value]
    6 | -- migrate:up transaction: false
      |               ^~~~~~~~~~~~
help: write 'transaction:false' without a blank
migrations/0001_start.sql:9:17: error: '' is not a valid value of 'lock_timeout' [bad-option-value]
    9 | -- migrate:down lock_timeout
      |                 ^~~~~~~~~~~~
help: write 'lock_timeout:5s'
2 errors generated.
