-- Layout diesel: a folder per migration, its version without '-', in the order of the text; metadata.toml.
-- --- file migrations/00000000000000_diesel_initial_setup/up.sql
-- This file was automatically created by Diesel to setup helper functions
CREATE TABLE setup (x integer);
-- --- file migrations/00000000000000_diesel_initial_setup/down.sql
DROP TABLE setup;
-- --- file migrations/2024-05-07-090000_create_users/up.sql
CREATE TABLE users (id integer);
-- --- file migrations/2024-05-07-090000_create_users/down.sql
DROP TABLE users;
-- --- file migrations/20240508090000_vacuum/up.sql
VACUUM;
CREATE INDEX users_id ON users (id);
-- --- file migrations/20240508090000_vacuum/down.sql
DROP INDEX users_id;
-- --- file migrations/20240508090000_vacuum/metadata.toml
# needed by the vacuum
run_in_transaction = false  # both directions
-- --- file migrations/2024-05-09-000000_nothing/up.sql
-- --- file migrations/.hidden/up.sql
SELECT broken from;
-- --- folder migrations/empty
-- --- file migrations/README.md
-- --- file migrations/2024-05-07-090000_create_users/deeper/up.sql
SELECT broken from;
-- --- retort check --layout diesel
-- --- stdout
migrations: 4 revisions, head 20240509000000, sqlite: proved up, down, up
-- --- retort history --layout diesel
-- --- stdout
20240508090000 -> 20240509000000 (head), nothing
20240507090000 -> 20240508090000, vacuum
00000000000000 -> 20240507090000, create users
<base> -> 00000000000000, diesel initial setup
-- --- retort lock --layout diesel
-- --- stdout
locked 00000000000000, diesel initial setup
locked 20240507090000, create users
locked 20240508090000, vacuum
locked 20240509000000, nothing
4 revisions added to migrations/retort.lock
