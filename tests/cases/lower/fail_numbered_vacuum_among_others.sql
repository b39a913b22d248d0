-- A layout without directives has no word for it: such a statement stands alone in its file.
-- --- file migrations/1_words.up.sql
CREATE TABLE words (id integer);
VACUUM;
-- --- file migrations/1_words.down.sql
DROP TABLE words;
-- --- file migrations/2_vacuum.up.sql
VACUUM;
-- --- file migrations/2_vacuum.down.sql
-- --- retort check --layout numbered
-- --- exit 1
-- --- stderr
migrations/1_words.up.sql:2:1: error: VACUUM cannot run inside a transaction [needs-no-transaction]
    2 | VACUUM;
      | ^~~~~~
help: give the statement a migration of its own: a file that holds nothing else runs outside a transaction
1 error generated.
