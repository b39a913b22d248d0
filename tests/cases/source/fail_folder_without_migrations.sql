-- Files that are no migrations do not count.
-- --- file migrations/README.md
# Migrations
-- --- retort check
-- --- exit 1
-- --- stderr
migrations:1:1: error: no migration found in 'migrations' [empty-directory]
help: make the first one:  retort revision -m "create the first tables"
1 error generated.
