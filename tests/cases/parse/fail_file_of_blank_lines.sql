-- Neither is one of blank lines.
-- --- file migrations/0001_start.sql

   
	
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:1:1: error: file is empty [empty-file]
help: write the statements behind '-- migrate:up', or delete the file
1 error generated.
