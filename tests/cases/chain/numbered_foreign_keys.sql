-- What other tools' files say by PRAGMA is done around the transaction: the children keep their rows.
-- --- file migrations/1_words.up.sql
CREATE TABLE words (id integer PRIMARY KEY);
CREATE TABLE uses (word integer REFERENCES words ON DELETE CASCADE);
INSERT INTO words VALUES (1);
INSERT INTO uses VALUES (1);
-- --- file migrations/1_words.down.sql
PRAGMA foreign_keys = ON;
DROP TABLE uses;
DROP TABLE words;
-- --- file migrations/2_rebuild.up.sql
PRAGMA main.foreign_keys('off');
CREATE TABLE words_new (id integer PRIMARY KEY, word text);
INSERT INTO words_new (id) SELECT id FROM words;
DROP TABLE words;
ALTER TABLE words_new RENAME TO words;
CREATE TABLE proof (good integer CHECK (good));
INSERT INTO proof SELECT count(*) FROM uses;
DROP TABLE proof;
PRAGMA foreign_keys = ON;
-- --- file migrations/2_rebuild.down.sql
PRAGMA defer_foreign_keys = 1;
ALTER TABLE words DROP COLUMN word;
-- --- retort check --layout numbered -Wall
-- --- stdout
migrations: 2 revisions, head 2, sqlite: proved up, down, up
-- --- stderr
migrations/2_rebuild.down.sql:1:1: warning: foreign keys are off around the whole section [-Wforeign-keys-off]
    1 | PRAGMA defer_foreign_keys = 1;
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
help: nothing to do: what the statement is meant for happens around the transaction, where it works
migrations/2_rebuild.up.sql:1:1: warning: foreign keys are off around the whole section [-Wforeign-keys-off]
    1 | PRAGMA main.foreign_keys('off');
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
help: nothing to do: what the statement is meant for happens around the transaction, where it works
2 warnings generated.
