-- Layout numbered with numbers in the folder itself: a folder per release is left out, with a warning.
-- --- file migrations/1-a.sql
CREATE TABLE a (x integer);
-- --- file migrations/2.0/1_b.sql
CREATE TABLE b (x integer);
-- --- retort check --layout numbered -Wno-missing-down
-- --- stdout
migrations: 1 revision, head 1, sqlite: proved up, down, up
-- --- stderr
migrations/2.0/1_b.sql:1:1: warning: file is not named as layout 'numbered' expects (no folders per release beside files with numbers) and is skipped [-Wskipped-file]
    1 | CREATE TABLE b (x integer);
      | ^
help: leave the folder out:  EXCLUDE 2.0/**
1 warning generated.
-- --- retort check --layout numbered -Wno-missing-down --exclude 2.0/**
-- --- stdout
migrations: 1 revision, head 1, sqlite: proved up, down, up
