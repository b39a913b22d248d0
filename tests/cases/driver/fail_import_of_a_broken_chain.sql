-- Only a chain that is whole is imported: half of it would be another history.
-- --- file old/1_words.up.sql
CREATE TABLE words (id integer PRIMARY KEY);
-- --- file old/2_uses.down.sql
DROP TABLE uses;
-- --- retort import --layout numbered -o migrations old
-- --- exit 1
-- --- stderr
old/2_uses.down.sql:1:1: error: down file '2_uses.down.sql' without its up file [half-migration]
    1 | DROP TABLE uses;
      | ^
help: add '2_uses.up.sql', or delete this file
1 error generated.
nothing was written
-- --- absent migrations/1_words.sql
