-- Nothing is overwritten, and nothing is mixed with files that are there.
-- --- file old/1_words.up.sql
CREATE TABLE words (id integer PRIMARY KEY);
-- --- file old/1_words.down.sql
DROP TABLE words;
-- --- file migrations/readme.txt
mine
-- --- retort import --layout numbered -o migrations old
-- --- exit 1
-- --- stderr
retort: error: the folder 'migrations' is not empty: readme.txt
help: name a folder that does not exist yet:  -o migrations_new
nothing was written
-- --- absent migrations/1_words.sql
-- --- retort import --layout numbered -o migrations/readme.txt old
-- --- exit 1
-- --- stderr
retort: error: 'migrations/readme.txt' is not a folder
nothing was written
-- --- retort import --layout numbered old
-- --- exit 2
-- --- stderr
retort: error: 'import' needs the new folder (-o)
help: retort import --help
-- --- retort import -o new old
-- --- exit 2
-- --- stderr
retort: error: 'import' needs the layout of the other tool (--layout)
help: layouts: retort, numbered, named, goose, dbmate, sql-migrate, golang-migrate, sqlx, diesel, flyway, sqitch, prisma, alembic-sql, auto
