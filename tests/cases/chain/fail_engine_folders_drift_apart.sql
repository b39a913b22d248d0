-- Folders per engine drift apart: a step that one of them lacks, one step under two ids.
-- --- file sqlite/1_words.sql
CREATE TABLE words (id integer PRIMARY KEY);
-- --- file postgres/1_words.sql
CREATE TABLE words (id integer PRIMARY KEY);
-- --- file sqlite/2_uses.sql
CREATE TABLE uses (id integer PRIMARY KEY);
-- --- file postgres/3_uses.sql
CREATE TABLE uses (id integer PRIMARY KEY);
-- --- file postgres/4_only.sql
CREATE TABLE only_here (id integer PRIMARY KEY);
-- --- retort check --layout numbered --dir sqlite=sqlite --dir postgres=postgres -Wno-missing-down
-- --- exit 1
-- --- stderr
sqlite/2_uses.sql:1:1: error: revision '2' has no migration for postgres [engine-folders]
    1 | CREATE TABLE uses (id integer PRIMARY KEY);
      | ^
postgres/3_uses.sql:1:1: note: revision '3' for postgres has the same name
    1 | CREATE TABLE uses (id integer PRIMARY KEY);
      | ^
help: if both are one step, give them one id: '2' or '3'
postgres/4_only.sql:1:1: error: revision '4' has no migration for sqlite [engine-folders]
    1 | CREATE TABLE only_here (id integer PRIMARY KEY);
      | ^
help: write 'sqlite/4_only.sql'; it may be without a statement where sqlite has nothing to do
2 errors generated.
