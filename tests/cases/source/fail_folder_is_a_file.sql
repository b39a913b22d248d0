-- A file where the folder should be.
-- --- file migrations
text
-- --- retort check
-- --- exit 1
-- --- stderr
migrations:1:1: error: cannot read 'migrations': Not a directory [cannot-read]
1 error generated.
