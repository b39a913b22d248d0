-- A variable without a value is an error, and so is what is more than a variable; places are those of the file.
-- --- file migrations/1_a.sql
-- +goose Up
-- +goose ENVSUB ON
CREATE TABLE ${A}_a (x text DEFAULT '$A', y text DEFAULT '${B}', z text DEFAULT '${C:?why}');
CREATE TABLE b (x text DEFAULT '$$');
SELECT nothing FROM ${A};
-- +goose Down
-- --- retort check --layout goose --variable A=a_longer_text
-- --- exit 1
-- --- stderr
migrations/1_a.sql:3:59: error: '${B}' has no value [unresolved-variable]
    3 | CREATE TABLE ${A}_a (x text DEFAULT '$A', y text DEFAULT '${B}', z text DEFAULT '${C:?why}');
      |                                                           ^~~~~~~~~~
help: give it one:  VARIABLES B=value
migrations/1_a.sql:3:82: error: '${C:?why}' of layout 'goose' cannot be resolved while building [unresolved-variable]
    3 | CREATE TABLE ${A}_a (x text DEFAULT '$A', y text DEFAULT '${B}', z text DEFAULT '${C:?why}');
      |                                                                                  ^~~~~~~~~~
help: write the SQL that it stands for
migrations/1_a.sql:4:33: error: '$$' of layout 'goose' cannot be resolved while building [unresolved-variable]
    4 | CREATE TABLE b (x text DEFAULT '$$');
      |                                 ^~~~~
help: write the SQL that it stands for
3 errors generated.
