-- A folder that does not exist.
-- --- retort check
-- --- exit 1
-- --- stderr
migrations:1:1: error: cannot read 'migrations': No such file or directory [cannot-read]
1 error generated.
