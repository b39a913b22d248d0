-- A variable is a name and a value.
-- --- file migrations/1_a.up.sql
CREATE TABLE a (x text);
-- --- retort check --layout golang-migrate --variable Prefix
-- --- exit 2
-- --- stderr
retort: error: --variable 'Prefix' is not NAME=VALUE
help: retort check --help
